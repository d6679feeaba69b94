package coop.artel.members;

import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When and how applicants were told what the council decided. */
@Component
class Notices implements Answers {
  private final JdbcClient sql;

  Notices(JdbcClient sql) {
    this.sql = sql;
  }

  void keep(UUID application, Submission submission, LocalDate sentOn) {
    sql.sql(
            """
            insert into members.notices (task, application, sent_by, sent_on, means)
            values (:task, :application, :person, :day, :means)
            """)
        .param("task", submission.taskId())
        .param("application", application)
        .param("person", submission.by().value())
        .param("day", sentOn)
        .param("means", submission.text("means"))
        .update();
  }

  Optional<LocalDate> sentOn(UUID application) {
    return sql.sql(
            "select sent_on from members.notices where application = :id order by entry limit 1")
        .param("id", application)
        .query(LocalDate.class)
        .optional();
  }

  @Override
  public List<Answer> of(String caseId) {
    return sql
        .sql(
            """
            select notices.* from members.notices
            join members.applications on applications.id = application
            where case_id = :case order by notices.entry
            """)
        .param("case", caseId)
        .query(
            (row, n) -> {
              String task = row.getString("task");
              return List.of(
                  new Answer(task, "sent-on", row.getObject("sent_on", LocalDate.class)),
                  new Answer(task, "means", new Word(row.getString("means"))));
            })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
