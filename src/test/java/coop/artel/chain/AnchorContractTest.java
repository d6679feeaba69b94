package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

class AnchorContractTest {
  private static final byte[] LOG = AnchorContract.nameOf("log.test/one");
  private static final byte[] OTHER_LOG = AnchorContract.nameOf("log.test/two");

  @TempDir static Path folder;
  private static Anvil anvil;
  private static Node node;
  private static final Map<String, Credentials> accounts = new HashMap<>();

  private Sender owner;
  private Sender sender;
  private Sender stranger;
  private String contract;

  @BeforeAll
  static void startChain() throws Exception {
    anvil = InstalledAnvil.start(folder);
    node = new Node(List.of(anvil.address()));
  }

  @AfterAll
  static void endChain() {
    node.close();
    anvil.close();
  }

  @BeforeEach
  void deploy() throws Exception {
    owner = sender();
    sender = sender();
    stranger = sender();
    contract = owner.send(null, AnchorContract.compiled().deployment()).getContractAddress();
    owner.send(contract, AnchorContract.grant(LOG, sender.address()));
  }

  @Test
  void the_deployed_code_is_the_compiled_one() throws Exception {
    assertThat(AnchorContract.compiled().isSame(node.code(contract))).isTrue();
  }

  @Test
  void an_anchor_is_one_event_with_size_root_and_checkpoint() throws Exception {
    var receipt = anchor(sender, LOG, 7);

    assertThat(receipt.isStatusOK()).isTrue();
    assertThat(receipt.getLogs()).hasSize(1);
    var event = AnchorContract.read(receipt.getLogs().get(0), contract, LOG).orElseThrow();
    assertThat(event.size()).isEqualTo(7);
    assertThat(event.root()).isEqualTo(digest(1));
    assertThat(event.checkpoint()).isEqualTo(digest(2));
    assertThat(AnchorContract.read(receipt.getLogs().get(0), contract, OTHER_LOG)).isEmpty();
  }

  @Test
  void a_size_only_grows() throws Exception {
    anchor(sender, LOG, 7);

    assertReverts("SizeNotGrown(bytes32,uint64,uint64)", () -> anchor(sender, LOG, 7));
    assertReverts("SizeNotGrown(bytes32,uint64,uint64)", () -> anchor(sender, LOG, 6));
    assertThat(anchor(sender, LOG, 8).isStatusOK()).isTrue();
  }

  @Test
  void what_is_refused_leaves_the_head_and_no_event() throws Exception {
    var kept = anchor(sender, LOG, 7);
    for (long size : new long[] {0, 6, 7}) {
      assertThat(anchorAnyway(sender, size).isStatusOK()).isFalse();
    }
    assertThat(anchorAnyway(stranger, 8).isStatusOK()).isFalse();

    var head =
        AnchorContract.readHead(
            node.expect(
                    client ->
                        client.ethCall(
                            Transaction.createEthCallTransaction(
                                sender.address(), contract, AnchorContract.head(LOG)),
                            DefaultBlockParameterName.LATEST))
                .getValue());
    assertThat(head)
        .isEqualTo(
            new AnchorContract.Head(sender.address(), kept.getBlockNumber().longValueExact(), 7));
    assertThat(new AnchorEvents(node, contract, LOG).between(0, node.head().number())).hasSize(1);
  }

  @Test
  void a_new_sender_goes_on_where_the_former_one_ended() throws Exception {
    anchor(sender, LOG, 7);
    owner.send(contract, AnchorContract.grant(LOG, stranger.address()));

    assertReverts("SenderNotGranted(bytes32,address)", () -> anchor(sender, LOG, 8));
    assertReverts("SizeNotGrown(bytes32,uint64,uint64)", () -> anchor(stranger, LOG, 7));
    var later = anchor(stranger, LOG, 8);
    assertThat(later.getLogs()).hasSize(1);
    assertThat(later.getGasUsed().longValueExact()).isLessThanOrEqualTo(32_000);
  }

  @Test
  void an_empty_log_has_no_anchor() {
    assertReverts("SizeNotGrown(bytes32,uint64,uint64)", () -> anchor(sender, LOG, 0));
  }

  @Test
  void nobody_else_anchors_a_log_not_even_the_owner() {
    assertReverts("SenderNotGranted(bytes32,address)", () -> anchor(stranger, LOG, 7));
    assertReverts("SenderNotGranted(bytes32,address)", () -> anchor(owner, LOG, 7));
  }

  @Test
  void a_sender_of_one_log_cannot_run_another_one_ahead() {
    assertReverts("SenderNotGranted(bytes32,address)", () -> anchor(sender, OTHER_LOG, 7));
  }

  @Test
  void a_revoked_sender_anchors_no_more_and_the_size_stays() throws Exception {
    anchor(sender, LOG, 7);
    owner.send(contract, AnchorContract.revoke(LOG));

    assertReverts("SenderNotGranted(bytes32,address)", () -> anchor(sender, LOG, 8));
    owner.send(contract, AnchorContract.grant(LOG, stranger.address()));
    assertReverts("SizeNotGrown(bytes32,uint64,uint64)", () -> anchor(stranger, LOG, 7));
    assertThat(anchor(stranger, LOG, 8).isStatusOK()).isTrue();
  }

  @Test
  void a_new_grant_ends_the_former_one() throws Exception {
    owner.send(contract, AnchorContract.grant(LOG, stranger.address()));

    assertReverts("SenderNotGranted(bytes32,address)", () -> anchor(sender, LOG, 7));
  }

  @Test
  void only_the_owner_grants_and_revokes() {
    var grant = AnchorContract.grant(LOG, stranger.address());

    assertReverts("NotOwner(address)", () -> stranger.send(contract, grant));
    assertReverts("NotOwner(address)", () -> sender.send(contract, AnchorContract.revoke(LOG)));
    assertReverts("NotOwner(address)", () -> stranger.send(contract, offer(stranger.address())));
  }

  @Test
  void ownership_goes_to_whom_it_was_offered_and_only_when_taken() throws Exception {
    var heir = stranger;
    owner.send(contract, offer(heir.address()));
    assertReverts("NotCandidate(address)", () -> sender.send(contract, take()));
    assertThat(owner.send(contract, AnchorContract.revoke(LOG)).isStatusOK()).isTrue();

    heir.send(contract, take());

    assertReverts("NotOwner(address)", () -> owner.send(contract, AnchorContract.revoke(LOG)));
    assertReverts("NotCandidate(address)", () -> heir.send(contract, take()));
    var grant = AnchorContract.grant(LOG, sender.address());
    assertThat(heir.send(contract, grant).isStatusOK()).isTrue();
  }

  @Test
  void anchoring_costs_no_more_than_its_bounds_whatever_the_size() throws Exception {
    var first = anchor(sender, LOG, 1).getGasUsed().longValueExact();
    var later = anchor(sender, LOG, 2).getGasUsed().longValueExact();
    var largest = anchor(sender, LOG, Long.MAX_VALUE).getGasUsed().longValueExact();

    System.out.printf("gas: first %d, later %d, largest size %d%n", first, later, largest);
    assertThat(first).isLessThanOrEqualTo(50_000);
    assertThat(List.of(later, largest)).allMatch(gas -> gas <= 32_000);
  }

  private TransactionReceipt anchor(Sender from, byte[] log, long size) throws Exception {
    return from.send(contract, AnchorContract.anchor(log, size, digest(1), digest(2)));
  }

  /** Without asking beforehand whether the contract would take it. */
  private TransactionReceipt anchorAnyway(Sender from, long size) throws Exception {
    var data = AnchorContract.anchor(LOG, size, digest(1), digest(2));
    var key = accounts.get(from.address());
    var nonce =
        node.expect(
                client ->
                    client.ethGetTransactionCount(from.address(), DefaultBlockParameterName.LATEST))
            .getTransactionCount();
    var signed =
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                nonce, BigInteger.ZERO, BigInteger.valueOf(100_000), contract, data),
            Anvil.CHAIN_ID,
            key);
    var hash =
        node.expect(client -> client.ethSendRawTransaction(Numeric.toHexString(signed)))
            .getTransactionHash();
    return await()
        .until(
            () ->
                node.expect(client -> client.ethGetTransactionReceipt(hash))
                    .getTransactionReceipt(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static void assertReverts(String error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            NodeRefusal.class,
            refusal ->
                assertThat(refusal.isRevert(AnchorContract.selector(error)))
                    .as("%s, not %s", error, refusal.getMessage())
                    .isTrue());
  }

  private static Sender sender() throws Exception {
    var account = Credentials.create(Keys.createEcKeyPair());
    accounts.put(account.getAddress(), account);
    return new Sender(node, Anvil.CHAIN_ID, account, null, Duration.ofSeconds(10));
  }

  /** No zero byte: the dearest a digest can be. */
  private static byte[] digest(int filling) {
    var digest = new byte[32];
    Arrays.fill(digest, (byte) filling);
    return digest;
  }

  private static String offer(String address) {
    return FunctionEncoder.encode(
        new Function("offerOwnership", List.of(new Address(address)), List.of()));
  }

  private static String take() {
    return FunctionEncoder.encode(new Function("takeOwnership", List.of(), List.of()));
  }
}
