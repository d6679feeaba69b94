package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.notary.Happening;
import coop.artel.values.CooperativeId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** What a step sees of the engine's execution. */
final class ExecutionRun implements Run {
  private final DelegateExecution execution;
  private final Notes notes;

  ExecutionRun(DelegateExecution execution, Notes notes) {
    this.execution = execution;
    this.notes = notes;
  }

  @Override
  public String caseId() {
    return ((ExecutionEntity) execution).getRootProcessInstanceId();
  }

  @Override
  public CooperativeId cooperative() {
    return WorkflowVariables.COOPERATIVE.in(this);
  }

  @Override
  public @Nullable Object get(String name) {
    return execution.getVariable(name);
  }

  @Override
  public void set(String name, @Nullable Object value) {
    execution.setVariable(name, value);
  }

  @Override
  public void decided(Decision decision) {
    notes.decided(caseId(), execution.getActivityInstanceId(), decision);
  }

  @Override
  public void wrote(String documentDigest) {
    notes.wrote(caseId(), execution.getActivityInstanceId(), documentDigest);
  }

  @Override
  public void happened(Happening happening) {
    Recording.current().happened(caseId(), happening);
  }
}
