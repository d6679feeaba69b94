package coop.artel.bench;

import coop.artel.notary.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify --log} of a service while others write: the log that it reads grows beneath it, and
 * has to hold each time, with the anchors on the chain.
 */
final class LogUnderLoad {
  private final String log;
  private final String chain;
  private final int readings;
  private final PrintStream progress;
  private volatile @Nullable CompletableFuture<Integer> held;

  /**
   * @param service its address
   * @param chain address of a node of the chain that it anchors on
   */
  LogUnderLoad(String service, String chain, int readings, PrintStream progress) {
    this.log = service + "/log";
    this.chain = chain;
    this.readings = readings;
    this.progress = progress;
  }

  /** Begins to verify, beside the caller. */
  void read() {
    held = CompletableFuture.supplyAsync(this::verify);
  }

  /** Whether it has begun and nobody verifies any more. */
  boolean isRead() {
    var begun = held;
    return begun != null && begun.isDone();
  }

  /**
   * @param written records while the log was verified
   */
  Measurement measurement(int written) {
    var begun = held;
    if (begun == null) {
      throw new IllegalStateException("Nobody has verified the log");
    }
    return Measurement.atLeast(
        "verify.under-load",
        begun.join(),
        "of %d times verify --log ended with 0 while %d records were written"
            .formatted(readings, written),
        readings,
        "");
  }

  private int verify() {
    try {
      Path policy = Files.createTempFile("artel-bench", ".txt");
      try (InputStream served = URI.create(log + "/policy").toURL().openStream()) {
        Files.write(policy, served.readAllBytes());
        int good = 0;
        for (int i = 0; i < readings; i++) {
          good += verify(policy) == 0 ? 1 : 0;
        }
        return good;
      } finally {
        Files.delete(policy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int verify(Path policy) {
    var said = new ByteArrayOutputStream();
    long begun = System.nanoTime();
    int code;
    try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      code =
          VerifyCommand.run(
              new String[] {"--log", log, "--policy", policy.toString(), "--rpc", chain}, out, out);
    }
    progress.printf(
        "verify --log ended with %d after %.1f s%n%s",
        code,
        (System.nanoTime() - begun) / 1e9,
        code == 0 ? "" : said.toString(StandardCharsets.UTF_8));
    return code;
  }
}
