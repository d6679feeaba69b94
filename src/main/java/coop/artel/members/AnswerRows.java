package coop.artel.members;

import coop.artel.workflow.Answers.Answer;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was answered about the application of a case. */
final class AnswerRows {
  private AnswerRows() {}

  /**
   * Oldest first.
   *
   * @param rows a table, or joined tables, with the columns {@code application} and {@code entry}
   */
  static List<Answer> ofCase(
      JdbcClient sql, String rows, String caseId, RowMapper<List<Answer>> answers) {
    return sql
        .sql(
            """
            select * from %s
            where application in (select id from members.applications where case_id = :case)
            order by entry
            """
                .formatted(rows))
        .param("case", caseId)
        .query(answers)
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
