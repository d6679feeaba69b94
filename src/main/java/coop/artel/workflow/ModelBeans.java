package coop.artel.workflow;

import org.springframework.stereotype.Component;

/** The steps and guards of this service. */
@Component
class ModelBeans implements ModelCheck.Beans {
  private final Steps steps;
  private final Guards guards;

  ModelBeans(Steps steps, Guards guards) {
    this.steps = steps;
    this.guards = guards;
  }

  @Override
  public boolean isStep(String name) {
    return steps.has(name);
  }

  @Override
  public boolean isGuard(String task, String question) {
    return guards.has(task, question);
  }
}
