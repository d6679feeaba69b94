package coop.artel.chain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The contract on a chain of the house's own, by the keys of a folder; to be repeated at will. */
final class ContractDeployment implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The log that a service's policy names: what stands before the first plus of its key. */
  private static final Pattern LOG = Pattern.compile("(?m)^log ([^+\\s]{1,200})\\+[0-9a-f]{8}\\+");

  /**
   * What was found or done.
   *
   * @param now whether the contract was deployed by this
   * @param changed whether the service must be told anew where it is
   */
  record Done(String contract, boolean now, boolean changed) {}

  private final URI rpc;
  private final NetworkFolder folder;
  private final AnchorContract contract = AnchorContract.compiled();
  private final Node node;

  /**
   * @param tokens one, where the node wants to see a token
   */
  ContractDeployment(URI rpc, List<TokenFile> tokens, NetworkFolder folder) {
    this.rpc = rpc;
    this.folder = folder;
    this.node = new Node(List.of(rpc.toString()), tokens, null, null);
  }

  /** Empty for what is no http address. */
  static Optional<URI> address(String text) {
    try {
      var address = URI.create(text);
      return "http".equals(address.getScheme()) || "https".equals(address.getScheme())
          ? Optional.of(address).filter(it -> it.getHost() != null)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Done deploy() throws ChainUnavailable, IOException {
    long chainId = node.chainId();
    var settings = folder.readSettings();
    var told = settings.get(NetworkFolder.CHAIN_ID);
    if (told != null && !told.equals(Long.toString(chainId))) {
      throw new ChainUnavailable(
          "chain.wrong-chain", "The node is of chain %d, not %s".formatted(chainId, told), null);
    }
    var known = settings.get(NetworkFolder.CONTRACT);
    if (known != null && contract.isSame(node.code(known))) {
      boolean toldMore = nameValidators(settings);
      if (toldMore) {
        folder.keepSettings(settings);
      }
      return new Done(known, false, toldMore);
    }
    var address = contract.deploy(owner(chainId)).getContractAddress().toLowerCase(Locale.ROOT);
    boolean changed = !address.equals(known);
    if (changed) {
      settings.putIfAbsent(NetworkFolder.RPC, rpc.toString());
      settings.put(NetworkFolder.CHAIN_ID, Long.toString(chainId));
      settings.put(NetworkFolder.CONTRACT, address);
      nameValidators(settings);
      folder.keepSettings(settings);
    }
    return new Done(address, true, changed);
  }

  /**
   * Names who seals this chain's blocks, where nobody has: whoever verifies counts their seals. A
   * chain that is not of QBFT has nobody to be named.
   *
   * @return whether there was something to name
   */
  private boolean nameValidators(Map<String, String> settings) {
    if (settings.containsKey(NetworkFolder.VALIDATORS)) {
      return false;
    }
    try {
      var validators = new ProofReader(node).validators();
      if (validators.isEmpty()) {
        return false;
      }
      settings.put(NetworkFolder.VALIDATORS, String.join(",", validators));
      return true;
    } catch (ChainUnavailable e) {
      // The contract works without; the service names them from a block that it can read.
      return false;
    }
  }

  /** Lets the folder's account anchor a log; false if it may already. */
  boolean admit(String address, String origin) throws ChainUnavailable {
    long chainId = node.chainId();
    var anchor = new Sender(node, chainId, folder.anchorKey().account(), null, PATIENCE);
    var place = new Network.Place(chainId, address, 0);
    return new Network(node, place, contract, anchor, owner(chainId), () -> {}).admit(origin);
  }

  private Sender owner(long chainId) throws ChainUnavailable {
    return new Sender(node, chainId, folder.ownerKey().account(), null, PATIENCE);
  }

  /** The name of the log that a running service keeps. */
  static String originOf(URI service) throws ChainUnavailable {
    var address = service.resolve("/log/policy");
    try {
      var answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofString());
      var log = LOG.matcher(answer.body());
      if (answer.statusCode() != 200 || !log.find()) {
        throw new ChainUnavailable(
            "chain.no-service", "%s answers %d".formatted(address, answer.statusCode()), null);
      }
      return log.group(1);
    } catch (IOException e) {
      throw new ChainUnavailable("chain.no-service", "%s: %s".formatted(address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChainUnavailable("chain.interrupted", "Interrupted while waiting", e);
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
