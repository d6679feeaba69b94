package coop.artel.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
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
  private final ModelBeans beans;
  private final TransactionTemplate trial;

  Deployments(
      RepositoryService repository, ModelBeans beans, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.beans = beans;
    this.trial = new TransactionTemplate(transactions);
    trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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

  /** Every set that was ever in use, oldest first. */
  List<ModelFiles> all() {
    return repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream()
        .map(this::files)
        .toList();
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
    ModelSet.check(files.bytes(), beans);
  }

  /**
   * Checks, and lets the engine itself read it: up to a savepoint that is gone back to, on the
   * caller's own connection. Refused with {@link ModelRefused} where the engine cannot.
   */
  void rehearse(ModelFiles files) {
    check(files);
    try {
      trial.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            deploy("rehearsal", files);
          });
    } catch (ParseException e) {
      throw new ModelRefused(faults(e));
    }
  }

  private static List<ModelRefused.Fault> faults(ParseException e) {
    return e.getResorceReports().stream()
        .flatMap(
            report ->
                report.getErrors().stream()
                    .map(problem -> fault(report.getResourceName(), problem)))
        .toList();
  }

  /** The engine speaks English only: its words stand beside ours. */
  private static ModelRefused.Fault fault(String file, Problem problem) {
    var ids = problem.getElementIds();
    return new ModelRefused.Fault(
        "engine-refuses",
        file,
        Math.max(problem.getLine(), 1),
        List.of(
            ids.isEmpty() ? "—" : ids.get(0),
            Objects.requireNonNullElse(problem.getMessage(), "")));
  }

  String deploy(String name, ModelFiles files) {
    var deployment = repository.createDeployment().name(name);
    files
        .bytes()
        .forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
    return deployment.deploy().getId();
  }
}
