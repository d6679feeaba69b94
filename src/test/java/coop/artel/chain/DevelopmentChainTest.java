package coop.artel.chain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentChainTest {
  private static final String LOG = "log.test/one";

  @TempDir Path folder;
  private @Nullable DevelopmentChain development;
  private ChainConnection connection;
  private Chain chain;

  @BeforeEach
  void begin() {
    start();
  }

  @AfterEach
  void end() {
    stop();
  }

  @Test
  void nobody_waits_for_it_and_it_becomes_ready() {
    assertThat(chain.state().phase()).isEqualTo(Phase.STARTING);
    assertThat(chain.state().reason()).isEqualTo("chain.starting");
    assertThatThrownBy(() -> anchor(1))
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo("chain.starting"));

    var state = ready();

    assertThat(state.reason()).isNull();
    assertThat(state.development()).isTrue();
    assertThat(state.chainId()).isEqualTo(31337);
    assertThat(state.contract()).matches("0x[0-9a-f]{40}");
  }

  @Test
  void a_head_is_anchored_and_read_back_from_the_chain() throws Exception {
    ready();
    assertThat(chain.newest(LOG)).isEmpty();

    var anchor = anchor(3);

    assertThat(anchor.origin()).isEqualTo(LOG);
    assertThat(anchor.size()).isEqualTo(3);
    assertThat(anchor.root()).isEqualTo(digest(3));
    assertThat(anchor.checkpoint()).isEqualTo(digest(4));
    assertThat(anchor.chainId()).isEqualTo(31337);
    assertThat(anchor.contract()).isEqualTo(chain.state().contract());
    assertThat(anchor.transaction()).matches("0x[0-9a-f]{64}");
    assertThat(Duration.between(anchor.at(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertSame(chain.newest(LOG), anchor);
    assertThat(chain.newest("log.test/two")).isEmpty();
  }

  @Test
  void an_anchor_is_proved_when_the_node_is_gone() throws Exception {
    ready();
    anchor(3);
    var anchor = anchor(5);
    var proof = chain.proof(anchor.transaction(), anchor.block()).orElseThrow();
    assertThat(chain.proof(anchor.transaction(), anchor.block() - 1)).isEmpty();
    assertThat(chain.proof(anchor.transaction(), anchor.block() + 9)).isEmpty();

    stop();

    var block = proof.block();
    assertThat(block.number()).isEqualTo(anchor.block());
    assertThat(block.at()).isEqualTo(anchor.at());
    assertThat(block.namedValidators()).isEmpty();
    assertThat(proof.standsIn(block)).isTrue();
    assertThat(proof.succeeded()).isTrue();
    assertThat(proof.tells(anchor.contract(), LOG, 5, digest(5), digest(6))).isTrue();
    assertThat(proof.tells(anchor.contract(), LOG, 3, digest(3), digest(4))).isFalse();
    assertThat(proof.tells(anchor.contract(), LOG + "x", 5, digest(5), digest(6))).isFalse();
  }

  @Test
  void repeating_an_anchor_returns_the_one_that_is_held() throws Exception {
    ready();
    var first = anchor(3);
    var second = anchor(5);

    assertSame(Optional.of(anchor(5)), second);
    assertSame(Optional.of(anchor(3)), first);
    assertSame(chain.newest(LOG), second);
  }

  @Test
  void a_log_that_was_forked_or_set_back_contradicts_the_chain() throws Exception {
    ready();
    anchor(3);
    anchor(5);

    assertThatThrownBy(() -> chain.anchor(LOG, 5, digest(9), digest(6)))
        .isInstanceOf(AnchorContradicted.class);
    assertThatThrownBy(() -> chain.anchor(LOG, 5, digest(5), digest(9)))
        .isInstanceOf(AnchorContradicted.class);
    assertThatThrownBy(() -> anchor(4)).isInstanceOf(AnchorContradicted.class);
    assertThat(chain.state().reason()).isEqualTo("chain.contradicted");
  }

  @Test
  void an_orderly_restart_keeps_the_chain() throws Exception {
    ready();
    var anchor = anchor(3);

    stop();
    assertThat(folder.resolve("chain/anvil.pid")).doesNotExist();
    start();

    assertThat(ready().reason()).isNull();
    assertSame(chain.newest(LOG), anchor);
    assertThat(anchor(4).contract()).isEqualTo(anchor.contract());
  }

  @Test
  void a_killed_node_is_started_again_and_has_lost_no_anchor() throws Exception {
    ready();
    var anchor = anchor(3);

    var node = node();
    node.destroyForcibly();
    node.onExit().join();

    await().until(() -> chain.state().phase() != Phase.READY);
    assertThat(ready().reason()).isNull();
    assertSame(chain.newest(LOG), anchor);
  }

  @Test
  void a_half_written_state_is_told_kept_aside_and_begun_anew() throws Exception {
    ready();
    var anchor = anchor(3);
    stop();
    var state = Files.readString(stateFile());
    Files.writeString(stateFile(), state.substring(0, state.length() / 2));

    start();

    assertThat(ready().reason()).isEqualTo("chain.begun-anew");
    assertThat(keptAside())
        .isPresent()
        .get()
        .satisfies(path -> assertThat(Files.size(path)).isEqualTo(state.length() / 2));
    assertThat(chain.newest(LOG)).isEmpty();
    // The same keys deploy to the same address, so that policies stay true.
    assertThat(anchor(3).contract()).isEqualTo(anchor.contract());
  }

  @Test
  void a_state_that_is_json_but_not_a_chain_is_begun_anew_too() throws Exception {
    ready();
    anchor(3);
    stop();
    Files.writeString(stateFile(), "{\"block\":7}");

    start();

    assertThat(ready().reason()).isEqualTo("chain.begun-anew");
    assertThat(keptAside()).isPresent();
  }

  @Test
  void a_state_that_is_gone_is_begun_anew() throws Exception {
    ready();
    anchor(3);
    stop();
    Files.delete(stateFile());

    start();

    assertThat(ready().reason()).isEqualTo("chain.begun-anew");
    assertThat(chain.newest(LOG)).isEmpty();
  }

  @Test
  void a_contract_that_is_gone_is_deployed_again() throws Exception {
    ready();
    anchor(3);
    stop();
    var file = folder.resolve("chain/contract.json");
    var saved = Files.readString(file);
    Files.writeString(file, saved.replaceAll("0x[0-9a-f]{40}\"", "0x" + "5".repeat(40) + "\""));

    start();

    assertThat(ready().reason()).isEqualTo("chain.deployed-again");
    assertThat(chain.newest(LOG)).isEmpty();
    assertThat(anchor(1).size()).isEqualTo(1);
  }

  @Test
  void a_folder_serves_one_service() {
    ready();
    var second = new ChainConnection();
    var other = development(second);
    try {
      other.start();
      await().until(() -> second.state().phase() == Phase.ABSENT);
      assertThat(second.state().reason()).isEqualTo("chain.folder-in-use");
      assertThat(chain.state().phase()).isEqualTo(Phase.READY);
    } finally {
      other.stop();
    }
  }

  @Test
  void the_keys_are_two_and_readable_by_their_owner_only() throws Exception {
    ready();
    var keys = folder.resolve("keys");

    assertThat(Files.readString(keys.resolve("anchor.key")))
        .matches("[0-9a-f]{64}\n")
        .isNotEqualTo(Files.readString(keys.resolve("anchor-owner.key")));
    for (var key : new String[] {"anchor.key", "anchor-owner.key"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(key))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void an_unreadable_key_is_told_and_nothing_is_overwritten() throws Exception {
    ready();
    stop();
    var key = folder.resolve("keys/anchor.key");
    Files.writeString(key, "not a key\n");

    start();

    await().until(() -> "chain.key-unreadable".equals(chain.state().reason()));
    assertThat(chain.state().phase()).isEqualTo(Phase.DOWN);
    assertThat(Files.readString(key)).isEqualTo("not a key\n");
  }

  @Test
  void without_npm_there_is_no_chain_and_the_service_says_so() {
    stop();
    connection = new ChainConnection();
    development =
        new DevelopmentChain(
            ChainSettings.unset(),
            new DataFolder(folder),
            connection,
            new AnvilInstallation(folder.resolve("chain"), "node", "no-such-program"));
    development.start();

    await().until(() -> connection.state().phase() == Phase.ABSENT);
    assertThat(connection.state().reason()).isEqualTo("chain.no-npm");
    var health = new ChainHealth(connection).health();
    assertThat(health.getStatus().getCode()).isEqualTo("UP");
    assertThat(health.getDetails())
        .containsEntry("anchoring", "waiting")
        .containsEntry("reason", "chain.no-npm");
  }

  @Test
  void where_node_is_gone_from_under_a_kept_chain_that_is_the_reason() {
    ready();
    stop();
    connection = new ChainConnection();
    development =
        new DevelopmentChain(
            ChainSettings.unset(),
            new DataFolder(folder),
            connection,
            new InstalledAnvil(folder.resolve("chain"), "no-such-program"));
    development.start();

    await().until(() -> connection.state().phase() == Phase.ABSENT);
    assertThat(connection.state().reason()).isEqualTo("chain.no-npm");
  }

  @Test
  void an_attempt_that_fails_again_leaves_the_moment_since_when() throws Exception {
    ready();
    stop();
    Files.writeString(folder.resolve("keys/anchor.key"), "not a key\n");
    start();
    await().until(() -> "chain.key-unreadable".equals(chain.state().reason()));
    var since = chain.state().since();
    var attempt = Files.getLastModifiedTime(folder.resolve("chain/anvil.mjs"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              assertThat(chain.state().since()).isEqualTo(since);
              return Files.getLastModifiedTime(folder.resolve("chain/anvil.mjs")).compareTo(attempt)
                  > 0;
            });
    await().during(Duration.ofSeconds(1)).until(() -> chain.state().since().equals(since));
  }

  @Test
  void health_tells_chain_contract_and_head() {
    ready();

    assertThat(new ChainHealth(connection).health().getDetails())
        .containsEntry("anchoring", "working")
        .containsEntry("phase", Phase.READY)
        .containsEntry("chainId", 31337L)
        .containsKeys("contract", "headBlock", "headAgeSeconds")
        .doesNotContainKey("reason");
    var metrics = new SimpleMeterRegistry();
    new ChainHealth(connection).bindTo(metrics);
    assertThat(metrics.get("artel.chain.head.age").gauge().value()).isBetween(0.0, 600.0);
    assertThat(metrics.get("artel.chain.ready").gauge().value()).isEqualTo(1);
    stop();
    connection.lost("chain.node-ended", true);
    assertThat(metrics.get("artel.chain.head.age").gauge().value()).isNaN();
    assertThat(metrics.get("artel.chain.ready").gauge().value()).isZero();
  }

  private void start() {
    connection = new ChainConnection();
    chain = new EvmChain(connection);
    development = development(connection);
    development.start();
  }

  private DevelopmentChain development(ChainConnection connection) {
    return new DevelopmentChain(
        ChainSettings.unset(),
        new DataFolder(folder),
        connection,
        new InstalledAnvil(folder.resolve("chain")));
  }

  private void stop() {
    requireNonNull(development).stop();
  }

  private ChainState ready() {
    await().atMost(Duration.ofSeconds(30)).until(() -> chain.state().phase() == Phase.READY);
    return chain.state();
  }

  private Anchor anchor(long size) throws ChainUnavailable {
    return chain.anchor(LOG, size, digest((int) size), digest((int) size + 1));
  }

  private static byte[] digest(int filling) {
    var digest = new byte[32];
    Arrays.fill(digest, (byte) filling);
    return digest;
  }

  private static void assertSame(Optional<Anchor> found, Anchor expected) {
    assertThat(found).isPresent();
    assertThat(found.get()).usingRecursiveComparison().isEqualTo(expected);
  }

  private Path stateFile() {
    return folder.resolve("chain/state.json");
  }

  private Optional<Path> keptAside() throws IOException {
    try (var files = Files.list(folder.resolve("chain"))) {
      return files.filter(f -> f.getFileName().toString().startsWith("state.broken-")).findAny();
    }
  }

  private ProcessHandle node() throws IOException {
    var pid = Long.parseLong(Files.readString(folder.resolve("chain/anvil.pid")).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }
}
