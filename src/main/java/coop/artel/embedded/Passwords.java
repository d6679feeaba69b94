package coop.artel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The one password of the embedded server's roles; it never leaves the data folder. */
record Passwords(String text) {
  private static final int BYTES = 24;

  /** Reads it, or makes it at the first start; the file is for its owner only. */
  static Passwords in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("postgres.password");
    if (Files.exists(file)) {
      return new Passwords(Files.readString(file).strip());
    }
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = HexFormat.of().formatHex(bytes);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text, StandardOpenOption.WRITE);
    } else {
      Files.writeString(file, text);
    }
    return new Passwords(text);
  }
}
