package coop.artel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What the service has acknowledged, kept by those who asked for it: a line counts when it is on
 * disk.
 */
final class Journal implements AutoCloseable {
  /**
   * @param work id of a task, or of a question and its voter
   * @param digest of the receipt; {@link #KNOWN_BEFORE} where the service said that it was done
   */
  record Entry(String caseId, String work, String digest) {
    boolean hasReceipt() {
      return !digest.equals(KNOWN_BEFORE);
    }
  }

  static final String KNOWN_BEFORE = "known-before";

  private final Path file;
  private final FileChannel channel;

  Journal(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
  }

  void acknowledged(Entry entry) {
    String line = "%s %s %s%n".formatted(entry.caseId(), entry.work(), entry.digest());
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be written", e);
    }
  }

  List<Entry> entries() throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" "))
        .map(words -> new Entry(words[0], words[1], words[2]))
        .toList();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
