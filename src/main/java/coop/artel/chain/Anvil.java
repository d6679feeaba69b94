package coop.artel.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Anvil. It lives while we hold its standard input, and the system lets go of that for us
 * if we are killed; what even so was left over is ended by the next start.
 */
final class Anvil implements AutoCloseable {
  static final long CHAIN_ID = 31337;

  private static final Logger log = LoggerFactory.getLogger(Anvil.class);
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Anvil does not go on from the state that it was given, or cannot run here at all. */
  static final class EndedAtOnce extends IOException {
    EndedAtOnce(Path logFile) {
      super("Anvil ended at once, see " + logFile);
    }
  }

  private final Process wrapper;
  private final long pid;
  private final int port;
  private final Path pidFile;

  private Anvil(Process wrapper, long pid, int port, Path pidFile) {
    this.wrapper = wrapper;
    this.pid = pid;
    this.port = port;
    this.pidFile = pidFile;
  }

  /** Starts on a free port of 127.0.0.1, from the state if there is one. */
  static Anvil start(List<String> command, Path state, Path pidFile, Path logFile)
      throws IOException, InterruptedException {
    return start(options(command, state), pidFile, logFile);
  }

  /** The same with blocks at fixed intervals, as on a real network. */
  static Anvil start(
      List<String> command, Path state, Path pidFile, Path logFile, Duration blockTime)
      throws IOException, InterruptedException {
    var options = options(command, state);
    options.addAll(List.of("--block-time", Long.toString(blockTime.toSeconds())));
    return start(options, pidFile, logFile);
  }

  private static Anvil start(List<String> options, Path pidFile, Path logFile)
      throws IOException, InterruptedException {
    var wrapper = new ProcessBuilder(options).redirectError(logFile.toFile()).start();
    try {
      var line = firstLine(wrapper).get(START.toSeconds(), TimeUnit.SECONDS);
      if (line.isEmpty()) {
        throw new EndedAtOnce(logFile);
      }
      var born = JSON.readTree(line.get());
      var anvil =
          new Anvil(
              wrapper, born.required("pid").longValue(), born.required("port").intValue(), pidFile);
      Files.writeString(pidFile, anvil.pid + "\n");
      return anvil;
    } catch (ExecutionException | TimeoutException e) {
      end(wrapper);
      throw new IOException("Anvil does not start in time, see " + logFile, e);
    } catch (IOException | InterruptedException e) {
      end(wrapper);
      throw e;
    }
  }

  private static List<String> options(List<String> command, Path state) {
    var all = new ArrayList<>(command);
    all.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--no-cors"));
    all.addAll(List.of("--chain-id", Long.toString(CHAIN_ID), "--hardfork", "cancun"));
    // As on a network of cooperatives, where nobody pays for gas.
    all.addAll(List.of("--gas-price", "0", "--block-base-fee-per-gas", "0"));
    all.addAll(List.of("--disable-min-priority-fee", "--accounts", "1"));
    // Old states are not asked for; without this they go to a folder of the user's home.
    all.add("--prune-history");
    if (Files.exists(state)) {
      all.addAll(List.of("--load-state", state.toString()));
    }
    return all;
  }

  /** Empty if there is none. */
  private static CompletableFuture<Optional<String>> firstLine(Process wrapper) {
    var line = new CompletableFuture<Optional<String>>();
    var reader =
        new Thread(
            () -> {
              try (var out =
                  new BufferedReader(
                      new InputStreamReader(wrapper.getInputStream(), StandardCharsets.UTF_8))) {
                var first = out.readLine();
                line.complete(Optional.ofNullable(first));
                // Held open: the wrapper ends when nobody reads it.
                while (first != null) {
                  first = out.readLine();
                }
              } catch (IOException e) {
                line.completeExceptionally(e);
              }
            },
            "anvil-output");
    reader.setDaemon(true);
    reader.start();
    return line;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  void awaitEnd() throws InterruptedException {
    wrapper.waitFor();
  }

  @Override
  public void close() {
    end(wrapper);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      log.warn("{} stays behind", pidFile, e);
    }
  }

  private static void end(Process wrapper) {
    try {
      wrapper.getOutputStream().close();
    } catch (IOException e) {
      log.debug("The pipe to Anvil was closed already", e);
    }
    try {
      if (wrapper.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wrapper.descendants().forEach(ProcessHandle::destroyForcibly);
    wrapper.destroyForcibly();
  }

  /**
   * Ends what a killed service may have left running. A process that took the number since, and is
   * no Anvil of this folder, is left alone.
   */
  static void endOrphan(Path pidFile, Path binary) throws IOException, InterruptedException {
    if (Files.notExists(pidFile)) {
      return;
    }
    var orphan = running(pidFile).filter(process -> runs(process, binary));
    if (orphan.isPresent()) {
      log.warn("Ending the development chain that an earlier run left behind");
      var end = orphan.get().onExit();
      orphan.get().destroy();
      try {
        end.get(END.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        orphan.get().destroyForcibly();
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> running(Path pidFile) throws IOException {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean runs(ProcessHandle process, Path binary) {
    try {
      var command = process.info().command();
      return command.isPresent() && Files.isSameFile(Path.of(command.get()), binary);
    } catch (IOException e) {
      return false;
    }
  }
}
