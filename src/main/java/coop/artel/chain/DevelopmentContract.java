package coop.artel.chain;

import coop.artel.chain.SavedChain.Deployment;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.response.VoidResponse;
import org.web3j.utils.Numeric;

/** Finds the anchor contract on a development chain again, or deploys it there. */
final class DevelopmentContract {
  private static final BigInteger PLENTY = BigInteger.TEN.pow(24);

  /**
   * Where the contract is now.
   *
   * @param lost why what was anchored before is not there any more, as a message key
   */
  record Found(Deployment deployment, @Nullable String lost) {}

  private final Node node;
  private final AnchorContract contract;
  private final Sender owner;

  DevelopmentContract(Node node, AnchorContract contract, Sender owner) {
    this.node = node;
    this.contract = contract;
    this.owner = owner;
  }

  /**
   * Looks where it was last, and deploys it where it is not. Its address depends on the owner's key
   * and count of transactions alone, so on a chain begun anew it is the same again.
   *
   * @param begunAnew whether this start found no state to go on from
   */
  Found find(Optional<Deployment> saved, boolean begunAnew) throws ChainUnavailable {
    var genesis =
        node.block(DefaultBlockParameter.valueOf(BigInteger.ZERO))
            .orElseThrow(() -> new ChainUnavailable("chain.silent", "No first block", null))
            .hash();
    if (saved.isEmpty()) {
      return new Found(deploy(genesis), null);
    }
    if (begunAnew || !saved.get().genesis().equals(genesis)) {
      return new Found(deploy(genesis), "chain.begun-anew");
    }
    if (!contract.isSame(node.code(saved.get().contract()))) {
      return new Found(deploy(genesis), "chain.deployed-again");
    }
    return new Found(saved.get(), null);
  }

  private Deployment deploy(String genesis) throws ChainUnavailable {
    var receipt = contract.deploy(owner);
    return new Deployment(
        genesis, receipt.getContractAddress(), receipt.getBlockNumber().longValueExact());
  }

  /** Lets an account pay whatever price is set. */
  static void fund(Node node, Credentials account) throws ChainUnavailable {
    var parameters = List.of(account.getAddress(), Numeric.encodeQuantity(PLENTY));
    try {
      node.ask("anvil_setBalance", parameters, VoidResponse.class);
    } catch (NodeRefusal e) {
      throw e.asUnavailable();
    }
  }

  /** Keeps the chain as it is now. */
  static void save(Node node, SavedChain saved) throws ChainUnavailable {
    try {
      saved.keep(node.ask("anvil_dumpState", List.of(), TextResponse.class).getResult());
    } catch (NodeRefusal e) {
      throw e.asUnavailable();
    } catch (IOException e) {
      throw new ChainUnavailable("chain.not-saved", "The chain's state cannot be written", e);
    }
  }
}
