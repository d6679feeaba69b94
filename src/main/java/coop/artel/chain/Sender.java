package coop.artel.chain;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

/**
 * An account that signs here and sends one transaction at a time.
 *
 * <p>The nonce is always the number of mined transactions: whatever still waits in the pool is
 * replaced, since a newer anchor covers an older one. A transaction without a receipt is sent again
 * at the node's own price, because a node may take a price that its validators never look at.
 */
final class Sender {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int NONCES = 5;

  /** What Besu asks of every transaction unless it is told otherwise, in wei. */
  private static final BigInteger USUAL_MINIMUM = BigInteger.valueOf(1000);

  /** How much more than the usual a replacement may cost. */
  private static final BigInteger DEAREST = BigInteger.valueOf(4);

  private final Node node;
  private final long chainId;
  private final Credentials account;
  private final @Nullable BigInteger price;
  private final Duration patience;

  /** The price is the node's where none is given. */
  Sender(
      Node node, long chainId, Credentials account, @Nullable BigInteger price, Duration patience) {
    this.node = node;
    this.chainId = chainId;
    this.account = account;
    this.price = price;
    this.patience = patience;
  }

  String address() {
    return account.getAddress();
  }

  /**
   * Sends and waits for the receipt, also of a transaction that failed.
   *
   * @param to a contract, or null to deploy one
   * @throws NodeRefusal if the node tells beforehand that it would revert
   */
  synchronized TransactionReceipt send(@Nullable String to, String data)
      throws ChainUnavailable, NodeRefusal {
    var gas = gas(to, data);
    for (int attempt = 0; attempt < NONCES; attempt++) {
      var receipt = new Delivery(to, data, gas, minedTransactions()).run();
      if (receipt.isPresent()) {
        return receipt.get();
      }
    }
    throw new ChainUnavailable(
        "chain.nonce-taken", "Somebody else sends from %s".formatted(address()), null);
  }

  private BigInteger gas(@Nullable String to, String data) throws ChainUnavailable, NodeRefusal {
    var call = new Transaction(address(), null, null, null, to, BigInteger.ZERO, data);
    var estimate = node.ask(client -> client.ethEstimateGas(call)).getAmountUsed();
    return estimate.multiply(BigInteger.valueOf(5)).divide(BigInteger.valueOf(4));
  }

  private BigInteger minedTransactions() throws ChainUnavailable {
    return node.expect(
            client -> client.ethGetTransactionCount(address(), DefaultBlockParameterName.LATEST))
        .getTransactionCount();
  }

  private BigInteger nodePrice() throws ChainUnavailable {
    return node.expect(Web3j::ethGasPrice).getGasPrice();
  }

  private enum Answer {
    TAKEN,
    NONCE_TOO_LOW,
    UNDERPRICED
  }

  /** One payload under one nonce, at one price or, if need be, at rising ones. */
  private final class Delivery {
    private final @Nullable String to;
    private final String data;
    private final BigInteger gas;
    private final BigInteger nonce;
    private final Set<String> sent = new LinkedHashSet<>();
    private final Instant giveUp = Instant.now().plus(patience);

    Delivery(@Nullable String to, String data, BigInteger gas, BigInteger nonce) {
      this.to = to;
      this.data = data;
      this.gas = gas;
      this.nonce = nonce;
    }

    /** The receipt, or nothing if the nonce went to another transaction. */
    Optional<TransactionReceipt> run() throws ChainUnavailable {
      var first = price == null ? nodePrice() : price;
      var dearest = first.max(USUAL_MINIMUM).multiply(DEAREST);
      var offer = first;
      while (offer.compareTo(dearest) <= 0) {
        switch (offer(offer)) {
          case NONCE_TOO_LOW -> {
            return mined();
          }
          case UNDERPRICED -> offer = raised(offer);
          case TAKEN -> {
            var receipt = await(sent.size() == 1 ? halfWay() : giveUp);
            if (receipt.isPresent()) {
              return receipt;
            }
            if (minedTransactions().compareTo(nonce) > 0) {
              return mined();
            }
            var next = offer.signum() == 0 ? nodePrice().max(USUAL_MINIMUM) : nodePrice();
            if (Instant.now().isAfter(giveUp) || next.compareTo(offer) <= 0) {
              return lastWait();
            }
            offer = next;
          }
        }
      }
      return lastWait();
    }

    private Optional<TransactionReceipt> lastWait() throws ChainUnavailable {
      var receipt = await(giveUp);
      if (receipt.isEmpty()) {
        throw new ChainUnavailable(
            "chain.no-receipt",
            "No receipt within %s of %s (nonce %s)".formatted(patience, sent, nonce),
            null);
      }
      return receipt;
    }

    private Answer offer(BigInteger offer) throws ChainUnavailable {
      var unsigned = RawTransaction.createTransaction(nonce, offer, gas, to, data);
      var signed = Numeric.toHexString(TransactionEncoder.signMessage(unsigned, chainId, account));
      var hash = Hash.sha3(signed);
      try {
        node.ask(client -> client.ethSendRawTransaction(signed));
        sent.add(hash);
        return Answer.TAKEN;
      } catch (NodeRefusal e) {
        if (e.isKnownTransaction()) {
          sent.add(hash);
          return Answer.TAKEN;
        }
        if (e.isNonceTooLow()) {
          sent.add(hash);
          return Answer.NONCE_TOO_LOW;
        }
        if (e.isUnderpriced()) {
          return Answer.UNDERPRICED;
        }
        throw e.asUnavailable();
      }
    }

    /** At least an eighth more, as pools ask of a replacement. */
    private BigInteger raised(BigInteger offer) throws ChainUnavailable {
      return offer
          .multiply(BigInteger.valueOf(9))
          .divide(BigInteger.valueOf(8))
          .add(BigInteger.ONE)
          .max(offer.signum() == 0 ? USUAL_MINIMUM : BigInteger.ZERO)
          .max(nodePrice());
    }

    private Instant halfWay() {
      return giveUp.minus(patience.dividedBy(2));
    }

    private Optional<TransactionReceipt> await(Instant until) throws ChainUnavailable {
      while (true) {
        var receipt = mined();
        if (receipt.isPresent() || Instant.now().isAfter(until)) {
          return receipt;
        }
        try {
          Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new ChainUnavailable("chain.interrupted", "Interrupted while waiting", e);
        }
      }
    }

    /** The receipt of whichever of our transactions took the nonce. */
    private Optional<TransactionReceipt> mined() throws ChainUnavailable {
      for (var hash : sent) {
        var receipt =
            node.expect(client -> client.ethGetTransactionReceipt(hash)).getTransactionReceipt();
        if (receipt.isPresent()) {
          return receipt;
        }
      }
      return Optional.empty();
    }
  }
}
