package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among cases; what is empty or absent leaves it open.
 *
 * @param text a case's number or id, or words of the name of the person whom it is about
 * @param outcome {@code open}, {@code ended}, or the id of the end that was reached
 * @param article one on which the law's decisions rest
 * @param startedFrom the first moment, {@code startedBefore} the first after the last; likewise
 *     ended
 * @param part what a key figure counts
 * @param registered who has the number that {@code text} is in a register: their cases are meant
 *     too
 * @param entering cases that put somebody into a register whom {@code text} means
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
    Part part,
    Order order,
    Set<PersonId> registered,
    Set<String> entering) {
  public static final CaseFilter ALL = of("");

  /** Instead of a task's activity: nobody has a task in the case. */
  public static final String NOTHING = "none";

  public CaseFilter(
      String text,
      String process,
      String outcome,
      String article,
      @Nullable Instant startedFrom,
      @Nullable Instant startedBefore,
      @Nullable Instant endedFrom,
      @Nullable Instant endedBefore,
      Order order) {
    this(
        text,
        process,
        outcome,
        article,
        startedFrom,
        startedBefore,
        endedFrom,
        endedBefore,
        Part.WHOLE,
        order,
        Set.of(),
        Set.of());
  }

  /**
   * A part of the cases; what is empty or absent leaves it open.
   *
   * @param waiting activity of an open task, or {@link #NOTHING}
   * @param late an office that has let a task in the case become overdue
   * @param among no other cases than these
   */
  public record Part(
      @Nullable CooperativeId cooperative,
      String waiting,
      @Nullable Late late,
      @Nullable Set<String> among) {
    public static final Part WHOLE = new Part(null, "", null, null);
  }

  /**
   * @param group of a cooperative and an office, as models name it
   * @param today the day that it is in that cooperative
   */
  public record Late(String group, LocalDate today) {}

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
