package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deed;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.people.People;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.values.Salt;
import coop.artel.workflow.OverrideRows.Content;
import coop.artel.workflow.OverrideRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tasks that are completed although the law forbids it: whoever holds one proposes it with a
 * reason, and once a second person approves it is completed as it was sent in. The record names
 * both, and what the law said.
 */
@Service
public class Overrides implements Answers {
  public static final String DEED = "override-task";
  public static final int LONGEST_REASON = 1000;

  private final Tasks tasks;
  private final TaskCompletion completion;
  private final Forms forms;
  private final OverrideRows rows;
  private final Deeds deeds;
  private final Callers callers;
  private final Law law;
  private final Notes notes;
  private final People people;
  private final TransactionTemplate transaction;

  Overrides(
      Tasks tasks,
      TaskCompletion completion,
      Forms forms,
      OverrideRows rows,
      Deeds deeds,
      Callers callers,
      Law law,
      Notes notes,
      People people,
      PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.completion = completion;
    this.forms = forms;
    this.rows = rows;
    this.deeds = deeds;
    this.callers = callers;
    this.law = law;
    this.notes = notes;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What is proposed, for whoever may see the deed.
   *
   * @param form of the task's own deployment
   * @param values by field key, as text; absent with the reason once whom it is about was erased
   */
  public record Proposed(
      String task,
      String caseId,
      String activity,
      Decision decision,
      Form form,
      @Nullable SortedMap<String, String> values,
      @Nullable String reason) {}

  /** A task as it was sent in, and what the law has against it. */
  private record Attempt(
      Task task, String deployment, Map<String, Object> values, Guards.Forbidden forbidden) {}

  /**
   * Proposes to complete a task although the law forbids it; then it waits for a second person.
   * Refused: as {@link Tasks#complete} is, {@code override-not-needed} where the law does not
   * forbid, {@code override-unexplained}, {@code deed-waiting}.
   *
   * @param values by field key, as for {@link Tasks#complete}
   */
  public Deed propose(Caller caller, String taskId, Map<String, ?> values, String reason) {
    var attempt = attempt(caller, taskId, values).orElseThrow(OverrideRefused::notNeeded);
    var content = new Content(texts(attempt.values), checked(reason, attempt.forbidden.decision()));
    return Objects.requireNonNull(
        (Deed)
            Collisions.<RuntimeException>trying(
                () -> transaction.execute(status -> propose(caller, attempt, content))));
  }

  /** Does all but complete the task, and takes it back. */
  private Optional<Attempt> attempt(Caller caller, String taskId, Map<String, ?> values) {
    var attempted =
        Collisions.<RuntimeException>trying(
            () ->
                transaction.execute(
                    status -> {
                      status.setRollbackOnly();
                      var task = tasks.lockedByHolder(caller, taskId);
                      var origin = tasks.origin(taskId);
                      var form = forms.in(origin.deployment(), task.activity());
                      var checked = FormCheck.of(form, values);
                      return origin.guard() == null
                          ? null
                          : completion
                              .attempt(caller, task, checked)
                              .map(it -> new Attempt(task, origin.deployment(), checked, it))
                              .orElse(null);
                    }));
    return Optional.ofNullable((Attempt) attempted);
  }

  private Deed propose(Caller caller, Attempt attempt, Content content) {
    var task = tasks.lockedByHolder(caller, attempt.task.id());
    var asked = attempt.forbidden.asked();
    var decision =
        law.ask(asked.facts(), task.cooperative(), asked.day(), asked.about(), task.caseId());
    var salt = Salt.random();
    var digest = OverrideRows.digest(task.id(), decision.digest(), salt, content);
    var deed = deeds.propose(DEED, task.id(), digest, caller);
    rows.add(
        new Row(
            deed.id(),
            task.id(),
            task.caseId(),
            task.process(),
            task.activity(),
            attempt.deployment,
            task.cooperative(),
            task.groups(),
            caller.person(),
            decision.id(),
            salt,
            content));
    return deed;
  }

  private static SortedMap<String, String> texts(Map<String, Object> values) {
    var texts = new TreeMap<String, String>();
    values.forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }

  private static String checked(String reason, Decision decision) {
    try {
      String words = Comments.checked(reason);
      if (words.length() <= LONGEST_REASON) {
        return words;
      }
    } catch (CommentMalformed malformed) {
      // It is told as what is missing here.
    }
    throw new OverrideUnexplained(decision);
  }

  /** What waits for a second person in a task, for whoever may see the task. */
  public Optional<Deed> waiting(Task task) {
    return deeds.newest(DEED, task.id()).filter(Deed::open);
  }

  /** For those who were allowed to find the deed. */
  public Proposed of(Deed deed) {
    var row = rows.ofDeed(deed.id()).orElseThrow();
    var content = row.content();
    return new Proposed(
        row.task(),
        row.caseId(),
        row.activity(),
        decision(row),
        forms.in(row.deployment(), row.activity()),
        content == null ? null : content.values(),
        content == null ? null : content.reason());
  }

  private Decision decision(Row row) {
    return law.find(row.decision()).orElseThrow();
  }

  /**
   * The second person has approved, in whose transaction the task is completed. A refusal that
   * comes so late takes the approval back with it.
   */
  @EventListener
  void on(DeedApproved approved) {
    if (!approved.kind().equals(DEED)) {
      return;
    }
    try {
      complete(rows.ofDeed(approved.deed()).orElseThrow(), approved);
    } catch (Refusal refusal) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      throw refusal;
    }
  }

  private void complete(Row row, DeedApproved approved) {
    var content = Objects.requireNonNull(row.content());
    var proposer = callers.of(row.person());
    var task = tasks.lockedByHolder(proposer, row.task());
    var form = forms.in(row.deployment(), row.activity());
    var decision = decision(row);
    notes.decided(row.caseId(), row.task(), decision);
    Recording.current().happened(row.caseId(), record(row, content, decision, approved));
    completion.override(proposer, task, FormCheck.of(form, content.values()));
  }

  private static Happening record(
      Row row, Content content, Decision decision, DeedApproved approved) {
    return Happening.of(RecordKind.OVERRIDE)
        .with("process", row.process())
        .with("activity", row.activity())
        .with("question", decision.question())
        .with("outcome", decision.outcome().id())
        .with("article", TaskForbiddenByLaw.articles(decision))
        .with("decisions", List.of(decision.digest()))
        .with("deed", approved.deed().toString())
        .with("proposedBy", approved.proposedBy())
        .withPerson("proposedFor", approved.proposedFor())
        .with("approvedBy", approved.approvedBy())
        .withPerson("approvedFor", approved.approvedFor())
        .committing("reason", content.reason());
  }

  /** The task was completed otherwise, or went with what it belonged to: nothing is left to do. */
  @EventListener
  void on(GuardedTaskGone gone) {
    deeds.supersede(DEED, gone.task());
  }

  @Override
  public List<Answer> of(String caseId) {
    var answers = new ArrayList<Answer>();
    for (var row : rows.ofCase(caseId)) {
      deeds
          .newest(DEED, row.task())
          .filter(deed -> deed.id().equals(row.deed()) && Boolean.TRUE.equals(deed.approved()))
          .ifPresent(deed -> answers.addAll(answers(row, deed)));
    }
    return answers;
  }

  private List<Answer> answers(Row row, Deed deed) {
    var reason = Optional.ofNullable(row.content()).map(Content::reason);
    return List.of(
        new Answer(row.task(), "override-article", TaskForbiddenByLaw.articles(decision(row))),
        new Answer(row.task(), "override-reason", Answers.orErased(reason)),
        new Answer(row.task(), "override-approved-by", name(deed.decidedBy())));
  }

  private String name(@Nullable PersonId person) {
    return Optional.ofNullable(person).flatMap(people::nameOf).orElse("—");
  }
}
