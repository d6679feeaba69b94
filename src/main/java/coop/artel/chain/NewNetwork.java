package coop.artel.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;

/**
 * A QBFT network that does not exist yet: its first block, its nodes and the accounts that anchor
 * on it. The addresses of nodes are those of {@code docker/compose.yaml}.
 *
 * @param gasPrice in wei, what nodes ask for; zero where nobody pays
 * @param anchor the account that anchors
 * @param owner the account that deploys the contract and grants, and does nothing else
 */
record NewNetwork(
    long chainId,
    BigInteger gasPrice,
    Instant at,
    List<Credentials> validators,
    Credentials rpc,
    Credentials anchor,
    Credentials owner) {
  static final int MOST_VALIDATORS = 40;

  /** Blocks come at least so often, even with nothing in them. */
  private static final Duration EMPTY_BLOCK = Duration.ofMinutes(1);

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String SUBNET = "172.30.93.";
  private static final int RPC_HOST = 10;
  private static final int P2P_PORT = 30303;

  private static final BigInteger PLENTY = BigInteger.TEN.pow(24);

  NewNetwork {
    validators = List.copyOf(validators);
  }

  List<String> validatorAddresses() {
    return validators.stream().map(Credentials::getAddress).sorted().toList();
  }

  /** Where the contract will be: its address follows from the owner's first transaction. */
  String contract() {
    return ContractUtils.generateContractAddress(owner.getAddress(), BigInteger.ZERO);
  }

  String genesis() {
    var genesis = JSON.createObjectNode();
    var config = genesis.putObject("config");
    config.put("chainId", chainId);
    config.put("berlinBlock", 0);
    config.put("londonBlock", 0);
    config.put("shanghaiTime", 0);
    config.put("cancunTime", 0);
    config.put("zeroBaseFee", true);
    config.put("contractSizeLimit", Integer.MAX_VALUE);
    config
        .putObject("qbft")
        .put("blockperiodseconds", 2)
        .put("epochlength", 30000)
        .put("requesttimeoutseconds", 4)
        // A year of empty blocks every two seconds fills a disk with nothing.
        .put("emptyblockperiodseconds", EMPTY_BLOCK.toSeconds());
    genesis.put("nonce", "0x0");
    genesis.put("timestamp", Numeric.encodeQuantity(BigInteger.valueOf(at.getEpochSecond())));
    genesis.put("gasLimit", "0x1fffffffffffff");
    genesis.put("difficulty", "0x1");
    genesis.put("mixHash", QbftExtraData.MIX_HASH);
    genesis.put("coinbase", "0x" + "0".repeat(40));
    allocate(genesis.putObject("alloc"));
    genesis.put(
        "extraData", Numeric.toHexString(QbftExtraData.ofGenesis(validatorAddresses()).encode()));
    return text(genesis);
  }

  private void allocate(ObjectNode alloc) {
    if (gasPrice.signum() > 0) {
      for (var account : List.of(anchor, owner)) {
        alloc
            .putObject(Numeric.cleanHexPrefix(account.getAddress()))
            .put("balance", Numeric.encodeQuantity(PLENTY));
      }
    }
  }

  /** What the service is told of this network, by name of environment variable. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put(NetworkFolder.RPC, "http://rpc:8545");
    settings.put(NetworkFolder.CHAIN_ID, Long.toString(chainId));
    settings.put(NetworkFolder.CONTRACT, contract());
    settings.put(NetworkFolder.VALIDATORS, String.join(",", validatorAddresses()));
    settings.put(NetworkFolder.LONGEST_PAUSE, EMPTY_BLOCK.multipliedBy(3).toSeconds() + "s");
    return settings;
  }

  /** Where each node finds the others. */
  String staticNodes() {
    var nodes = JSON.createArrayNode();
    nodes.add(enode(rpc, RPC_HOST));
    IntStream.range(0, validators.size())
        .forEach(i -> nodes.add(enode(validators.get(i), RPC_HOST + 1 + i)));
    return text(nodes);
  }

  private static String enode(Credentials node, int host) {
    return "enode://%s@%s%d:%d"
        .formatted(
            Numeric.toHexStringNoPrefixZeroPadded(node.getEcKeyPair().getPublicKey(), 128),
            SUBNET,
            host,
            P2P_PORT);
  }

  private static String text(Object json) {
    try {
      return JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
