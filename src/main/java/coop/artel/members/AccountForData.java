package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.Consents;
import coop.artel.people.FieldCipher;
import coop.artel.people.People;
import coop.artel.workflow.Answers;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secretary says on what ground data are kept although the consent was withdrawn. */
@Component
class AccountForData implements FormHandler, Answers {
  private final Dossiers dossiers;
  private final Consents consents;
  private final People people;
  private final WithdrawnConsents withdrawn;
  private final FormSentences sentences;
  private final OwnTerms own;
  private final FieldCipher cipher;
  private final JdbcClient sql;

  AccountForData(
      Dossiers dossiers,
      Consents consents,
      People people,
      WithdrawnConsents withdrawn,
      FormSentences sentences,
      OwnTerms own,
      FieldCipher cipher,
      JdbcClient sql) {
    this.dossiers = dossiers;
    this.consents = consents;
    this.people = people;
    this.withdrawn = withdrawn;
    this.sentences = sentences;
    this.own = own;
    this.cipher = cipher;
    this.sql = sql;
  }

  @Override
  public String form() {
    return "account-for-data";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var shown = new HashMap<String, Object>();
    shown.put("subjectName", people.nameOf(dossier.person()).orElse("—"));
    consents
        .find(dossier.consentGiven())
        .map(Consents.Consent::withdrawnOn)
        .ifPresent(
            day -> {
              shown.put("withdrawnOn", day);
              if (withdrawn.term(day, dossier.cooperative()).preliminary()) {
                shown.put("standing", sentences.say("law.preliminary"));
              }
            });
    shown.put("destroyBy", MemberVariables.DESTROY_BY.in(run));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    sql.sql(
            """
            insert into members.retentions
              (task, case_id, application, decided_by, decided_on, ground)
            values (:task, :case, :application, :person, :today, :ground)
            """)
        .param("task", submission.taskId())
        .param("case", submission.caseId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("today", own.today(dossier.cooperative()))
        .param(
            "ground",
            cipher.seal(submission.text("ground").getBytes(UTF_8), context(submission.taskId())))
        .update();
    return List.of();
  }

  @Override
  public List<Answer> of(String caseId) {
    return sql.sql("select task, ground from members.retentions where case_id = ? order by entry")
        .param(caseId)
        .query(
            (row, number) -> {
              String task = row.getString("task");
              byte[] ground = cipher.open(row.getBytes("ground"), context(task));
              return new Answer(task, "retention-ground", new String(ground, UTF_8));
            })
        .list();
  }

  private static byte[] context(String task) {
    return FieldCipher.context("members.retentions", "ground", task);
  }
}
