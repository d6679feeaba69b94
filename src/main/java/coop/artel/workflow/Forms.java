package coop.artel.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** The forms of the deployed models, each in the deployment that its task came from. */
@Component
public class Forms {
  private final RepositoryService repository;
  private final Map<String, Form> known = new ConcurrentHashMap<>();

  Forms(RepositoryService repository) {
    this.repository = repository;
  }

  /** The form that starts a process, in the newest deployment that has it. */
  public Form starting(String form) {
    return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
        .map(Deployment::getId)
        .filter(deployment -> has(deployment, form))
        .findFirst()
        .map(deployment -> in(deployment, form))
        .orElseThrow(() -> new IllegalStateException("No form %s is deployed".formatted(form)));
  }

  /** Checks values that start a process; throws {@link FormInvalid}. */
  public Map<String, Object> check(Form form, Map<String, ?> values) {
    return FormCheck.of(form, values);
  }

  Form in(String deployment, String form) {
    return known.computeIfAbsent(deployment + "/" + form, key -> load(deployment, form));
  }

  private boolean has(String deployment, String form) {
    return repository.getDeploymentResourceNames(deployment).stream()
        .anyMatch(name -> name.endsWith("/" + form + ".form"));
  }

  private Form load(String deployment, String form) {
    String file =
        repository.getDeploymentResourceNames(deployment).stream()
            .filter(name -> name.endsWith("/" + form + ".form"))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Deployment %s has no form %s".formatted(deployment, form)));
    try (var stream = repository.getResourceAsStream(deployment, file)) {
      return FormFile.read(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
