package coop.artel.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands before the engine's own deployers, so that no way of deploying goes around the check. */
final class CheckedDeployer implements Deployer {
  private final ModelCheck.Beans beans;

  CheckedDeployer(ModelCheck.Beans beans) {
    this.beans = beans;
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
                ModelCheck.of(resource.getName(), resource.getBytes(), beans);
              } else if (!resource.getName().endsWith(".form")) {
                throw new ModelRefused(
                    List.of(
                        new ModelRefused.Fault(
                            "kind-forbidden", resource.getName(), 1, List.of())));
              }
            });
  }
}
