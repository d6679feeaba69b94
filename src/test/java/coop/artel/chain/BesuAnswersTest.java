package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.chain.StubNode.Failure;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.TransactionType;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/**
 * What a real Besu answers to whoever sends, and what is made of it: each exchange in {@code
 * chain/besu-answers.json} is replayed for the sentence of its name, here or in {@link NodeTest}.
 */
class BesuAnswersTest {
  private static final Credentials ACCOUNT = Credentials.create("1".repeat(64));
  private static final String CONTRACT = "0x" + "a".repeat(40);

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
  void every_recorded_exchange_has_its_sentence() {
    assertThat(
            Stream.of(BesuAnswersTest.class, NodeTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName))
        .containsAll(StubNode.sentences());
  }

  @Test
  void a_transaction_that_waits_already_is_known_and_waited_for() throws Exception {
    var asked = new AtomicInteger();
    besu.on(
        "eth_getTransactionReceipt",
        hash -> asked.incrementAndGet() < 3 ? null : StubNode.receipt(hash.get(0).textValue()));

    assertThat(send(null).isStatusOK()).isTrue();
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void a_transaction_that_is_mined_already_is_looked_up_by_its_hash() throws Exception {
    minedAtOnce();

    assertThat(send(null).isStatusOK()).isTrue();
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void a_nonce_far_ahead_says_that_the_node_is_behind() {
    assertRefused("chain.nonce-gap");
  }

  @Test
  void the_nonce_is_the_count_at_the_newest_block_so_that_no_gap_is_made() throws Exception {
    minedAtOnce();
    besu.on(
        "eth_getTransactionCount",
        parameters -> {
          assertThat(parameters.get(1).textValue()).isEqualTo("latest");
          return "0x9";
        });

    send(null);

    assertThat(besu.sent()).extracting(RawTransaction::getNonce).containsExactly(number(9));
  }

  @Test
  void an_account_that_is_not_on_the_list_may_ask_and_not_send() {
    assertRefused("chain.sender-not-allowed");
    assertThat(besu.asked()).contains("eth_estimateGas");
  }

  @Test
  void a_transaction_for_another_chain_is_refused_as_such() {
    assertRefused("chain.wrong-chain");
  }

  @Test
  void a_gas_limit_that_is_too_low_is_told() {
    assertRefused("chain.gas-limit");
  }

  @Test
  void a_gas_limit_above_the_block_s_is_told() {
    assertRefused("chain.gas-limit");
  }

  @Test
  void what_the_node_cannot_parse_is_told() {
    assertRefused("chain.not-understood");
  }

  @Test
  void no_transaction_is_of_a_kind_that_came_with_london() throws Exception {
    minedAtOnce();
    var refusal = besu.answerOf("eth_sendRawTransaction");
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          var raw = signed.get(0).textValue();
          return TransactionDecoder.decode(raw).getType() == TransactionType.LEGACY
              ? StubNode.hash(raw)
              : refusal.apply(signed);
        });

    send(null);

    assertThat(besu.sent())
        .hasSize(1)
        .allSatisfy(sent -> assertThat(sent.getType()).isEqualTo(TransactionType.LEGACY));
  }

  @Test
  void nothing_is_left_for_the_node_to_sign() throws Exception {
    minedAtOnce();

    send(null);

    assertThat(besu.asked())
        .contains("eth_sendRawTransaction")
        .doesNotContain("eth_sendTransaction", "eth_accounts");
  }

  @Test
  void an_account_without_money_gets_a_hash_and_no_receipt() {
    assertRefused("chain.no-funds");
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void where_gas_is_free_nothing_is_offered_that_the_account_cannot_pay() {
    assertUnavailable("chain.no-receipt", () -> send(null));
    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .containsExactly(BigInteger.ZERO);
  }

  @Test
  void a_price_below_the_minimum_is_raised_to_the_node_s_whatever_it_is() throws Exception {
    minedAtOnce();
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          if (besu.sent().size() == 1) {
            throw new Failure(-32009, "Gas price below configured minimum gas price");
          }
          return StubNode.hash(signed.get(0).textValue());
        });

    send(BigInteger.ZERO);

    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .containsExactly(number(0), number(1_000_000_000));
  }

  @Test
  void a_minimum_that_rises_with_every_offer_is_not_followed_without_end() {
    besu.replay("a_price_below_the_minimum_is_raised_to_the_node_s_whatever_it_is");

    assertUnavailable("chain.price-refused", () -> send(BigInteger.ZERO));

    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .allMatch(price -> price.compareTo(number(4_000_000_000L)) <= 0)
        .doesNotHaveDuplicates();
  }

  @Test
  void free_gas_that_validators_never_look_at_is_offered_again_and_the_next_begins_there()
      throws Exception {
    besu.on(
        "eth_getTransactionReceipt",
        hash -> besu.sent().size() < 2 ? null : StubNode.receipt(lastHash()));
    var sender = sender(BigInteger.ZERO);

    sender.send(CONTRACT, "0x12");
    sender.send(CONTRACT, "0x12");

    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .containsExactly(number(0), number(1000), number(1000));
  }

  @Test
  void a_transaction_that_another_one_replaced_is_given_up_once_its_nonce_is_used()
      throws Exception {
    var mined = new AtomicInteger(5);
    besu.on("eth_getTransactionCount", account -> "0x" + Integer.toHexString(mined.get()));
    besu.on(
        "eth_getTransactionReceipt",
        hash -> {
          if (mined.get() == 5) {
            // Another process of the same account replaced it at the same price.
            mined.set(6);
            return null;
          }
          return besu.sent().size() < 2 ? null : StubNode.receipt(hash.get(0).textValue());
        });
    var begin = System.nanoTime();

    new Sender(node, 1337, ACCOUNT, null, Duration.ofMinutes(1)).send(CONTRACT, "0x12");

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    assertThat(besu.sent())
        .extracting(RawTransaction::getNonce)
        .containsExactly(number(5), number(6));
  }

  @Test
  void what_took_the_nonce_may_have_anchored_already_and_nothing_is_sent_in_vain() {
    besu.replay("a_transaction_that_is_mined_already_is_looked_up_by_its_hash");
    besu.on(
        "eth_estimateGas",
        call -> {
          if (besu.sent().isEmpty()) {
            return "0x7530";
          }
          throw new Failure(
              3, "Execution reverted", AnchorContract.SIZE_NOT_GROWN + "0".repeat(192));
        });

    assertThatThrownBy(() -> send(null))
        .isInstanceOfSatisfying(
            NodeRefusal.class,
            refusal -> assertThat(refusal.isRevert(AnchorContract.SIZE_NOT_GROWN)).isTrue());
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void a_refusal_of_the_contract_comes_as_data_and_is_told_in_words() {
    assertThatThrownBy(() -> send(null))
        .isInstanceOfSatisfying(
            NodeRefusal.class,
            refusal -> {
              assertThat(refusal.isRevert(AnchorContract.SIZE_NOT_GROWN)).isTrue();
              assertThat(refusal.reason()).isEqualTo("chain.reverted");
            })
        .hasMessageContaining("SizeNotGrown(0x" + "11".repeat(32) + ", 7, 6)");
  }

  @Test
  void a_refusal_in_words_is_told_with_them() {
    assertThatThrownBy(() -> send(null))
        .isInstanceOf(NodeRefusal.class)
        .hasMessageContaining("Error(not today)");
  }

  @Test
  void another_failure_of_an_estimate_is_told_with_its_cause() {
    assertThatThrownBy(() -> send(null))
        .isInstanceOfSatisfying(
            NodeRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("chain.no-funds"));
  }

  @Test
  void a_receipt_without_a_reason_is_a_failure_still() throws Exception {
    assertThat(send(null).isStatusOK()).isFalse();
  }

  @Test
  void a_deployment_that_failed_has_an_address_and_no_contract() {
    assertUnavailable("chain.reverted", () -> AnchorContract.compiled().deploy(sender(null)));
  }

  private void minedAtOnce() {
    besu.on("eth_getTransactionReceipt", hash -> StubNode.receipt(hash.get(0).textValue()));
  }

  private String lastHash() {
    return besu.hashes().get(besu.hashes().size() - 1);
  }

  private void assertRefused(String reason) {
    assertUnavailable(reason, () -> send(null));
  }

  private static void assertUnavailable(String reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private TransactionReceipt send(@Nullable BigInteger price) throws Exception {
    return sender(price).send(CONTRACT, "0x12");
  }

  private Sender sender(@Nullable BigInteger price) {
    return new Sender(node, 1337, ACCOUNT, price, Duration.ofSeconds(2));
  }

  private static BigInteger number(long value) {
    return BigInteger.valueOf(value);
  }
}
