package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Law;
import coop.artel.people.SubjectCipher;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person decides where the law does not, with a reason. The reason is committed to in the record
 * of the task and kept encrypted; the engine learns the answer only.
 */
@Component
class JudgeByHand implements FormHandler, Answers {
  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final CaseSubjects subjects;
  private final Law law;
  private final Explanations explanations;
  private final MessageSource messages;

  JudgeByHand(
      JdbcClient sql,
      SubjectCipher cipher,
      CaseSubjects subjects,
      Law law,
      Explanations explanations,
      MessageSource messages) {
    this.explanations = explanations;
    this.messages = messages;
    this.sql = sql;
    this.cipher = cipher;
    this.subjects = subjects;
    this.law = law;
  }

  @Override
  public String form() {
    return "judge-by-hand";
  }

  /** Why the law left it to a person, in words. */
  @Override
  public Map<String, Object> prefill(Run run) {
    return WorkflowVariables.DECISION
        .find(run)
        .flatMap(law::find)
        .map(
            decision ->
                Map.<String, Object>of(
                    "question", explanations.question(decision), "matter", matter(decision)))
        .orElse(Map.of());
  }

  /** The conditions, and what an answer to them cannot do, where there is such a thing. */
  private String matter(Decision decision) {
    var locale = LocaleContextHolder.getLocale();
    return Stream.concat(
            Stream.of(explanations.reasons(decision)),
            decision.reasons().stream()
                .map(rule -> messages.getMessage("judge.hint." + rule, null, "", locale)))
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    boolean allowed = submission.text("allowed").equals("yes");
    byte[] reason = submission.text("reason").getBytes(StandardCharsets.UTF_8);
    sql.sql(
            "insert into workflow.judgements (task, case_id, person, allowed, reason)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            submission.taskId(),
            submission.caseId(),
            submission.by().value(),
            allowed,
            cipher.seal(subjects.of(submission.caseId()), reason, context(submission.taskId())))
        .update();
    var outcomes = new ArrayList<Variable.Assignment>();
    outcomes.add(WorkflowVariables.ALLOWED.with(allowed));
    WorkflowVariables.DECISION
        .find(submission.run())
        .flatMap(law::find)
        .map(left -> law.judge(left, submission.by(), allowed, submission.text("reason")))
        .ifPresent(judgement -> outcomes.add(WorkflowVariables.JUDGEMENT.with(judgement)));
    return outcomes;
  }

  @Override
  public List<Answer> of(String caseId) {
    return sql
        .sql(
            "select task, allowed, reason from workflow.judgements where case_id = ?"
                + " order by judged, task")
        .param(caseId)
        .query((row, number) -> answers(row))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Answer> answers(ResultSet row) throws SQLException {
    String task = row.getString("task");
    var reason = cipher.text(row.getBytes("reason"), context(task));
    return List.of(
        new Answer(task, "allowed", row.getBoolean("allowed")),
        new Answer(task, "reason", Answers.orErased(reason)));
  }

  private static byte[] context(String task) {
    return ("workflow.judgements " + task).getBytes(StandardCharsets.UTF_8);
  }
}
