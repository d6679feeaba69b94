package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;

/** Starts processes and tells them what happened. */
@UseCase
public class Processes {
  private static final String AWAITED =
      """
      select waiting.* from act_ru_event_subscr subscription
        join act_ru_execution waiting on waiting.id_ = subscription.proc_inst_id_
      where waiting.root_proc_inst_id_ = #{case} and subscription.event_type_ = 'message'
        and subscription.event_name_ = #{message}
      """;

  private final RuntimeService runtime;
  private final IdentityService identity;

  Processes(RuntimeService runtime, IdentityService identity) {
    this.runtime = runtime;
    this.identity = identity;
  }

  /**
   * Starts a case.
   *
   * @param by the person who starts it, absent when the service does
   * @param subject the person whom the case is about: that person's key hides its records
   * @return the case's id
   */
  public String start(
      String process,
      CooperativeId cooperative,
      @Nullable PersonId by,
      PersonId subject,
      Variable.Assignment... variables) {
    Map<String, Object> values = values(variables);
    values.put(WorkflowVariables.COOPERATIVE.name(), cooperative.toString());
    Recording.current().begin(new CaseListing.Beginning(cooperative, subject, by));
    return as(by, () -> runtime.startProcessInstanceByKey(process, values).getId());
  }

  /**
   * Tells the one process of a case that waits for a message, called processes included; refused
   * with {@code not-awaited} if none does.
   */
  public void tell(
      String message, String caseId, @Nullable PersonId by, Variable.Assignment... variables) {
    String waiting =
        runtime
            .createNativeExecutionQuery()
            .sql(AWAITED)
            .parameter("message", message)
            .parameter("case", caseId)
            .list()
            .stream()
            .map(Execution::getProcessInstanceId)
            .findFirst()
            .orElseThrow(() -> new NotAwaited(message));
    as(
        by,
        () -> {
          try {
            runtime
                .createMessageCorrelation(message)
                .processInstanceId(waiting)
                .setVariables(values(variables))
                .correlate();
          } catch (MismatchingMessageCorrelationException e) {
            throw new NotAwaited(message);
          }
          return waiting;
        });
  }

  private <T> T as(@Nullable PersonId person, java.util.function.Supplier<T> work) {
    identity.setAuthenticatedUserId(person == null ? null : person.toString());
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private static Map<String, Object> values(Variable.Assignment... variables) {
    var values = new HashMap<String, Object>();
    for (Variable.Assignment assignment : variables) {
      values.put(assignment.name(), assignment.value());
    }
    return values;
  }
}
