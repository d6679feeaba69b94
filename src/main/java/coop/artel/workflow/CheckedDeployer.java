package coop.artel.workflow;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands before the engine's own deployers, so that no way of deploying goes around the check. */
final class CheckedDeployer implements Deployer {
  private final Predicate<String> isStep;

  CheckedDeployer(Predicate<String> isStep) {
    this.isStep = isStep;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    deployment
        .getResources()
        .values()
        .forEach(
            resource -> {
              if (resource.getName().endsWith(".bpmn")) {
                ModelCheck.of(resource.getName(), resource.getBytes(), isStep);
              } else if (!resource.getName().endsWith(".form")) {
                throw new ModelRefused(
                    List.of(
                        new ModelRefused.Fault(
                            "kind-forbidden", resource.getName(), 1, List.of())));
              }
            });
  }
}
