package coop.artel.chain;

import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
 * at the node's own price, because a node may take a price that its validators never look at; but
 * at none that the account cannot pay, because such a one would lie in the pool unmined and in the
 * way of all that follow.
 */
final class Sender {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int NONCES = 5;

  /** What Besu asks of every transaction unless it is told otherwise, in wei. */
  private static final BigInteger USUAL_MINIMUM = BigInteger.valueOf(1000);

  /** How much more than what is asked a replacement may cost. */
  private static final BigInteger DEAREST = BigInteger.valueOf(4);

  private final Node node;
  private final long chainId;
  private final Credentials account;
  private final @Nullable BigInteger price;
  private final Duration patience;

  /** What the network wanted beyond our price when it last took something. */
  private BigInteger wanted = BigInteger.ZERO;

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
    for (int attempt = 0; attempt < NONCES; attempt++) {
      // Anew each time: what took the nonce may have done already what this is to do.
      var gas = gas(to, data);
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

  private BigInteger balance() throws ChainUnavailable {
    return node.expect(client -> client.ethGetBalance(address(), DefaultBlockParameterName.LATEST))
        .getBalance();
  }

  private enum Answer {
    TAKEN,
    NONCE_TOO_LOW,
    UNDERPRICED
  }

  /** What a wait has brought: perhaps a receipt, and whether the nonce is used up by now. */
  private record Seen(Optional<TransactionReceipt> receipt, boolean nonceUsed) {}

  /** One payload under one nonce, at one price or, if need be, at rising ones. */
  private final class Delivery {
    private final @Nullable String to;
    private final String data;
    private final BigInteger gas;
    private final BigInteger nonce;
    private final Map<String, BigInteger> sent = new LinkedHashMap<>();
    private final long begin = System.nanoTime();
    private boolean belowMinimum;

    Delivery(@Nullable String to, String data, BigInteger gas, BigInteger nonce) {
      this.to = to;
      this.data = data;
      this.gas = gas;
      this.nonce = nonce;
    }

    /** The receipt, or nothing if the nonce went to another transaction. */
    Optional<TransactionReceipt> run() throws ChainUnavailable {
      var asked = nodePrice();
      var first = (price == null ? asked : price).max(wanted);
      var dearest = first.max(asked).max(USUAL_MINIMUM).multiply(DEAREST);
      var offer = first;
      while (offer.compareTo(dearest) <= 0) {
        switch (offer(offer)) {
          case NONCE_TOO_LOW -> {
            return learned(mined(), asked);
          }
          case UNDERPRICED -> {
            offer = raised(offer);
            if (!canPay(offer)) {
              if (belowMinimum) {
                throw cannotPay(offer);
              }
              return learned(lastWait(), asked);
            }
          }
          case TAKEN -> {
            var seen = await(sent.size() == 1 ? patience.dividedBy(2) : patience);
            if (seen.receipt().isPresent() || seen.nonceUsed()) {
              return learned(seen.receipt(), asked);
            }
            var next = offer.signum() == 0 ? nodePrice().max(USUAL_MINIMUM) : nodePrice();
            if (isOver(patience) || next.compareTo(offer) <= 0 || !canPay(next)) {
              return learned(lastWait(), asked);
            }
            offer = next;
          }
        }
      }
      return learned(lastWait(), asked);
    }

    /** The next transaction begins where this one ended, but never above what a node asks for. */
    private Optional<TransactionReceipt> learned(
        Optional<TransactionReceipt> receipt, BigInteger asked) {
      receipt
          .map(mined -> sent.get(mined.getTransactionHash()))
          .ifPresent(paid -> wanted = paid.min(asked.max(USUAL_MINIMUM)));
      return receipt;
    }

    private Optional<TransactionReceipt> lastWait() throws ChainUnavailable {
      var seen = await(patience);
      if (seen.receipt().isPresent() || seen.nonceUsed()) {
        return seen.receipt();
      }
      if (sent.isEmpty() && belowMinimum) {
        throw new ChainUnavailable(
            "chain.price-refused", "The node takes no price that may be paid", null);
      }
      for (var offered : sent.values()) {
        if (!canPay(offered)) {
          throw cannotPay(offered);
        }
      }
      throw new ChainUnavailable(
          "chain.no-receipt",
          "No receipt within %s of %s (nonce %s)".formatted(patience, sent.keySet(), nonce),
          null);
    }

    private boolean canPay(BigInteger offer) throws ChainUnavailable {
      return offer.signum() == 0 || balance().compareTo(gas.multiply(offer)) >= 0;
    }

    private ChainUnavailable cannotPay(BigInteger offer) {
      return new ChainUnavailable(
          "chain.no-funds",
          "The account %s has less than %s wei".formatted(address(), gas.multiply(offer)),
          null);
    }

    private Answer offer(BigInteger offer) throws ChainUnavailable {
      var unsigned = RawTransaction.createTransaction(nonce, offer, gas, to, data);
      var signed = Numeric.toHexString(TransactionEncoder.signMessage(unsigned, chainId, account));
      var hash = Hash.sha3(signed);
      try {
        node.ask(client -> client.ethSendRawTransaction(signed));
        sent.put(hash, offer);
        return Answer.TAKEN;
      } catch (NodeRefusal e) {
        if (e.isKnownTransaction()) {
          sent.put(hash, offer);
          return Answer.TAKEN;
        }
        if (e.isNonceTooLow()) {
          sent.put(hash, offer);
          return Answer.NONCE_TOO_LOW;
        }
        if (e.isUnderpriced()) {
          belowMinimum = e.isBelowMinimum();
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

    /** By a clock that nobody sets. */
    private boolean isOver(Duration wait) {
      return System.nanoTime() - begin > wait.toNanos();
    }

    /** Ends early once the nonce is used up, by whatever transaction. */
    private Seen await(Duration wait) throws ChainUnavailable {
      while (true) {
        var receipt = mined();
        if (receipt.isPresent()) {
          return new Seen(receipt, true);
        }
        if (minedTransactions().compareTo(nonce) > 0) {
          return new Seen(mined(), true);
        }
        if (isOver(wait)) {
          return new Seen(receipt, false);
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
      for (var hash : sent.keySet()) {
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
