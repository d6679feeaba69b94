package coop.artel.chain;

import coop.artel.chain.AnchorContract.Anchored;
import coop.artel.chain.AnchorContract.Head;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

/** One chain with our contract on it, and the account that anchors there. */
final class Network implements AutoCloseable {
  /** What must follow a change of the chain before it counts. */
  interface AfterChange {
    void run() throws ChainUnavailable;
  }

  /** Where a contract lives; nothing of it is older than its block. */
  record Place(long chainId, String contract, long firstBlock) {}

  private final Node node;
  private final Place place;
  private final AnchorContract contract;
  private final Sender sender;
  private final @Nullable Sender owner;
  private final AfterChange afterChange;

  /** With an owner the sender's grants are made here; without one, by whoever holds that key. */
  Network(
      Node node,
      Place place,
      AnchorContract contract,
      Sender sender,
      @Nullable Sender owner,
      AfterChange afterChange) {
    this.node = node;
    this.place = place;
    this.contract = contract;
    this.sender = sender;
    this.owner = owner;
    this.afterChange = afterChange;
  }

  Place place() {
    return place;
  }

  /** The newest block, if this is the chain and the contract that we were told. */
  Node.Block check() throws ChainUnavailable {
    return check(node, place, contract);
  }

  /** As {@link #check}, at every address of the chain that there is. */
  Node.Block look() throws ChainUnavailable {
    return node.look();
  }

  /** Why each address cannot be asked now, in their order; empty where it can. */
  List<Optional<String>> troubles() {
    return node.troubles();
  }

  /** The account that anchors. */
  String account() {
    return sender.address();
  }

  static Node.Block check(Node node, Place place, AnchorContract contract) throws ChainUnavailable {
    var chainId = node.chainId();
    if (chainId != place.chainId()) {
      throw new ChainUnavailable(
          "chain.wrong-chain",
          "The node is of chain %d, not %d".formatted(chainId, place.chainId()),
          null);
    }
    var code = node.code(place.contract());
    if (code.equals("0x")) {
      throw new ChainUnavailable(
          "chain.no-contract", "There is no contract at " + place.contract(), null);
    }
    if (!contract.isSame(code)) {
      throw new ChainUnavailable(
          "chain.other-contract", "Another contract is at " + place.contract(), null);
    }
    return node.head();
  }

  Anchor anchor(String origin, long size, byte[] root, byte[] checkpoint) throws ChainUnavailable {
    var before = check();
    var name = AnchorContract.nameOf(origin);
    var head = head(name);
    if (head.size() >= size) {
      return held(origin, name, head, size, root, checkpoint);
    }
    if (!head.sender().equals(sender.address())) {
      grant(name);
    }
    try {
      var receipt =
          sender.send(place.contract(), AnchorContract.anchor(name, size, root, checkpoint));
      if (!receipt.isStatusOK()) {
        // Another service on the same account may have been faster with the same head.
        var now = head(name);
        if (now.size() >= size) {
          return held(origin, name, now, size, root, checkpoint);
        }
      }
      return read(receipt, origin, name);
    } catch (ChainUnavailable e) {
      throw standsStill(before, e);
    } catch (NodeRefusal e) {
      if (e.isRevert(AnchorContract.SIZE_NOT_GROWN)) {
        // An earlier attempt arrived after all, between the look at the head and the sending.
        return held(origin, name, head(name), size, root, checkpoint);
      }
      if (e.isRevert(AnchorContract.SENDER_NOT_GRANTED)) {
        throw notGranted(e);
      }
      throw e.asUnavailable();
    }
  }

  /** A transaction that waits while no block comes says more of the chain than of itself. */
  private ChainUnavailable standsStill(Node.Block before, ChainUnavailable e)
      throws ChainUnavailable {
    return e.reason().equals("chain.no-receipt") && node.head().number() == before.number()
        ? new ChainStalled(before, e)
        : e;
  }

  /** Lets our sender anchor a log; false if it may already. */
  boolean admit(String origin) throws ChainUnavailable {
    check();
    var name = AnchorContract.nameOf(origin);
    if (head(name).sender().equals(sender.address())) {
      return false;
    }
    grant(name);
    return true;
  }

  Optional<Anchor> newest(String origin) throws ChainUnavailable {
    check();
    var name = AnchorContract.nameOf(origin);
    var head = head(name);
    return head.size() == 0 ? Optional.empty() : Optional.of(anchorOf(origin, eventOf(name, head)));
  }

  /** Empty if the node has no such block, or not with that transaction. */
  Optional<AnchorProof> proof(String transaction, long block) throws ChainUnavailable {
    return new ProofReader(node).proof(transaction, block);
  }

  private Anchor read(TransactionReceipt receipt, String origin, byte[] name)
      throws ChainUnavailable {
    if (!receipt.isStatusOK()) {
      throw new ChainUnavailable(
          "chain.reverted", "Reverted: " + receipt.getTransactionHash(), null);
    }
    afterChange.run();
    var event =
        receipt.getLogs().stream()
            .flatMap(entry -> AnchorContract.read(entry, place.contract(), name).stream())
            .findFirst()
            .orElseThrow(() -> withoutEvent(receipt.getTransactionHash()));
    return anchorOf(origin, event);
  }

  private void grant(byte[] name) throws ChainUnavailable {
    if (owner == null) {
      throw notGranted(null);
    }
    try {
      var receipt = owner.send(place.contract(), AnchorContract.grant(name, sender.address()));
      if (!receipt.isStatusOK()) {
        throw notGranted(null);
      }
    } catch (NodeRefusal e) {
      if (e.isRevert(AnchorContract.NOT_OWNER)) {
        throw new ChainUnavailable(
            "chain.not-owner", "The contract does not belong to " + owner.address(), e);
      }
      throw e.asUnavailable();
    }
  }

  private ChainUnavailable notGranted(@Nullable NodeRefusal cause) {
    return new ChainUnavailable(
        "chain.not-granted",
        "The account %s may not anchor this log".formatted(sender.address()),
        cause);
  }

  private Anchor held(
      String origin, byte[] name, Head head, long size, byte[] root, byte[] checkpoint)
      throws ChainUnavailable {
    var event =
        eventOfSize(name, head, size)
            .orElseThrow(
                () ->
                    new AnchorContradicted(
                        "The chain holds size %d of %s and has never held %d"
                            .formatted(head.size(), origin, size)));
    if (!Arrays.equals(event.root(), root) || !Arrays.equals(event.checkpoint(), checkpoint)) {
      throw new AnchorContradicted(
          "The chain holds size %d of %s with root %s, not %s"
              .formatted(
                  size, origin, Numeric.toHexString(event.root()), Numeric.toHexString(root)));
    }
    return anchorOf(origin, event);
  }

  private Optional<Anchored> eventOfSize(byte[] name, Head head, long size)
      throws ChainUnavailable {
    for (long last = head.block(); last >= place.firstBlock(); last -= AnchorEvents.PAGE) {
      var first = Math.max(place.firstBlock(), last - AnchorEvents.PAGE + 1);
      var found =
          events(name).between(first, last).stream().filter(e -> e.size() == size).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Anchored eventOf(byte[] name, Head head) throws ChainUnavailable {
    return events(name).between(head.block(), head.block()).stream()
        .filter(event -> event.size() == head.size())
        .findFirst()
        .orElseThrow(() -> withoutEvent("block " + head.block()));
  }

  private ChainUnavailable withoutEvent(String where) {
    return new ChainUnavailable(
        "chain.no-event", "The node does not show the anchor's event of " + where, null);
  }

  private AnchorEvents events(byte[] name) {
    return new AnchorEvents(node, place.contract(), name);
  }

  private Head head(byte[] name) throws ChainUnavailable {
    var call =
        Transaction.createEthCallTransaction(
            sender.address(), place.contract(), AnchorContract.head(name));
    @Nullable String answer =
        node.expect(client -> client.ethCall(call, DefaultBlockParameterName.LATEST)).getValue();
    if (answer == null) {
      throw new ChainUnavailable("chain.behind", "The node does not have its newest block", null);
    }
    return AnchorContract.readHead(answer);
  }

  private Anchor anchorOf(String origin, Anchored event) throws ChainUnavailable {
    var block =
        node.block(AnchorEvents.block(event.block()))
            .orElseThrow(() -> withoutEvent("block " + event.block()));
    return new Anchor(
        origin,
        event.size(),
        event.root(),
        event.checkpoint(),
        place.chainId(),
        place.contract(),
        event.transaction(),
        block.number(),
        block.at());
  }

  @Override
  public void close() {
    node.close();
  }
}
