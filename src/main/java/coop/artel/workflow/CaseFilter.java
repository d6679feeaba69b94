package coop.artel.workflow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among cases; what is empty or absent leaves it open.
 *
 * @param text a case's number or id, or words of the name of the person whom it is about
 * @param outcome {@code open}, {@code ended}, or the id of the end that was reached
 * @param article one on which the law's decisions rest
 * @param startedFrom the first moment, {@code startedBefore} the first after the last; likewise
 *     ended
 */
public record CaseFilter(
    String text,
    String process,
    String outcome,
    String article,
    @Nullable Instant startedFrom,
    @Nullable Instant startedBefore,
    @Nullable Instant endedFrom,
    @Nullable Instant endedBefore,
    Order order) {
  public static final CaseFilter ALL = of("");

  /** Whatever has that number, id or name. */
  public static CaseFilter of(String text) {
    return new CaseFilter(text, "", "", "", null, null, null, null, Order.NEWEST);
  }

  /** In which order cases are told. */
  public enum Order {
    NEWEST("started desc, id"),
    OLDEST("started, id"),
    ENDED("ended desc nulls last, id"),
    NUMBER("year, number, id");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
