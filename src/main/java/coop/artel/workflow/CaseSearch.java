package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.people.NameIndex;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds cases among those that the caller may know of. */
@UseCase
public class CaseSearch {
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-.{12}");

  private static final String MEANT = "subject = any(:persons) or id = any(:entering)";

  private static final String RESTING =
      "ended is null and cooperative = any(:among)"
          + " and id in (select case_id from workflow.case_articles where article = any(:cited))";

  private final JdbcClient sql;
  private final NameIndex names;

  CaseSearch(JdbcClient sql, NameIndex names) {
    this.sql = sql;
    this.names = names;
  }

  /** At most 100 of those found, in the filter's order. */
  public List<Cases.Case> list(Caller caller, CaseFilter filter, int offset, int limit) {
    var condition = new Condition(caller, filter);
    return sql.sql(
            "%s where %s order by %s offset :offset limit :limit"
                .formatted(Cases.COLUMNS, condition.text(), filter.order().sql()))
        .params(condition.values)
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), Cases.LARGEST_PAGE))
        .query(Cases::read)
        .list();
  }

  public long count(Caller caller, CaseFilter filter) {
    var condition = new Condition(caller, filter);
    return sql.sql("select count(*) from workflow.cases where " + condition.text())
        .params(condition.values)
        .query(Long.class)
        .single();
  }

  /** Processes that the caller knows a case of. */
  public List<String> processes(Caller caller) {
    return distinct(caller, "process");
  }

  /** Ends that a case which the caller knows has reached. */
  public List<String> outcomes(Caller caller) {
    return distinct(caller, "outcome");
  }

  /** All articles that a decision in some case rests on, one by one; the law is no secret. */
  public List<String> articles() {
    return citations().stream().flatMap(it -> articles(it).stream()).distinct().sorted().toList();
  }

  /**
   * Open cases whose decisions rest on something.
   *
   * @param known the newest of those that the caller may know of
   * @param others how many more there are
   */
  public record Resting(List<Cases.Case> known, long others) {}

  /**
   * @param among whose cases
   * @param cites whether an article, as a rule or a norm cites it, is meant
   */
  public Resting resting(Caller caller, Collection<CooperativeId> among, Predicate<String> cites) {
    var condition = new Condition(caller, CaseFilter.ALL);
    condition.values.put("cited", citations().stream().filter(cites).toArray(String[]::new));
    condition.values.put("among", among.stream().map(CooperativeId::value).toArray(UUID[]::new));
    var known =
        sql.sql(
                "%s where %s and %s order by started desc, id limit %d"
                    .formatted(Cases.COLUMNS, RESTING, condition.text(), Cases.LARGEST_PAGE))
            .params(condition.values)
            .query(Cases::read)
            .list();
    long all =
        sql.sql("select count(*) from workflow.cases where " + RESTING)
            .params(condition.values)
            .query(Long.class)
            .single();
    return new Resting(known, all - known.size());
  }

  /** A rule may cite several: {@code 3085-1, ст. 16; 3085-1, ст. 19}. */
  private static List<String> articles(String citation) {
    return List.of(citation.split("; ", -1));
  }

  /** As rules cite them. */
  private List<String> citations() {
    return sql.sql(
            """
            with recursive found(article) as (
              select min(article) from workflow.case_articles
              union all
              select (select min(it.article) from workflow.case_articles it
                where it.article > found.article)
              from found where found.article is not null
            )
            select article from found where article is not null
            """)
        .query(String.class)
        .list();
  }

  private List<String> distinct(Caller caller, String column) {
    var condition = new Condition(caller, CaseFilter.ALL);
    return sql.sql(
            "select distinct %1$s from workflow.cases where %1$s is not null and %2$s order by 1"
                .formatted(column, condition.text()))
        .params(condition.values)
        .query(String.class)
        .list();
  }

  /** The filter in SQL; what was typed goes in as parameters only. */
  private final class Condition {
    private final List<String> all = new ArrayList<>(List.of(Cases.VISIBLE));
    private final Map<String, Object> values = new HashMap<>();

    Condition(Caller caller, CaseFilter filter) {
      values.put("me", caller.person().value());
      values.put("served", caller.served().stream().map(CooperativeId::value).toArray(UUID[]::new));
      values.put("entering", filter.entering().toArray(String[]::new));
      text(filter.text().strip(), filter.registered());
      equal("process", filter.process());
      switch (filter.outcome()) {
        case "open" -> all.add("ended is null");
        case "ended" -> all.add("ended is not null");
        default -> equal("outcome", filter.outcome());
      }
      if (!filter.article().isBlank()) {
        all.add("id in (select case_id from workflow.case_articles where article = any(:cited))");
        values.put(
            "cited",
            citations().stream()
                .filter(it -> articles(it).contains(filter.article()))
                .toArray(String[]::new));
      }
      moment("started >= ", "startedFrom", filter.startedFrom());
      moment("started < ", "startedBefore", filter.startedBefore());
      moment("ended >= ", "endedFrom", filter.endedFrom());
      moment("ended < ", "endedBefore", filter.endedBefore());
      part(filter.part());
    }

    private void part(CaseFilter.Part part) {
      var cooperative = part.cooperative();
      if (cooperative != null) {
        all.add("cooperative = :cooperative");
        values.put("cooperative", cooperative.value());
      }
      if (part.waiting().equals(CaseFilter.NOTHING)) {
        all.add("not exists (select from workflow.tasks where case_id = cases.id)");
        all.add("ended is null");
      } else if (!part.waiting().isEmpty()) {
        all.add("id in (select case_id from workflow.tasks where activity = :waiting)");
        values.put("waiting", part.waiting());
      }
      var late = part.late();
      if (late != null) {
        all.add(
            "id in (select case_id from workflow.tasks"
                + " where groups @> array[:late]::text[] and due < :today)");
        values.put("late", late.group());
        values.put("today", late.today());
      }
      var among = part.among();
      if (among != null) {
        all.add("id = any(:among)");
        values.put("among", among.toArray(String[]::new));
      }
    }

    String text() {
      return String.join(" and ", all);
    }

    private void text(String text, Set<PersonId> registered) {
      var number = CaseNumber.parse(text);
      if (number.isPresent()) {
        all.add(
            "(number = :number and :year in (year, %d) or %s)"
                .formatted(CaseNumber.ANY_YEAR, MEANT));
        values.put("year", number.get().year());
        values.put("number", number.get().number());
        values.put("persons", ids(registered));
      } else if (ID.matcher(text).matches()) {
        equal("id", text.toLowerCase(Locale.ROOT));
      } else if (!text.isEmpty()) {
        all.add("(%s)".formatted(MEANT));
        values.put("persons", ids(names.find(text)));
      }
    }

    private static UUID[] ids(Set<PersonId> persons) {
      return persons.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private void equal(String column, String value) {
      if (!value.isBlank()) {
        all.add(column + " = :" + column);
        values.put(column, value);
      }
    }

    private void moment(String comparison, String name, @Nullable Instant moment) {
      if (moment != null) {
        all.add(comparison + ":" + name);
        values.put(name, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
      }
    }
  }
}
