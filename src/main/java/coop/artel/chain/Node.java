package coop.artel.chain;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlock;

/**
 * JSON-RPC over several addresses of one chain: the one that answered last is asked first. Behind a
 * gate, an address is asked only once it was let in, and again after it was silent.
 */
final class Node implements AutoCloseable {
  /** So much newer a block must be before another address is preferred for it. */
  private static final long AHEAD = 3;

  /** A block's number, hash and time. */
  record Block(long number, String hash, Instant at) {}

  /** Whether an address may be asked: its newest block, or why not. */
  interface Gate {
    Block check(Node alone) throws ChainUnavailable;
  }

  private final OkHttpClient http;
  private final List<Endpoint> endpoints;
  private final @Nullable Gate gate;
  private volatile int preferred;

  Node(List<String> addresses) {
    this(addresses, List.of(), null, null);
  }

  /**
   * @param tokens none, one for all addresses, or one for each
   * @param trusted whose certificates count; absent: those that Java trusts
   */
  Node(
      List<String> addresses, List<TokenFile> tokens, @Nullable Path trusted, @Nullable Gate gate) {
    this.http = Transport.shared(trusted);
    this.endpoints =
        IntStream.range(0, addresses.size())
            .mapToObj(i -> new Endpoint(addresses.get(i), Transport.of(http, token(tokens, i))))
            .toList();
    this.gate = gate;
  }

  private Node(OkHttpClient http, Endpoint alone) {
    this.http = http;
    this.endpoints = List.of(alone);
    this.gate = null;
  }

  private static @Nullable TokenFile token(List<TokenFile> tokens, int index) {
    return tokens.isEmpty() ? null : tokens.get(tokens.size() == 1 ? 0 : index);
  }

  /** The answer of the first node that gives one; an error is an answer too. */
  <T extends Response<?>> T ask(Function<Web3j, Request<?, T>> question)
      throws ChainUnavailable, NodeRefusal {
    return asking(endpoint -> question.apply(endpoint.client()));
  }

  /** A method that web3j has no name for. */
  <T extends Response<?>> T ask(String method, List<?> parameters, Class<T> answer)
      throws ChainUnavailable, NodeRefusal {
    return asking(endpoint -> new Request<>(method, parameters, endpoint.service(), answer));
  }

  /** As {@link #ask}, where an error of the node has no meaning of its own. */
  <T extends Response<?>> T expect(Function<Web3j, Request<?, T>> question)
      throws ChainUnavailable {
    try {
      return ask(question);
    } catch (NodeRefusal e) {
      throw e.asUnavailable();
    }
  }

  private <T extends Response<?>> T asking(Function<Endpoint, Request<?, T>> question)
      throws ChainUnavailable, NodeRefusal {
    var troubles = new ArrayList<ChainUnavailable>();
    for (int i = 0; i < endpoints.size(); i++) {
      var index = (preferred + i) % endpoints.size();
      var endpoint = endpoints.get(index);
      try {
        if (gate != null && !endpoint.isAdmitted()) {
          gate.check(alone(endpoint));
          endpoint.admit();
        }
        var answer = endpoint.send(question);
        preferred = index;
        return answer;
      } catch (NodeRefusal e) {
        preferred = index;
        throw e;
      } catch (ChainUnavailable e) {
        if (gate != null) {
          endpoint.dismiss(e);
        }
        troubles.add(e);
      }
    }
    throw gravest(troubles);
  }

  /**
   * Looks at every address, so that one that is refused is told and one that is mended comes back.
   * From now on that with the newest block is asked first: a node that is cut off from the others
   * answers as ever.
   */
  Block look() throws ChainUnavailable {
    var door = Objects.requireNonNull(gate);
    var heads = new LinkedHashMap<Integer, Block>();
    var troubles = new ArrayList<ChainUnavailable>();
    for (int i = 0; i < endpoints.size(); i++) {
      try {
        heads.put(i, door.check(alone(endpoints.get(i))));
        endpoints.get(i).admit();
      } catch (ChainUnavailable e) {
        endpoints.get(i).dismiss(e);
        troubles.add(e);
      }
    }
    var newest =
        heads.entrySet().stream()
            .max(Comparator.comparingLong(head -> head.getValue().number()))
            .orElseThrow(() -> gravest(troubles));
    var usual = heads.get(preferred);
    if (usual == null || newest.getValue().number() - usual.number() >= AHEAD) {
      preferred = newest.getKey();
      return newest.getValue();
    }
    return usual;
  }

  /** Why each address cannot be asked now, in their order; empty where it can. */
  List<Optional<String>> troubles() {
    return endpoints.stream()
        .map(endpoint -> endpoint.trouble().map(ChainUnavailable::reason))
        .toList();
  }

  /** Each address by itself, behind no gate; not to be closed. */
  List<Node> each() {
    return endpoints.stream().map(this::alone).toList();
  }

  private Node alone(Endpoint endpoint) {
    return new Node(http, endpoint);
  }

  /** What needs people goes before what passes by itself. */
  private static ChainUnavailable gravest(List<ChainUnavailable> troubles) {
    return troubles.stream()
        .min(Comparator.comparingInt(Node::rank))
        .orElseThrow(() -> new IllegalStateException("No address of a node"));
  }

  private static int rank(ChainUnavailable trouble) {
    if (trouble.contradicts()) {
      return 0;
    }
    return trouble.reason().equals("chain.silent") ? 2 : 1;
  }

  long chainId() throws ChainUnavailable {
    return expect(Web3j::ethChainId).getChainId().longValueExact();
  }

  /** 0x and hex digits, lower case; {@code 0x} where there is no contract. */
  String code(String address) throws ChainUnavailable {
    var code = expect(node -> node.ethGetCode(address, DefaultBlockParameterName.LATEST)).getCode();
    return code == null ? "0x" : code;
  }

  Block head() throws ChainUnavailable {
    return block(DefaultBlockParameterName.LATEST)
        .orElseThrow(
            () -> new ChainUnavailable("chain.silent", "The node knows no newest block", null));
  }

  Optional<Block> block(DefaultBlockParameter which) throws ChainUnavailable {
    EthBlock.@Nullable Block block =
        expect(node -> node.ethGetBlockByNumber(which, false)).getBlock();
    return Optional.ofNullable(block)
        .map(
            found ->
                new Block(
                    found.getNumber().longValueExact(),
                    found.getHash(),
                    Instant.ofEpochSecond(found.getTimestamp().longValueExact())));
  }

  @Override
  public void close() {
    endpoints.forEach(Endpoint::close);
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
