package coop.artel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml} as Compose reads it, short forms of lists written out. */
public final class ComposeFile {
  public static final Path FOLDER = Path.of("docker");

  private final Map<String, Object> root;

  private ComposeFile(Map<String, Object> root) {
    this.root = root;
  }

  public static ComposeFile read() throws IOException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new ComposeFile(
        map(
            new Yaml(new SafeConstructor(options))
                .load(Files.readString(FOLDER.resolve("compose.yaml")))));
  }

  /** One service of the file. */
  public record Service(String name, Map<String, Object> fields) {
    public boolean has(String field) {
      return fields.containsKey(field);
    }

    public String text(String field) {
      return String.valueOf(fields.get(field));
    }

    public List<String> list(String field) {
      var value = fields.getOrDefault(field, List.of());
      return value instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of(String.valueOf(value));
    }

    public Map<String, Object> map(String field) {
      return fields.containsKey(field) ? ComposeFile.map(fields.get(field)) : Map.of();
    }

    @Override
    public String toString() {
      return name;
    }

    /** Names of networks, in either form. */
    public List<String> networks() {
      return fields.get("networks") instanceof Map<?, ?> named
          ? named.keySet().stream().map(String::valueOf).toList()
          : list("networks");
    }

    /** From the file's name under {@code /run/secrets} to the secret that is mounted there. */
    public Map<String, String> secrets() {
      var secrets = new LinkedHashMap<String, String>();
      if (fields.get("secrets") instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof Map<?, ?> longForm) {
            secrets.put(
                String.valueOf(longForm.get("target")), String.valueOf(longForm.get("source")));
          } else {
            secrets.put(String.valueOf(item), String.valueOf(item));
          }
        }
      }
      return secrets;
    }
  }

  public List<Service> services() {
    var services = new ArrayList<Service>();
    map(root.get("services"))
        .forEach((name, fields) -> services.add(new Service(name, map(fields))));
    return services;
  }

  public Service service(String name) {
    return services().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** A part of the file beside its services. */
  public Map<String, Object> section(String field) {
    return map(root.get(field));
  }

  /** The file that a secret comes from, relative to the file's folder. */
  public Path fileOf(String secret) {
    return Path.of(String.valueOf(map(section("secrets").get(secret)).get("file")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
