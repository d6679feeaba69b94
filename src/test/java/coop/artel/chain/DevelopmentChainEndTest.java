package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development chain never outlives the service. */
class DevelopmentChainEndTest {
  private static final String LOG = "log.test/one";

  @TempDir Path folder;

  /** A service that does nothing but anchor once and stay. */
  static final class Service {
    private Service() {}

    public static void main(String[] arguments) throws Exception {
      var connection = new ChainConnection();
      var folder = Path.of(arguments[0]);
      development(folder, connection).start();
      while (connection.state().phase() != Phase.READY) {
        Thread.sleep(20);
      }
      new EvmChain(connection).anchor(LOG, 7, new byte[32], new byte[32]);
      Files.createFile(folder.resolve("anchored"));
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  @Test
  void the_node_ends_when_the_service_is_killed_and_keeps_what_was_anchored() throws Exception {
    var service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Service.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("anchored")));
      var node = ProcessHandle.of(pid()).orElseThrow();
      assertThat(node.isAlive()).isTrue();

      service.destroyForcibly().waitFor();

      await().atMost(Duration.ofSeconds(60)).until(() -> !node.isAlive());
      assertThat(newestAfterRestart()).isEqualTo(7);
    } finally {
      service.destroyForcibly();
    }
  }

  @Test
  void a_node_that_was_left_over_all_the_same_is_ended_by_the_next_start() throws Exception {
    var installed = new InstalledAnvil(Files.createDirectories(folder.resolve("chain")));
    // Without the wrapper that watches over it: as if that, too, had been killed.
    var orphan =
        new ProcessBuilder(installed.binary().toString(), "--port", "0", "--quiet")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Files.writeString(folder.resolve("chain/anvil.pid"), orphan.pid() + "\n");

      assertThat(newestAfterRestart()).isZero();

      assertThat(orphan.isAlive()).isFalse();
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void another_process_that_took_the_number_is_left_alone() throws Exception {
    Files.createDirectories(folder.resolve("chain"));
    var other = new ProcessBuilder("node", "--eval", "setTimeout(() => {}, 60000)").start();
    try {
      Files.writeString(folder.resolve("chain/anvil.pid"), other.pid() + "\n");

      assertThat(newestAfterRestart()).isZero();

      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  /** Size of the newest anchor as a new service finds it, 0 without one. */
  private long newestAfterRestart() throws Exception {
    var connection = new ChainConnection();
    var development = development(folder, connection);
    development.start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> connection.state().phase() == Phase.READY);
      return new EvmChain(connection).newest(LOG).map(Anchor::size).orElse(0L);
    } finally {
      development.stop();
    }
  }

  private long pid() throws Exception {
    return Long.parseLong(Files.readString(folder.resolve("chain/anvil.pid")).strip());
  }

  private static DevelopmentChain development(Path folder, ChainConnection connection) {
    return new DevelopmentChain(
        ChainSettings.unset(),
        new DataFolder(folder),
        connection,
        new InstalledAnvil(folder.resolve("chain")));
  }
}
