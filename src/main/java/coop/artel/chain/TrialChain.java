package coop.artel.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain by itself, for measuring: nothing is kept of it and no service started it. */
public final class TrialChain implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What anchoring costs a log.
   *
   * @param grant to let its sender anchor, once
   * @param anchors in their order
   */
  public record Gas(long grant, List<Long> anchors) {}

  private final Anvil anvil;
  private final Path folder;

  private TrialChain(Anvil anvil, Path folder) {
    this.anvil = anvil;
    this.folder = folder;
  }

  /**
   * Installs what is needed into the folder and starts a chain there.
   *
   * @param blockTime whole seconds from block to block; null for a block with each transaction
   */
  public static TrialChain start(Path folder, @Nullable Duration blockTime)
      throws IOException, InterruptedException {
    var installation = new AnvilInstallation(folder);
    try {
      installation.install();
    } catch (AnvilInstallation.NoNpm e) {
      throw new IOException("A chain needs Node.js and npm", e);
    }
    return start(installation, folder, blockTime);
  }

  static TrialChain start(AnvilInstallation installation, Path folder, @Nullable Duration blockTime)
      throws IOException, InterruptedException {
    Path state = folder.resolve("state.json");
    Path pid = folder.resolve("anvil.pid");
    Path log = folder.resolve("anvil.log");
    return new TrialChain(
        blockTime == null
            ? Anvil.start(installation.command(), state, pid, log)
            : Anvil.start(installation.command(), state, pid, log, blockTime),
        folder);
  }

  public static long chainId() {
    return Anvil.CHAIN_ID;
  }

  public String address() {
    return anvil.address();
  }

  /** Deploys the contract and anchors a log at each of these sizes. */
  public Gas anchor(String origin, List<Long> sizes) throws ChainUnavailable {
    var contract = AnchorContract.compiled();
    try (var node = new Node(List.of(address()))) {
      var owner = sender(node, "owner.key");
      var sender = sender(node, "sender.key");
      var place = contract.deploy(owner).getContractAddress();
      var name = AnchorContract.nameOf(origin);
      long grant = gas(owner, place, AnchorContract.grant(name, sender.address()));
      var anchors = new ArrayList<Long>();
      for (long size : sizes) {
        anchors.add(
            gas(sender, place, AnchorContract.anchor(name, size, digest(size), digest(-size))));
      }
      return new Gas(grant, anchors);
    }
  }

  private Sender sender(Node node, String key) throws ChainUnavailable {
    var account = new KeyFile(folder.resolve(key)).account();
    DevelopmentContract.fund(node, account);
    return new Sender(node, Anvil.CHAIN_ID, account, null, PATIENCE);
  }

  private static long gas(Sender sender, String contract, String data) throws ChainUnavailable {
    try {
      var receipt = sender.send(contract, data);
      if (!receipt.isStatusOK()) {
        throw new ChainUnavailable("chain.reverted", "Reverted: " + receipt, null);
      }
      return receipt.getGasUsed().longValueExact();
    } catch (NodeRefusal e) {
      throw e.asUnavailable();
    }
  }

  /** As long as a real one and without a zero byte, which would cost less. */
  private static byte[] digest(long seed) {
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (1 + Math.floorMod(seed * 31 + i, 255));
    }
    return digest;
  }

  @Override
  public void close() {
    anvil.close();
  }
}
