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
 * @param rpc addresses of nodes of one chain; the first that answers serves
 * @param chainId needed beside {@code rpc}: a node of another chain is refused
 * @param contract address, needed beside {@code rpc}
 * @param contractBlock the block the contract was deployed in; no event is looked for before it
 * @param jwtFile the token that the nodes want to see: none, one file for all addresses of {@code
 *     rpc}, or one for each
 * @param trustedCertificates a PEM file, for nodes behind TLS whose certificates Java does not
 *     trust by itself; only what is in it counts then
 * @param accountKeyFile the sender's private key, 64 hex digits; absent: one is generated in the
 *     data folder
 * @param gasPrice in wei; absent: what the node asks for
 * @param embedded whether a development chain may be started here
 * @param receiptWait how long one anchor may wait for its receipt
 * @param longestPause the age of the newest block at which the chain counts as stalled; absent:
 *     only an anchor that waits while no block comes shows that
 */
@ConfigurationProperties("artel.chain")
record ChainSettings(
    @DefaultValue List<String> rpc,
    @Nullable Long chainId,
    @Nullable String contract,
    @DefaultValue("0") long contractBlock,
    @DefaultValue List<Path> jwtFile,
    @Nullable Path trustedCertificates,
    @Nullable Path accountKeyFile,
    @Nullable BigInteger gasPrice,
    @DefaultValue("true") boolean embedded,
    @DefaultValue("30s") Duration receiptWait,
    @Nullable Duration longestPause) {
  ChainSettings {
    rpc = List.copyOf(rpc);
    jwtFile = List.copyOf(jwtFile);
    contract = contract == null ? null : contract.toLowerCase(Locale.ROOT);
    if (!rpc.isEmpty() && (chainId == null || contract == null)) {
      throw new IllegalArgumentException(
          "artel.chain.rpc needs artel.chain.chain-id and artel.chain.contract beside it");
    }
    if (rpc.isEmpty() && (chainId != null || contract != null)) {
      // Anchors of a real log would go to a development chain.
      throw new IllegalArgumentException(
          "artel.chain.chain-id and artel.chain.contract need artel.chain.rpc beside them");
    }
    rpc.forEach(ChainSettings::checkAddress);
    if (jwtFile.size() > 1 && jwtFile.size() != rpc.size()) {
      throw new IllegalArgumentException(
          "artel.chain.jwt-file names %d files for %d addresses in artel.chain.rpc"
              .formatted(jwtFile.size(), rpc.size()));
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
    if (longestPause != null && (longestPause.isNegative() || longestPause.isZero())) {
      throw new IllegalArgumentException("artel.chain.longest-pause must be above zero");
    }
  }

  private static void checkAddress(String text) {
    var address =
        ContractDeployment.address(text)
            .orElseThrow(
                () -> new IllegalArgumentException("artel.chain.rpc: no http address: " + text));
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "artel.chain.rpc: an address holds no password; a token goes into a file that"
              + " artel.chain.jwt-file names");
    }
  }

  /** Nothing set: what a fresh installation has. */
  static ChainSettings unset() {
    return new ChainSettings(
        List.of(), null, null, 0, List.of(), null, null, null, true, Duration.ofSeconds(30), null);
  }
}
