package coop.artel.chain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import coop.artel.chain.AnchorReader.Held;
import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.VoidResponse;

/** Anchoring on a chain that refuses and stands still as Besu does. */
class BesuMannersTest {
  private static final String LOG = "log.test/one";

  @TempDir Path folder;
  private Anvil anvil;
  private Node node;
  private BesuManners besu;
  private String contract;
  private Credentials account;
  private ChainConnection connection;
  private Chain chain;
  private @Nullable ChainWatch watch;

  @BeforeEach
  void startNetwork() throws Exception {
    anvil = InstalledAnvil.start(folder);
    besu = new BesuManners(anvil.address());
    node = new Node(List.of(anvil.address()));
    var owner =
        new Sender(
            node,
            Anvil.CHAIN_ID,
            Credentials.create(Keys.createEcKeyPair()),
            null,
            Duration.ofSeconds(10));
    contract = owner.send(null, AnchorContract.compiled().deployment()).getContractAddress();
    account = new KeyFile(folder.resolve("data/keys/anchor.key")).account();
    owner.send(contract, AnchorContract.grant(AnchorContract.nameOf(LOG), account.getAddress()));
    connection = new ChainConnection();
    chain = new EvmChain(connection);
  }

  @AfterEach
  void end() {
    stopService();
    node.close();
    besu.close();
    anvil.close();
  }

  @Test
  void all_that_is_asked_is_what_besu_answers_also_beyond_a_page_of_blocks() throws Exception {
    startService(null);
    var old = anchor(1);
    node.ask("anvil_mine", List.of("0x2af8"), VoidResponse.class);
    anchor(2);

    assertThat(anchor(1)).usingRecursiveComparison().isEqualTo(old);
    assertThat(chain.newest(LOG).orElseThrow().size()).isEqualTo(2);
    assertThat(held()).extracting(Held::size).containsExactly(1L, 2L);
    assertThat(besu.refusals()).isEmpty();
  }

  @Test
  void the_manners_are_those_of_besu() throws Exception {
    try (var asked = new Node(List.of(besu.address()))) {
      var events = new AnchorEvents(asked, contract, AnchorContract.nameOf(LOG));
      assertThatThrownBy(() -> events.between(0, 999)).hasMessageContaining("-32602");
      node.ask("anvil_mine", List.of("0x2af8"), VoidResponse.class);
      assertThatThrownBy(() -> events.between(0, 5000)).hasMessageContaining("-32005");
      assertThat(events.between(0, 4999)).isEmpty();
      assertThatThrownBy(() -> asked.block(DefaultBlockParameterName.FINALIZED))
          .hasMessageContaining("-39001");
      var call = Transaction.createEthCallTransaction(null, contract, "0x");
      assertThatThrownBy(() -> asked.ask(client -> client.ethCall(call, AnchorEvents.block(1))))
          .hasMessageContaining("-32603");
    }
    assertThat(besu.refusals()).hasSize(4);
  }

  @Test
  void a_chain_that_stands_still_is_told_since_its_last_block_and_goes_on_by_itself()
      throws Exception {
    startService(null);
    besu.standStill();

    assertUnavailable("chain.stalled", () -> anchor(1));
    var state = chain.state();
    assertThat(state.phase()).isEqualTo(Phase.DOWN);
    assertThat(state.reason()).isEqualTo("chain.stalled");
    assertThat(state.since()).isEqualTo(node.head().at());
    assertThat(state.answers()).isTrue();
    assertThat(new ChainHealth(connection).health().getDetails())
        .containsEntry("anchoring", "waiting")
        .containsEntry("reason", "chain.stalled")
        .containsKey("headAgeSeconds");

    besu.goOn();
    await().atMost(Duration.ofSeconds(20)).until(() -> chain.state().phase() == Phase.READY);
    assertThat(anchor(1).size()).isEqualTo(1);
    assertThat(held()).hasSize(1);
  }

  @Test
  void after_a_long_silence_one_anchor_catches_up() throws Exception {
    startService(null);
    besu.standStill();
    for (long size = 1; size <= 3; size++) {
      var more = size;
      assertUnavailable("chain.stalled", () -> anchor(more));
    }
    assertThat(besu.waiting()).isEqualTo(1);

    besu.goOn();

    assertThat(anchor(3).size()).isEqualTo(3);
    assertThat(held()).extracting(Held::size).containsExactly(3L);
  }

  @Test
  void a_silence_in_the_midst_of_an_anchor_is_over_with_the_next_look() throws Exception {
    startService(null);
    besu.beAway(true);
    assertUnavailable("chain.silent", () -> anchor(1));
    assertThat(chain.state().phase()).isEqualTo(Phase.DOWN);
    assertThat(chain.state().answers()).isFalse();
    var metrics = new SimpleMeterRegistry();
    new ChainHealth(connection).bindTo(metrics);
    assertThat(metrics.get("artel.chain.nodes.usable").gauge().value()).isZero();

    besu.beAway(false);

    await().atMost(Duration.ofSeconds(20)).until(() -> chain.state().phase() == Phase.READY);
    assertThat(metrics.get("artel.chain.nodes.usable").gauge().value()).isEqualTo(1);
    assertThat(anchor(1).size()).isEqualTo(1);
  }

  @Test
  void a_head_that_is_older_than_a_network_s_blocks_may_be_is_told_though_nothing_waits()
      throws Exception {
    startService(Duration.ofSeconds(2));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "chain.stalled".equals(chain.state().reason()));
    assertThat(chain.state().since()).isEqualTo(node.head().at());
    assertThat(Duration.between(chain.state().since(), Instant.now()))
        .isGreaterThan(Duration.ofSeconds(2));
    var metrics = new SimpleMeterRegistry();
    new ChainHealth(connection).bindTo(metrics);
    assertThat(metrics.get("artel.chain.head.age").gauge().value()).isGreaterThanOrEqualTo(2);
    assertThat(metrics.get("artel.chain.ready").gauge().value()).isZero();

    assertThat(anchor(1).size()).isEqualTo(1);
    assertThat(chain.state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void a_service_that_ended_before_it_sent_has_lost_nothing() throws Exception {
    startService(null);
    stopService();
    startService(null);

    assertThat(anchor(1).size()).isEqualTo(1);
    assertThat(held()).hasSize(1);
  }

  @Test
  void a_service_that_ended_while_its_anchor_waited_doubles_nothing() throws Exception {
    startService(null);
    besu.standStill();
    assertUnavailable("chain.stalled", () -> anchor(1));
    stopService();
    startService(null);

    assertUnavailable("chain.stalled", () -> anchor(1));
    assertThat(besu.refusals()).allMatch(refusal -> refusal.contains("Known transaction"));
    assertThat(besu.refusals()).isNotEmpty();
    besu.goOn();

    assertThat(anchor(1).size()).isEqualTo(1);
    assertThat(held()).hasSize(1);
    assertThat(transactions()).isEqualTo(1);
  }

  @Test
  void a_service_that_ended_before_it_wrote_down_the_receipt_gets_the_same_anchor_again()
      throws Exception {
    startService(null);
    var first = anchor(1);
    stopService();
    startService(null);

    assertThat(anchor(1)).usingRecursiveComparison().isEqualTo(first);
    assertThat(transactions()).isEqualTo(1);
  }

  @Test
  void two_services_on_one_account_with_one_head_make_one_anchor() throws Exception {
    startService(null);
    var first = chain;
    var watchOfFirst = watch;
    startService(null);
    var second = chain;
    var threads = Executors.newFixedThreadPool(2);
    try {
      for (long size = 1; size <= 5; size++) {
        var head = size;
        var answers =
            threads.invokeAll(
                List.<Callable<Anchor>>of(
                    () -> first.anchor(LOG, head, new byte[32], new byte[32]),
                    () -> second.anchor(LOG, head, new byte[32], new byte[32])));
        assertThat(answers.get(0).get()).usingRecursiveComparison().isEqualTo(answers.get(1).get());
      }
      assertThat(held()).extracting(Held::size).containsExactly(1L, 2L, 3L, 4L, 5L);
    } finally {
      threads.shutdownNow();
      requireNonNull(watchOfFirst).stop();
    }
  }

  @Test
  void the_nonce_comes_from_the_chain_and_not_from_memory() throws Exception {
    startService(null);
    anchor(1);
    var sender = new Sender(node, Anvil.CHAIN_ID, account, null, Duration.ofSeconds(10));
    sender.send(account.getAddress(), "0x");
    sender.send(account.getAddress(), "0x");

    assertThat(anchor(2).size()).isEqualTo(2);
    assertThat(transactions()).isEqualTo(4);
  }

  @Test
  void a_clock_that_jumps_back_leaves_no_age_below_nothing() throws Exception {
    startService(Duration.ofMinutes(5));
    node.ask("anvil_setNextBlockTimestamp", List.of(inAnHour()), VoidResponse.class);

    anchor(1);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> connection.head().filter(head -> head.at().isAfter(Instant.now())).isPresent());
    assertThat(chain.state().phase()).isEqualTo(Phase.READY);
    assertThat(new ChainHealth(connection).health().getDetails())
        .containsEntry("headAgeSeconds", 0L);
  }

  private static String inAnHour() {
    return "0x" + Long.toHexString(Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
  }

  private void startService(@Nullable Duration longestPause) {
    connection = new ChainConnection();
    chain = new EvmChain(connection);
    var settings =
        new ChainSettings(
            List.of(besu.address()),
            Anvil.CHAIN_ID,
            contract,
            0,
            List.of(),
            null,
            null,
            null,
            true,
            Duration.ofSeconds(2),
            longestPause);
    var data = new DataFolder(folder.resolve("data"));
    watch =
        new ChainWatch(
            settings, data, connection, new DevelopmentChain(settings, data, connection));
    watch.start();
    await().atMost(Duration.ofSeconds(20)).until(() -> chain.state().answers());
  }

  private void stopService() {
    if (watch != null) {
      watch.stop();
    }
    watch = null;
  }

  private Anchor anchor(long size) throws ChainUnavailable {
    return chain.anchor(LOG, size, new byte[32], new byte[32]);
  }

  private List<Held> held() throws ChainUnavailable {
    try (var reader = AnchorReader.open(besu.address(), null, Anvil.CHAIN_ID, contract, LOG)) {
      var all = new ArrayList<Held>();
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        all.add(next.get());
      }
      return all;
    }
  }

  /** Of the anchoring account, as mined. */
  private long transactions() throws Exception {
    return node.expect(
            client ->
                client.ethGetTransactionCount(
                    account.getAddress(), DefaultBlockParameterName.LATEST))
        .getTransactionCount()
        .longValueExact();
  }

  private static void assertUnavailable(
      String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
