package coop.artel.notary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A file with a secret in it, which only its owner may read. */
final class KeyFile {
  private KeyFile() {}

  /** What the file holds; where there is none, it is made with what the supplier gives. */
  static String readOrCreate(Path file, Supplier<String> content) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      try {
        create(file, content.get());
      } catch (FileAlreadyExistsException e) {
        // Another node on the same folder was faster; its key is the key.
        return Files.readString(file);
      }
    }
    return Files.readString(file);
  }

  private static void create(Path file, String content) throws IOException {
    var draft = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".new");
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      publish(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A key that is there is never overwritten, not even by one who came at the same moment. */
  private static void publish(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system that knows no links.
      Files.move(draft, file);
    }
  }

  /** Whether others than the owner may read the file. */
  static boolean isOpen(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    return !Set.of("rw-------", "r--------")
        .contains(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
