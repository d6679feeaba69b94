package coop.artel.workflow;

import coop.artel.law.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a step wants its record to name: the law's decision and the documents it wrote. They wait in
 * the transaction until the record is written, and stay as rows for the case's page.
 */
@Component
class Notes {
  private final JdbcClient sql;

  Notes(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param place the activity's instance; for a user task the task's id
   */
  void decided(String caseId, String place, Decision decision) {
    listOf(place, "decisions").add(decision.digest());
    var members = Recording.current().notesOf(place);
    members.put("edition", decision.edition());
    members.put("outcome", decision.outcome().id());
    CaseArticles.add(sql, caseId, decision);
    sql.sql(
            "insert into workflow.step_notes (activity_instance, case_id, decision) values (?, ?,"
                + " ?)")
        .params(place, caseId, decision.id())
        .update();
  }

  void wrote(String caseId, String place, String documentDigest) {
    listOf(place, "documents").add(documentDigest);
    sql.sql(
            "insert into workflow.step_notes (activity_instance, case_id, document) values (?, ?,"
                + " ?)")
        .params(place, caseId, documentDigest)
        .update();
  }

  @SuppressWarnings("unchecked")
  private static List<Object> listOf(String place, String member) {
    return (List<Object>)
        Recording.current().notesOf(place).computeIfAbsent(member, name -> new ArrayList<>());
  }

  /** Decisions of a case by the place where they were made. */
  Map<String, String> decisions(String caseId) {
    var found = new LinkedHashMap<String, String>();
    sql.sql(
            "select activity_instance, decision from workflow.step_notes"
                + " where case_id = ? and decision is not null order by entry")
        .param(caseId)
        .query(
            row -> {
              found.put(row.getString("activity_instance"), row.getString("decision"));
            });
    return found;
  }

  /** Digests of the documents of a case by the place where they were written. */
  Map<String, List<String>> documents(String caseId) {
    var found = new LinkedHashMap<String, List<String>>();
    sql.sql(
            "select activity_instance, document from workflow.step_notes"
                + " where case_id = ? and document is not null order by entry")
        .param(caseId)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString("activity_instance"), place -> new ArrayList<>())
                  .add(row.getString("document"));
            });
    return found;
  }
}
