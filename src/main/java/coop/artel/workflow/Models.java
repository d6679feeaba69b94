package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.UseCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.annotation.Transactional;

/**
 * The models and forms that processes run by. The shipped ones enter an empty database as one
 * deployment; into any other an upgrade publishes nothing by itself.
 */
@UseCase
public class Models {
  private static final Logger log = LoggerFactory.getLogger(Models.class);
  private static final String SHIPPED = "shipped";
  private static final String SERIES = "models";

  private final RepositoryService repository;
  private final Records records;
  private final Steps steps;

  Models(RepositoryService repository, Records records, Steps steps) {
    this.steps = steps;
    this.repository = repository;
    this.records = records;
  }

  /** Deploys what the jar carries if nothing was ever deployed. */
  public void takeShipped() {
    var shipped = shipped();
    if (repository.createDeploymentQuery().count() == 0) {
      deploy(SHIPPED, shipped);
      return;
    }
    var last =
        repository
            .createDeploymentQuery()
            .deploymentName(SHIPPED)
            .orderByDeploymentTime()
            .desc()
            .list()
            .get(0);
    shipped.forEach(
        (name, bytes) -> {
          if (!digest(bytes).equals(deployedDigest(last.getId(), name))) {
            log.info("{} differs from the one in use; it is not published by itself", name);
          }
        });
  }

  /**
   * Deploys a model that an operator sends. Refused with {@link ModelRefused} if it holds anything
   * that a model may not, or if the engine cannot read it; then nothing is kept.
   */
  @Transactional
  public String deploy(Caller caller, String name, byte[] model) {
    if (!caller.roles().contains(PlatformRole.OPERATOR)) {
      throw new NotAllowed();
    }
    if (!name.matches("processes/[a-z]+/[a-z][a-z0-9-]*\\.(bpmn|form)")) {
      throw new ModelRefused(List.of(new ModelRefused.Fault("kind-forbidden", name, 1, List.of())));
    }
    // Forms and called processes are bound to their deployment: one file alone would lack them.
    var set = newest();
    set.put(name, model);
    try {
      return deploy("sent", set);
    } catch (ParseException e) {
      throw new ModelRefused(List.of(new ModelRefused.Fault("unreadable", name, 1, List.of())));
    }
  }

  /** All files of the newest deployment. */
  private Map<String, byte[]> newest() {
    String last =
        repository.createDeploymentQuery().orderByDeploymentTime().desc().list().get(0).getId();
    var files = new TreeMap<String, byte[]>();
    repository.getDeploymentResourceNames(last).forEach(file -> files.put(file, read(last, file)));
    return files;
  }

  /** Checked first here: a refusal out of the engine would come too late to leave no trace. */
  private String deploy(String name, Map<String, byte[]> resources) {
    ModelSet.check(resources, steps::has);
    var deployment = repository.createDeployment().name(name);
    resources.forEach(
        (file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
    String id = deployment.deploy().getId();
    records.append(
        SERIES,
        resources.entrySet().stream()
            .map(
                entry ->
                    Happening.of(RecordKind.MODEL_DEPLOYED)
                        .with("file", entry.getKey())
                        .with("digest", digest(entry.getValue())))
            .toList());
    return id;
  }

  private String deployedDigest(String deployment, String name) {
    return repository.getDeploymentResourceNames(deployment).contains(name)
        ? digest(read(deployment, name))
        : "";
  }

  private byte[] read(String deployment, String name) {
    try (var stream = repository.getResourceAsStream(deployment, name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By path from the jar's root, sorted. */
  static TreeMap<String, byte[]> shipped() {
    var found = new TreeMap<String, byte[]>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String ending : new String[] {"bpmn", "form"}) {
        for (var resource : resolver.getResources("classpath*:processes/*/*." + ending)) {
          String[] path = resource.getURL().getPath().split("/");
          String name = "processes/%s/%s".formatted(path[path.length - 2], path[path.length - 1]);
          found.put(name, resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
