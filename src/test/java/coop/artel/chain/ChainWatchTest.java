package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.protocol.core.methods.response.VoidResponse;

/** A chain that the settings name: whether it is the right one, and what it takes from us. */
class ChainWatchTest {
  private static final String LOG = "log.test/one";
  private static final String NOBODY = "http://127.0.0.1:1";

  @TempDir Path folder;
  private Anvil anvil;
  private Node node;
  private Sender owner;
  private String contract;
  private final ChainConnection connection = new ChainConnection();
  private final Chain chain = new EvmChain(connection);
  private @Nullable ChainWatch watch;

  @BeforeEach
  void startNetwork() throws Exception {
    anvil = InstalledAnvil.start(folder);
    node = new Node(List.of(anvil.address()));
    owner =
        new Sender(
            node,
            Anvil.CHAIN_ID,
            Credentials.create(Keys.createEcKeyPair()),
            null,
            Duration.ofSeconds(10));
    contract = owner.send(null, AnchorContract.compiled().deployment()).getContractAddress();
  }

  @AfterEach
  void end() {
    if (watch != null) {
      watch.stop();
    }
    node.close();
    anvil.close();
  }

  @Test
  void the_first_node_that_answers_serves() throws Exception {
    grant();
    open(List.of(NOBODY, anvil.address()), Anvil.CHAIN_ID, contract);

    assertState(Phase.READY, null);
    assertThat(chain.state().development()).isFalse();
    assertThat(chain.anchor(LOG, 1, new byte[32], new byte[32]).contract()).isEqualTo(contract);
  }

  @Test
  void a_node_of_another_chain_stops_the_start() {
    assertThatThrownBy(() -> open(List.of(anvil.address()), 4711, contract))
        .isInstanceOf(ContradictedSettings.class)
        .hasMessageContaining("31337, not 4711")
        .hasMessageContaining(anvil.address());
  }

  @Test
  void an_address_without_a_contract_is_noticed() {
    open(List.of(anvil.address()), Anvil.CHAIN_ID, "0x" + "7".repeat(40));

    assertState(Phase.DOWN, "chain.no-contract");
  }

  @Test
  void another_contract_stops_the_start() throws Exception {
    replaceContract();

    assertThatThrownBy(() -> open(List.of(anvil.address()), Anvil.CHAIN_ID, contract))
        .isInstanceOf(ContradictedSettings.class)
        .hasMessageContaining("Another contract is at " + contract);
  }

  @Test
  void a_contract_that_is_replaced_later_stops_nothing_but_the_anchors() throws Exception {
    grant();
    open(List.of(anvil.address()), Anvil.CHAIN_ID, contract);
    assertState(Phase.READY, null);
    replaceContract();

    assertThatThrownBy(() -> chain.anchor(LOG, 1, new byte[32], new byte[32]))
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo("chain.other-contract"));
    assertState(Phase.DOWN, "chain.other-contract");
    assertThat(chain.state().answers()).isFalse();
  }

  @Test
  void a_node_that_contradicts_is_left_out_while_another_one_is_right() throws Exception {
    grant();
    try (var wrong = new StubNode().on("eth_chainId", nothing -> "0x1267")) {
      open(List.of(wrong.address(), anvil.address()), Anvil.CHAIN_ID, contract);
      assertState(Phase.READY, null);

      assertThat(chain.anchor(LOG, 1, new byte[32], new byte[32]).size()).isEqualTo(1);
      assertThat(wrong.sent()).isEmpty();
      var health = new ChainHealth(connection).health().getDetails();
      assertThat(health)
          .containsEntry("nodes", 2)
          .containsEntry("nodesUsable", 1)
          .containsEntry("nodesRefused", Map.of("node1", "chain.wrong-chain"))
          .containsEntry("account", sender());
      assertThat(health.toString()).doesNotContain(wrong.address());
    }
  }

  @Test
  void where_the_right_node_falls_silent_the_wrong_one_is_not_asked_in_its_place()
      throws Exception {
    grant();
    try (var wrong = new StubNode().on("eth_chainId", nothing -> "0x1267")) {
      open(List.of(anvil.address(), wrong.address()), Anvil.CHAIN_ID, contract);
      assertState(Phase.READY, null);
      anvil.close();

      assertThatThrownBy(() -> chain.anchor(LOG, 1, new byte[32], new byte[32]))
          .isInstanceOf(ChainUnavailable.class);
      assertState(Phase.DOWN, "chain.wrong-chain");
      assertThat(wrong.asked()).containsOnly("eth_chainId");
    }
  }

  @Test
  void an_account_without_a_grant_is_told_until_it_has_one() throws Exception {
    open(List.of(anvil.address()), Anvil.CHAIN_ID, contract);
    assertState(Phase.READY, null);

    assertThatThrownBy(() -> chain.anchor(LOG, 1, new byte[32], new byte[32]))
        .isInstanceOf(ChainUnavailable.class);
    assertState(Phase.DOWN, "chain.not-granted");
    // Or nobody would ever try again.
    assertThat(chain.state().answers()).isTrue();

    grant();
    assertThat(chain.anchor(LOG, 1, new byte[32], new byte[32]).size()).isEqualTo(1);
    assertState(Phase.READY, null);
  }

  @Test
  void a_node_that_is_silent_is_told_and_asked_again() {
    open(List.of(NOBODY), Anvil.CHAIN_ID, contract);

    assertState(Phase.DOWN, "chain.silent");
    assertThatThrownBy(() -> chain.newest(LOG)).isInstanceOf(ChainUnavailable.class);
  }

  @Test
  void an_old_anchor_is_found_beyond_one_page_of_blocks() throws Exception {
    grant();
    open(List.of(anvil.address()), Anvil.CHAIN_ID, contract);
    assertState(Phase.READY, null);
    var old = chain.anchor(LOG, 1, new byte[32], new byte[32]);
    node.ask("anvil_mine", List.of("0x2af8"), VoidResponse.class);
    var newest = chain.anchor(LOG, 2, new byte[32], new byte[32]);

    assertThat(newest.block() - old.block()).isGreaterThan(10_000);
    assertThat(chain.anchor(LOG, 1, new byte[32], new byte[32]))
        .usingRecursiveComparison()
        .isEqualTo(old);
    assertThat(chain.newest(LOG).orElseThrow().transaction()).isEqualTo(newest.transaction());
  }

  @Test
  void with_nothing_set_and_nothing_embedded_there_is_no_chain() {
    open(settings(List.of(), null, null, false));

    assertState(Phase.ABSENT, "chain.not-set");
  }

  @Test
  void a_key_file_that_was_named_is_waited_for_and_never_made() throws Exception {
    grant();
    var kept = Files.readString(folder.resolve("data/keys/anchor.key"));
    var named = folder.resolve("secrets/anchor.key");
    open(settings(List.of(anvil.address()), Anvil.CHAIN_ID, contract, true, named));

    assertState(Phase.DOWN, "chain.key-missing");
    assertThat(named).doesNotExist();

    Files.createDirectories(named.getParent());
    Files.writeString(named, kept);
    assertState(Phase.READY, null);
    assertThat(chain.anchor(LOG, 1, new byte[32], new byte[32]).size()).isEqualTo(1);
  }

  @Test
  void a_history_that_the_chain_contradicts_is_told_and_goes_when_it_is_mended() throws Exception {
    grant();
    open(List.of(anvil.address()), Anvil.CHAIN_ID, contract);
    assertState(Phase.READY, null);
    chain.anchor(LOG, 2, new byte[32], new byte[32]);

    assertThatThrownBy(() -> chain.anchor(LOG, 1, new byte[32], new byte[32]))
        .isInstanceOf(AnchorContradicted.class);
    assertState(Phase.DOWN, "chain.contradicted");

    chain.anchor(LOG, 3, new byte[32], new byte[32]);
    assertState(Phase.READY, null);
  }

  @Test
  void nodes_without_chain_and_contract_are_wrong_settings() {
    assertThatThrownBy(() -> settings(List.of(NOBODY), null, contract, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("artel.chain.chain-id");
    assertThatThrownBy(() -> settings(List.of(NOBODY), 1L, "0x12", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("artel.chain.contract");
  }

  private void replaceContract() throws Exception {
    node.ask("anvil_setCode", List.of(contract, "0x6001600101"), VoidResponse.class);
  }

  private void open(List<String> rpc, long chainId, String contract) {
    open(settings(rpc, chainId, contract, true));
  }

  private void open(ChainSettings settings) {
    var data = new DataFolder(folder.resolve("data"));
    watch =
        new ChainWatch(
            settings, data, connection, new DevelopmentChain(settings, data, connection));
    watch.start();
  }

  private static ChainSettings settings(
      List<String> rpc, @Nullable Long chainId, @Nullable String contract, boolean embedded) {
    return settings(rpc, chainId, contract, embedded, null);
  }

  private static ChainSettings settings(
      List<String> rpc,
      @Nullable Long chainId,
      @Nullable String contract,
      boolean embedded,
      @Nullable Path key) {
    return new ChainSettings(
        rpc,
        chainId,
        contract,
        0,
        List.of(),
        null,
        key,
        null,
        embedded,
        Duration.ofSeconds(10),
        null);
  }

  private void grant() throws Exception {
    owner.send(contract, AnchorContract.grant(AnchorContract.nameOf(LOG), sender()));
  }

  private String sender() throws ChainUnavailable {
    return new KeyFile(folder.resolve("data/keys/anchor.key")).account().getAddress();
  }

  private void assertState(Phase phase, @Nullable String reason) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(chain.state().phase()).isEqualTo(phase);
              assertThat(chain.state().reason()).isEqualTo(reason);
            });
  }
}
