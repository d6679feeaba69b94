package coop.artel.law;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which edition each question of a case is asked: the one it was first asked under. */
@Component
class CaseEditions {
  private final JdbcClient database;
  private final Editions editions;

  CaseEditions(JdbcClient database, Editions editions) {
    this.database = database;
    this.editions = editions;
  }

  /** In the caller's transaction. */
  Edition of(String caseId, String question, String country) {
    var current = editions.currentSet(country);
    int first =
        database
            .sql(
                """
                insert into law.case_editions (case_id, question, moves, country, file_set)
                values (?, ?, 0, ?, ?) on conflict do nothing
                """)
            .params(caseId, question, country, current)
            .update();
    return editions.of(first > 0 ? current : kept(caseId, question).orElseThrow());
  }

  /** The same, and nothing is kept: as long as nobody has asked, the edition in force. */
  Edition foreseen(String caseId, String question, String country) {
    return kept(caseId, question).map(editions::of).orElseGet(() -> editions.current(country));
  }

  private Optional<String> kept(String caseId, String question) {
    return database
        .sql(
            """
            select file_set from law.case_editions where case_id = ? and question = ?
            order by moves desc limit 1
            """)
        .params(caseId, question)
        .query(String.class)
        .optional();
  }

  /**
   * Under which files a case asks a question.
   *
   * @param moves how often it was moved to others
   */
  record Pin(String caseId, String question, String fileSet, int moves) {}

  /** Those of these cases whose questions are not asked under what is in force in the country. */
  List<Pin> older(String country, Collection<String> cases) {
    return database
        .sql(
            """
            select * from (
              select distinct on (case_id, question) case_id, question, file_set, moves
              from law.case_editions where country = :country and case_id = any(:cases)
              order by case_id, question, moves desc) as newest
            where file_set <> :current order by case_id, question
            """)
        .param("country", country)
        .param("cases", cases.toArray(String[]::new))
        .param("current", editions.currentSet(country))
        .query(
            (row, number) ->
                new Pin(
                    row.getString("case_id"),
                    row.getString("question"),
                    row.getString("file_set"),
                    row.getInt("moves")))
        .list();
  }

  /** From now on the case asks the question under these files. */
  void move(Pin pin, String country, String fileSet) {
    database
        .sql(
            """
            insert into law.case_editions (case_id, question, moves, country, file_set)
            values (?, ?, ?, ?, ?)
            """)
        .params(pin.caseId(), pin.question(), pin.moves() + 1, country, fileSet)
        .update();
  }
}
