package coop.artel.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The sets of models and forms in the engine: the newest is in use, running cases keep theirs. */
@Component
class Deployments {
  static final String SHIPPED = "shipped";

  private final RepositoryService repository;
  private final Steps steps;
  private final TransactionTemplate trial;

  Deployments(RepositoryService repository, Steps steps, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.steps = steps;
    this.trial = new TransactionTemplate(transactions);
    trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  boolean none() {
    return repository.createDeploymentQuery().count() == 0;
  }

  /** All files of the newest deployment. */
  ModelFiles inUse() {
    return files(repository.createDeploymentQuery().orderByDeploymentTime().desc().list().get(0));
  }

  /** What the newest deployment of a name holds. */
  Optional<ModelFiles> newest(String name) {
    return repository
        .createDeploymentQuery()
        .deploymentName(name)
        .orderByDeploymentTime()
        .desc()
        .list()
        .stream()
        .findFirst()
        .map(this::files);
  }

  private ModelFiles files(Deployment deployment) {
    var files = new TreeMap<String, byte[]>();
    repository
        .getDeploymentResourceNames(deployment.getId())
        .forEach(file -> files.put(file, read(deployment.getId(), file)));
    return new ModelFiles(files);
  }

  private byte[] read(String deployment, String name) {
    try (var stream = repository.getResourceAsStream(deployment, name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses with {@link ModelRefused} what holds anything that a model may not. */
  void check(ModelFiles files) {
    ModelSet.check(files.bytes(), steps::has);
  }

  /**
   * Checks, and lets the engine itself read it in a transaction that is rolled back.
   *
   * @param sent the file that is to blame if the engine cannot
   */
  void rehearse(ModelFiles files, String sent) {
    check(files);
    try {
      trial.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            deploy("rehearsal", files);
          });
    } catch (ParseException e) {
      throw new ModelRefused(List.of(new ModelRefused.Fault("unreadable", sent, 1, List.of())));
    }
  }

  String deploy(String name, ModelFiles files) {
    var deployment = repository.createDeployment().name(name);
    files
        .bytes()
        .forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
    return deployment.deploy().getId();
  }
}
