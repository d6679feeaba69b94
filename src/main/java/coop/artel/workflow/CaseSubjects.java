package coop.artel.workflow;

import coop.artel.values.PersonId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom cases are about. */
@Component
class CaseSubjects {
  private final JdbcClient sql;

  CaseSubjects(JdbcClient sql) {
    this.sql = sql;
  }

  PersonId of(String caseId) {
    return subject("select subject from workflow.cases where id = ?", caseId);
  }

  PersonId ofTask(String taskId) {
    return subject(
        "select subject from workflow.cases join workflow.tasks on case_id = cases.id"
            + " where tasks.id = ?",
        taskId);
  }

  private PersonId subject(String query, String id) {
    return new PersonId(sql.sql(query).param(id).query(UUID.class).single());
  }
}
