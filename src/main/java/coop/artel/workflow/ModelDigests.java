package coop.artel.workflow;

import coop.artel.values.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** SHA-256 of each deployed model, by the id of its process definition. */
final class ModelDigests {
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Function<String, InputStream> models;

  /**
   * @param models opens the model of a process definition
   */
  ModelDigests(Function<String, InputStream> models) {
    this.models = models;
  }

  String of(String definition) {
    return known.computeIfAbsent(definition, this::compute);
  }

  private String compute(String definition) {
    try (InputStream model = models.apply(definition)) {
      return Sha256.of(model.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
