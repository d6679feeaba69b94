package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.values.CooperativeId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The guards that models may name; found when first asked for, since they may need the engine. The
 * law forbids by refusing and by missing something. What it leaves to a person, and what it has no
 * rules for, it does not forbid.
 */
@Component
class Guards {
  private final ApplicationContext context;
  private final ObjectProvider<Law> law;

  Guards(ApplicationContext context, ObjectProvider<Law> law) {
    this.context = context;
    this.law = law;
  }

  /** What the law forbids, and what it was asked. */
  record Forbidden(Guard.Asked asked, Decision decision) {}

  /** Whether there is a guard of this task that asks this question. */
  boolean has(String task, String question) {
    String name = name(task);
    return context.containsBean(name)
        && context.isTypeMatch(name, Guard.class)
        && context.getBean(name, Guard.class).question().equals(question);
  }

  /** What stands against completing a task so, if the law says anything against it. */
  Optional<Forbidden> forbids(Task task, Submission submission) {
    return context
        .getBean(name(task.activity()), Guard.class)
        .asks(submission)
        .filter(asked -> answers(asked.facts().question(), task.cooperative()))
        .map(asked -> new Forbidden(asked, foreseen(asked, task)))
        .filter(it -> forbids(it.decision().outcome()));
  }

  /** By the edition of the case, so that the step behind the task hears the same. */
  private Decision foreseen(Guard.Asked asked, Task task) {
    return law.getObject().foresee(asked.facts(), task.cooperative(), asked.day(), task.caseId());
  }

  /** What the law is asked before a guarded task is completed; nothing where none guards it. */
  @Nullable GuardQuestion asks(@Nullable String question, CooperativeId cooperative) {
    return question == null ? null : new GuardQuestion(question, answers(question, cooperative));
  }

  private boolean answers(String question, CooperativeId cooperative) {
    return law.getObject().answers(question, cooperative);
  }

  private static boolean forbids(Outcome outcome) {
    return outcome == Outcome.REFUSED || outcome == Outcome.MISSING;
  }

  private static String name(String task) {
    var name = new StringBuilder();
    for (String word : task.split("-")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.append("Guard").toString();
  }
}
