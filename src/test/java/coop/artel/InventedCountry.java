package coop.artel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Atlantis, a country that there is not: its files as somebody who adds one would write them, under
 * {@code src/test/resources/atlantis}.
 */
public final class InventedCountry {
  public static final String ID = "zz";

  private static final Path FILES = Path.of("src/test/resources/atlantis");

  private InventedCountry() {}

  /** Writes the folder that the setting {@code artel.jurisdictions} would name. */
  public static Path in(Path folder) throws IOException {
    return in(folder, ID);
  }

  /** The same country under another id. */
  public static Path in(Path folder, String id) throws IOException {
    try (var files = Files.walk(FILES)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = FILES.relativize(file).toString().replace('\\', '/');
        var text = Files.readString(file);
        write(
            folder,
            name.replace("/" + ID + "/", "/" + id + "/"),
            name.endsWith("country.yaml")
                ? text.replace("country: " + ID, "country: " + id)
                : text);
      }
    }
    return folder;
  }

  public static void write(Path folder, String name, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Takes a file away again. */
  public static void without(Path folder, String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
