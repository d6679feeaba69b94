package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.chain.StubNode.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.utils.Numeric;

/** What a real Besu answers to whoever reads, and what keeps one from an answer. */
class NodeTest {
  private static final Credentials ACCOUNT = Credentials.create("1".repeat(64));
  private static final String CONTRACT = "0x" + "a".repeat(40);

  @TempDir Path folder;
  private StubNode besu;
  private Node node;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    besu = new StubNode();
    node = new Node(List.of(besu.address()));
    var sentence = test.getTestMethod().orElseThrow().getName();
    if (StubNode.sentences().contains(sentence)) {
      besu.replay(sentence);
    }
  }

  @AfterEach
  void end() {
    node.close();
    besu.close();
  }

  @Test
  void a_node_that_does_not_have_the_block_answers_null() {
    rightContract();

    assertUnavailable("chain.behind", () -> network().newest("log.test/one"));
  }

  @Test
  void one_connection_serves_all_questions_of_many_which_a_node_takes_eighty_of() throws Exception {
    for (int i = 0; i < 200; i++) {
      assertThat(node.ask(Web3j::ethChainId).getChainId()).isEqualTo(1337);
    }

    assertThat(besu.asked()).hasSize(200);
    assertThat(besu.connections()).isEqualTo(1);
  }

  @Test
  void an_anchor_that_failed_because_it_stood_there_already_is_the_one_that_stands_there()
      throws Exception {
    rightContract();
    besu.replay("a_receipt_without_a_reason_is_a_failure_still");
    besu.on(
        "eth_call",
        call ->
            "0x"
                + word(ACCOUNT.getAddress())
                + word("7")
                + word(besu.sent().isEmpty() ? "0" : "3"));
    besu.on("eth_getLogs", filter -> List.of(anchored(filter.get(0).get("topics"), "3")));

    var anchor = network().anchor("log.test/one", 3, new byte[32], new byte[32]);

    assertThat(anchor.size()).isEqualTo(3);
    assertThat(anchor.transaction()).isEqualTo("0x" + "c".repeat(64));
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void a_node_that_has_forgotten_a_state_is_told_as_behind() {
    rightContract();

    assertUnavailable("chain.behind", () -> network().newest("log.test/one"));
  }

  @Test
  void a_tag_that_qbft_does_not_know_is_no_way_to_a_block() throws Exception {
    rightContract();

    assertThat(node.head().number()).isEqualTo(7);
    assertUnavailable("chain.behind", () -> node.block(() -> "finalized"));
  }

  @Test
  void a_method_that_is_not_enabled_is_told() {
    assertUnavailable("chain.not-enabled", node::chainId);
  }

  @Test
  void a_missing_token_is_told_as_missing() {
    assertUnavailable("chain.token-missing", node::chainId);
  }

  @Test
  void a_token_whose_time_is_over_is_told_as_expired() throws Exception {
    try (var shown = withToken(token("{\"exp\":1500000000}"))) {
      assertUnavailable("chain.token-expired", shown::chainId);
    }
  }

  @Test
  void a_token_that_the_node_does_not_take_is_told_and_stands_in_no_message() throws Exception {
    var token = token("{\"exp\":99999999999}");
    try (var shown = withToken(token)) {
      assertThatThrownBy(shown::chainId)
          .isInstanceOfSatisfying(
              ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo("chain.unauthorized"))
          .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(token));
    }
    assertThat(besu.tokens()).containsExactly("Bearer " + token);
  }

  @Test
  void a_refusal_of_the_token_inside_of_an_answer_is_the_same() {
    assertUnavailable("chain.unauthorized", node::chainId);
  }

  @Test
  void whoever_checks_a_log_shows_a_token_too() throws Exception {
    var token = token("{\"exp\":99999999999}");
    AnchorReader.chainId(besu.address(), Files.writeString(folder.resolve("jwt"), token));

    assertThat(besu.tokens()).containsExactly("Bearer " + token);
  }

  @Test
  void a_token_that_was_renewed_in_its_file_is_shown_at_once() throws Exception {
    besu.on("eth_chainId", nothing -> "0x539");
    try (var shown = withToken(token("{\"n\":1}"))) {
      shown.chainId();
      Files.writeString(folder.resolve("jwt"), token("{\"n\":2}") + "\n");
      shown.chainId();
    }
    assertThat(besu.tokens())
        .containsExactly("Bearer " + token("{\"n\":1}"), "Bearer " + token("{\"n\":2}"));
  }

  @Test
  void a_token_file_that_is_gone_or_holds_something_else_is_told_and_nothing_is_asked()
      throws Exception {
    try (var shown = withToken("secret with\na line break")) {
      assertThatThrownBy(shown::chainId)
          .isInstanceOfSatisfying(
              ChainUnavailable.class,
              e -> assertThat(e.reason()).isEqualTo("chain.token-unreadable"))
          .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
      Files.delete(folder.resolve("jwt"));
      assertUnavailable("chain.token-unreadable", shown::chainId);
    }
    assertThat(besu.asked()).isEmpty();
  }

  @Test
  void a_name_that_the_node_does_not_know_itself_by_is_told() {
    assertUnavailable("chain.host-refused", node::chainId);
  }

  @Test
  void a_port_that_waits_for_tls_and_is_spoken_to_without_is_told() throws Exception {
    try (var closing = new ClosingPort("");
        var asked = new Node(List.of("http://127.0.0.1:" + closing.port()))) {
      assertUnavailable("chain.empty-answer", asked::chainId);
    }
  }

  @Test
  void a_port_that_speaks_no_tls_where_it_should_is_told() throws Exception {
    try (var plain = new ClosingPort("HTTP/1.1 400 Bad Request\r\n\r\n");
        var asked = new Node(List.of("https://127.0.0.1:" + plain.port()))) {
      assertUnavailable("chain.tls", asked::chainId);
    }
  }

  @Test
  void a_node_with_a_certificate_of_its_own_is_asked_once_that_is_trusted() throws Exception {
    var keys = new TlsKeys(folder);
    try (var tls = new StubNode(keys.context());
        var trusting = new Node(List.of(tls.address()), List.of(), keys.certificate(), null);
        var asked = new Node(List.of(tls.address()))) {
      assertThat(trusting.chainId()).isEqualTo(1337);
      assertUnavailable("chain.tls", asked::chainId);
    }
  }

  @Test
  void trust_in_a_file_without_certificates_is_a_wrong_setting() throws Exception {
    var file = Files.writeString(folder.resolve("trusted.pem"), "nobody\n");

    assertThatThrownBy(() -> new Node(List.of(besu.address()), List.of(), file, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("artel.chain.trusted-certificates");
  }

  @Test
  void another_node_answers_where_the_first_is_refused_or_behind_a_dead_gateway() throws Exception {
    try (var dead = new StubNode().withStatus(503);
        var closed = new StubNode().withStatus(401);
        var asked = new Node(List.of(dead.address(), closed.address(), besu.address()))) {
      assertThat(asked.chainId()).isEqualTo(1337);
      assertThat(asked.chainId()).isEqualTo(1337);
      assertThat(dead.asked()).hasSize(1);
    }
  }

  @Test
  void each_node_may_have_a_token_of_its_own_and_sees_no_other() throws Exception {
    var first = Files.writeString(folder.resolve("first"), token("{\"n\":1}"));
    var second = Files.writeString(folder.resolve("second"), token("{\"n\":2}"));
    try (var dead = new StubNode().withStatus(503);
        var asked =
            new Node(
                List.of(dead.address(), besu.address()),
                List.of(new TokenFile(first), new TokenFile(second)),
                null,
                null)) {
      asked.chainId();
      assertThat(dead.tokens()).containsExactly("Bearer " + token("{\"n\":1}"));
      assertThat(besu.tokens()).containsExactly("Bearer " + token("{\"n\":2}"));
    }
  }

  @Test
  void a_wrong_node_is_not_asked_in_place_of_a_right_one_that_refuses() throws Exception {
    rightContract();
    var place = new Network.Place(1337, CONTRACT, 0);
    var contract = AnchorContract.compiled();
    try (var wrong = new StubNode().on("eth_chainId", nothing -> "0x1267");
        var asked =
            new Node(
                List.of(besu.address(), wrong.address()),
                List.of(),
                null,
                alone -> Network.check(alone, place, contract))) {
      assertThat(asked.head().number()).isEqualTo(7);
      besu.withStatus(401);

      assertUnavailable("chain.wrong-chain", asked::head);
      assertThat(wrong.asked()).containsOnly("eth_chainId");
      assertThat(asked.troubles())
          .containsExactly(Optional.of("chain.token-missing"), Optional.of("chain.wrong-chain"));
    }
  }

  @Test
  void of_two_right_nodes_that_with_the_newest_block_is_asked() throws Exception {
    try (var other = new StubNode()) {
      rightContract(besu, 7);
      rightContract(other, 70);
      var place = new Network.Place(1337, CONTRACT, 0);
      var contract = AnchorContract.compiled();
      try (var asked =
          new Node(
              List.of(besu.address(), other.address()),
              List.of(),
              null,
              alone -> Network.check(alone, place, contract))) {
        assertThat(asked.look().number()).isEqualTo(70);
        assertThat(asked.head().number()).isEqualTo(70);

        rightContract(besu, 71);
        assertThat(asked.look().number()).isEqualTo(70);
      }
    }
  }

  @Test
  void a_gateway_without_a_node_behind_it_is_silence() {
    besu.withStatus(502);

    assertUnavailable("chain.silent", node::chainId);
  }

  @Test
  void a_page_of_something_else_is_no_node() {
    besu.withStatus(404);

    assertUnavailable("chain.not-a-node", node::chainId);
  }

  private void rightContract() {
    rightContract(besu, 7);
  }

  /** At {@link #CONTRACT} on chain 1337. */
  private static void rightContract(StubNode besu, long head) {
    besu.on("eth_getCode", place -> AnchorContract.compiled().deployed());
    besu.on(
        "eth_getBlockByNumber",
        which -> {
          if (!List.of("latest", "0x7").contains(which.get(0).textValue())) {
            throw new Failure(-39001, "Unknown block");
          }
          var block = new HashMap<String, Object>();
          block.put("number", "0x" + Long.toHexString(head));
          block.put("hash", "0x" + "b".repeat(64));
          block.put("timestamp", "0x6553f100");
          return block;
        });
  }

  private static String word(String hex) {
    return Numeric.toHexStringNoPrefixZeroPadded(Numeric.toBigInt(hex), 64);
  }

  /** The event of an anchor in block 7, under two digests of zeros. */
  private static Map<String, Object> anchored(JsonNode topics, String size) {
    return Map.of(
        "address",
        CONTRACT,
        "topics",
        topics,
        "data",
        "0x" + word(size) + word("0") + word("0"),
        "blockNumber",
        "0x7",
        "transactionHash",
        "0x" + "c".repeat(64));
  }

  private Network network() {
    return new Network(
        node,
        new Network.Place(1337, CONTRACT, 0),
        AnchorContract.compiled(),
        new Sender(node, 1337, ACCOUNT, null, Duration.ofSeconds(2)),
        null,
        () -> {});
  }

  private Node withToken(String token) throws Exception {
    var file = folder.resolve("jwt");
    Files.writeString(file, token);
    return new Node(List.of(besu.address()), List.of(new TokenFile(file)), null, null);
  }

  private static String token(String claims) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  private static String stackTrace(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void assertUnavailable(String reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** Ends every connection once it has heard and said something. */
  private static final class ClosingPort implements AutoCloseable {
    private final ServerSocket socket;
    private final String answer;

    ClosingPort(String answer) throws IOException {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      this.answer = answer;
      var thread = new Thread(this::run, "closing-port");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void run() {
      while (!socket.isClosed()) {
        try (var connection = socket.accept()) {
          var heard = connection.getInputStream().read(new byte[4096]);
          assertThat(heard).isPositive();
          connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
          // Closed from either side.
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
