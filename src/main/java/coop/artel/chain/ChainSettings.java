package coop.artel.chain;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which chain anchors go to. Without any setting it is the development chain.
 *
 * @param rpc addresses of nodes of one chain, asked in this order
 * @param chainId needed beside {@code rpc}: a node of another chain is refused
 * @param contract address, needed beside {@code rpc}
 * @param contractBlock the block the contract was deployed in; no event is looked for before it
 * @param accountKeyFile the sender's private key, 64 hex digits; generated where it is missing
 * @param gasPrice in wei; absent: what the node asks for
 * @param embedded whether a development chain may be started here
 * @param receiptWait how long one anchor may wait for its receipt
 */
@ConfigurationProperties("artel.chain")
record ChainSettings(
    @DefaultValue List<String> rpc,
    @Nullable Long chainId,
    @Nullable String contract,
    @DefaultValue("0") long contractBlock,
    @Nullable Path accountKeyFile,
    @Nullable BigInteger gasPrice,
    @DefaultValue("true") boolean embedded,
    @DefaultValue("30s") Duration receiptWait) {
  ChainSettings {
    rpc = List.copyOf(rpc);
    contract = contract == null ? null : contract.toLowerCase(Locale.ROOT);
    if (!rpc.isEmpty() && (chainId == null || contract == null)) {
      throw new IllegalArgumentException(
          "artel.chain.rpc needs artel.chain.chain-id and artel.chain.contract beside it");
    }
    if (contract != null && !contract.matches("0x[0-9a-f]{40}")) {
      throw new IllegalArgumentException("artel.chain.contract is no address: " + contract);
    }
    if (gasPrice != null && gasPrice.signum() < 0) {
      throw new IllegalArgumentException("artel.chain.gas-price is below zero");
    }
    if (receiptWait.isNegative() || receiptWait.isZero()) {
      throw new IllegalArgumentException("artel.chain.receipt-wait must be above zero");
    }
  }

  /** Nothing set: what a fresh installation has. */
  static ChainSettings unset() {
    return new ChainSettings(List.of(), null, null, 0, null, null, true, Duration.ofSeconds(30));
  }
}
