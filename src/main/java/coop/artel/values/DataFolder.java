package coop.artel.values;

import java.nio.file.Path;

/** The folder of everything that the service itself keeps on disk: {@code --artel.data}. */
public record DataFolder(Path path) {
  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }
}
