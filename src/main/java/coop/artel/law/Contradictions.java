package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lawyers say of rules that seem to contradict each other. An explanation belongs to the
 * finding, so it holds in every edition in which the same rules are found so again.
 */
@UseCase
public class Contradictions {
  private static final int LONGEST = 2000;

  private final JdbcClient database;

  Contradictions(JdbcClient database) {
    this.database = database;
  }

  public record Explained(String finding, String explanation, PersonId by, Instant at) {}

  /** Refused: {@code explanation-not-theirs}. */
  public void demandLawyer(Caller caller) {
    if (!caller.roles().contains(PlatformRole.LAWYER)) {
      throw ExplanationRefused.notTheirs();
    }
  }

  /**
   * Says why a contradiction is none. Refused: {@code explanation-not-theirs}, {@code
   * contradiction-unknown}, {@code fields-refused}.
   *
   * @param report in which it was found
   */
  public void explain(
      Caller caller, String country, GapReport report, String finding, String explanation) {
    demandLawyer(caller);
    if (report.contradictions().stream().noneMatch(it -> it.id().equals(finding))) {
      throw ExplanationRefused.unknown();
    }
    new FieldsRefused.Check().text("explanation", explanation.strip(), LONGEST).done();
    database
        .sql(
            """
            insert into law.explanations_of_contradictions
              (country, finding, explanation, explained_by)
            values (:country, :finding, :explanation, :by)
            """)
        .param("country", country)
        .param("finding", finding)
        .param("explanation", explanation.strip())
        .param("by", caller.person().value())
        .update();
  }

  /** What was said last of each finding, by finding. */
  public Map<String, Explained> explained(String country) {
    return database
        .sql(
            """
            select distinct on (finding) finding, explanation, explained_by, explained_at
            from law.explanations_of_contradictions
            where country = :country
            order by finding, number desc
            """)
        .param("country", country)
        .query(
            (row, number) ->
                new Explained(
                    row.getString("finding"),
                    row.getString("explanation"),
                    new PersonId(row.getObject("explained_by", UUID.class)),
                    row.getObject("explained_at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Explained::finding, Function.identity()));
  }

  /** Those of which nothing was said: with them nothing is published. */
  public List<GapReport.Found> unexplained(String country, Collection<GapReport> reports) {
    var explained = explained(country);
    return reports.stream()
        .flatMap(report -> report.contradictions().stream())
        .filter(it -> !explained.containsKey(it.id()))
        .toList();
  }
}
