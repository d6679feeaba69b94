package coop.artel.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import coop.artel.values.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The demonstration accounts with their passwords and tokens, for whoever may read the data folder:
 * {@code DIR/demo/accounts.json}, mode 600.
 */
public record AccountsFile(String cooperative, String cooperativeName, List<Entry> accounts) {
  public record Entry(String role, String name, String login, String password, String token) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Path in(Path data) {
    return data.resolve("demo").resolve("accounts.json");
  }

  public static AccountsFile read(Path data) throws IOException {
    return JSON.readValue(Files.readAllBytes(in(data)), AccountsFile.class);
  }

  void write(DataFolder data) throws IOException {
    Path file = in(data.path());
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(
        file,
        JSON.writeValueAsBytes(this),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  public List<Entry> of(String role) {
    return accounts.stream().filter(entry -> entry.role().equals(role)).toList();
  }

  public Entry one(String role) {
    return of(role).get(0);
  }
}
