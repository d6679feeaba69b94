package coop.artel.workflow;

import coop.artel.values.Refusal;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step as the engine calls it. A refusal that the step declares becomes the model's error. */
final class StepDelegate implements JavaDelegate {
  private final Step step;
  private final Notes notes;

  StepDelegate(Step step, Notes notes) {
    this.step = step;
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    try {
      step.run(new ExecutionRun(execution, notes));
    } catch (Refusal refusal) {
      if (step.refusals().contains(refusal.code())) {
        throw new BpmnError(refusal.code(), refusal.getMessage());
      }
      throw refusal;
    }
  }
}
