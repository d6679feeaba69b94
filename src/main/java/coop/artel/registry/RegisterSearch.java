package coop.artel.registry;

import coop.artel.registry.Memberships.Membership;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a register in portions, which may have tens of thousands of lines. */
@UseCase
public class RegisterSearch {
  private static final int LARGEST_PAGE = 100;

  private final JdbcClient database;

  public RegisterSearch(JdbcClient database) {
    this.database = database;
  }

  /** At most 100 lines as the register says them now, by number. */
  public List<Membership> list(
      CooperativeId cooperative, RegisterFilter filter, int offset, int limit) {
    var condition = new Condition(cooperative, filter);
    return database
        .sql(
            "select * from registry.membership_lines where %s order by number offset :offset limit :limit"
                .formatted(condition.text()))
        .params(condition.values)
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), LARGEST_PAGE))
        .query((row, number) -> Memberships.membership(row))
        .list();
  }

  public long count(CooperativeId cooperative, RegisterFilter filter) {
    var condition = new Condition(cooperative, filter);
    return database
        .sql("select count(*) from registry.membership_lines where " + condition.text())
        .params(condition.values)
        .query(Long.class)
        .single();
  }

  /** On what lines of these persons rest or have rested, in any of these cooperatives. */
  public Set<String> grounds(Set<CooperativeId> cooperatives, Set<PersonId> persons) {
    return database
        .sql(
            """
            select distinct basis from registry.membership_lines
            where cooperative = any(:cooperatives) and person = any(:persons)
            """)
        .param("cooperatives", cooperatives.stream().map(CooperativeId::value).toArray(UUID[]::new))
        .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(String.class)
        .set();
  }

  /** The filter in SQL; what was typed goes in as parameters only. */
  private static final class Condition {
    private final List<String> all =
        new ArrayList<>(List.of("cooperative = :cooperative", "superseded_at is null"));
    private final Map<String, Object> values = new HashMap<>();

    Condition(CooperativeId cooperative, RegisterFilter filter) {
      values.put("cooperative", cooperative.value());
      var day = filter.day();
      if (day != null) {
        all.add("since <= :day and (until is null or until >= :day)");
        values.put("day", day);
      }
      month("since", filter.joined());
      month("until", filter.left());
      var words = filter.words();
      if (words != null) {
        all.add("(number = :number or person = any(:persons))");
        @Nullable Long number = words.number();
        values.put("number", number == null ? 0 : number);
        values.put("persons", words.persons().stream().map(PersonId::value).toArray(UUID[]::new));
      }
    }

    private void month(String column, @Nullable YearMonth month) {
      if (month != null) {
        all.add("%1$s between :%1$sFrom and :%1$sTo".formatted(column));
        values.put(column + "From", month.atDay(1));
        values.put(column + "To", month.atEndOfMonth());
      }
    }

    String text() {
      return String.join(" and ", all);
    }
  }
}
