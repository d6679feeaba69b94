package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.chain.StubNode.Failure;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** What Besu answers to a transaction, and what is made of it. */
class SenderTest {
  private static final Credentials ACCOUNT = Credentials.create("1".repeat(64));
  private static final String CONTRACT = "0x" + "a".repeat(40);

  private StubNode besu;
  private Node node;

  @BeforeEach
  void start() throws Exception {
    besu = new StubNode();
    node = new Node(List.of(besu.address()));
  }

  @AfterEach
  void end() {
    node.close();
    besu.close();
  }

  @Test
  void the_count_of_mined_transactions_is_the_nonce() throws Exception {
    besu.on("eth_getTransactionReceipt", hash -> StubNode.receipt(hash.get(0).textValue()));

    var receipt = send(null);

    assertThat(receipt.isStatusOK()).isTrue();
    assertThat(besu.sent()).extracting(RawTransaction::getNonce).containsExactly(number(5));
    assertThat(besu.sent()).extracting(RawTransaction::getGasPrice).containsExactly(number(0));
  }

  @Test
  void a_known_transaction_is_waited_for() throws Exception {
    var asked = new AtomicInteger();
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          throw new Failure(-32000, "Known transaction");
        });
    besu.on(
        "eth_getTransactionReceipt",
        hash -> asked.incrementAndGet() < 3 ? null : StubNode.receipt(hash.get(0).textValue()));

    assertThat(send(null).isStatusOK()).isTrue();
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void a_nonce_too_low_is_looked_up_before_it_counts_as_a_failure() throws Exception {
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          throw new Failure(-32001, "Nonce too low");
        });
    besu.on("eth_getTransactionReceipt", hash -> StubNode.receipt(hash.get(0).textValue()));

    assertThat(send(null).isStatusOK()).isTrue();
    assertThat(besu.sent()).hasSize(1);
  }

  @Test
  void a_nonce_that_another_transaction_took_is_read_anew() throws Exception {
    var counted = new AtomicInteger(5);
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          if (counted.getAndIncrement() == 5) {
            throw new Failure(-32001, "Nonce too low");
          }
          return StubNode.hash(signed.get(0).textValue());
        });
    besu.on("eth_getTransactionCount", account -> "0x" + Integer.toHexString(counted.get()));
    besu.on(
        "eth_getTransactionReceipt",
        hash -> counted.get() < 7 ? null : StubNode.receipt(hash.get(0).textValue()));

    assertThat(send(null).isStatusOK()).isTrue();
    assertThat(besu.sent())
        .extracting(RawTransaction::getNonce)
        .containsExactly(number(5), number(6));
  }

  @Test
  void free_gas_that_the_validators_ignore_is_offered_again_at_the_usual_minimum()
      throws Exception {
    besu.on(
        "eth_getTransactionReceipt",
        hash -> besu.sent().size() < 2 ? null : StubNode.receipt(hash.get(0).textValue()));

    assertThat(send(BigInteger.ZERO).isStatusOK()).isTrue();
    assertThat(besu.sent())
        .extracting(RawTransaction::getNonce)
        .containsExactly(number(5), number(5));
    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .containsExactly(number(0), number(1000));
  }

  @Test
  void a_price_below_the_minimum_is_raised_to_the_price_of_the_node() throws Exception {
    besu.on("eth_gasPrice", nothing -> "0x7d0");
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          if (besu.sent().size() == 1) {
            throw new Failure(-32009, "Gas price below configured minimum gas price");
          }
          return StubNode.hash(signed.get(0).textValue());
        });
    besu.on("eth_getTransactionReceipt", hash -> StubNode.receipt(hash.get(0).textValue()));

    assertThat(send(BigInteger.ZERO).isStatusOK()).isTrue();
    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .containsExactly(number(0), number(2000));
  }

  @Test
  void a_chain_that_stands_still_is_told_after_a_bounded_wait_and_a_bounded_price() {
    var begin = System.nanoTime();

    assertUnavailable("chain.no-receipt");

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(besu.sent()).hasSize(2);
  }

  @Test
  void a_replacement_that_is_never_dear_enough_does_not_bid_without_end() {
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          throw new Failure(-32000, "Replacement transaction underpriced");
        });

    assertUnavailable("chain.no-receipt");

    assertThat(besu.sent())
        .extracting(RawTransaction::getGasPrice)
        .allMatch(price -> price.compareTo(number(4000)) <= 0)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_the_network_forbids_is_told_by_its_reason() {
    refuse(-32007, "Sender account not authorized to send transactions");
    assertUnavailable("chain.sender-not-allowed");
    refuse(-32000, "Wrong chainId");
    assertUnavailable("chain.wrong-chain");
    refuse(-32004, "Upfront cost exceeds account balance");
    assertUnavailable("chain.no-funds");
    refuse(-32000, "Something new");
    assertUnavailable("chain.refused");
  }

  private void refuse(int code, String message) {
    besu.on(
        "eth_sendRawTransaction",
        signed -> {
          throw new Failure(code, message);
        });
  }

  private void assertUnavailable(String reason) {
    assertThatThrownBy(() -> send(null))
        .isInstanceOfSatisfying(
            ChainUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private TransactionReceipt send(@Nullable BigInteger price) throws Exception {
    return new Sender(node, 1337, ACCOUNT, price, Duration.ofSeconds(2)).send(CONTRACT, "0x12");
  }

  private static BigInteger number(long value) {
    return BigInteger.valueOf(value);
  }
}
