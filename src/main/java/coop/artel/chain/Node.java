package coop.artel.chain;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.http.HttpService;

/** JSON-RPC over several addresses of one chain: the one that answered last is asked first. */
final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A block's number, hash and time. */
  record Block(long number, String hash, Instant at) {}

  private final OkHttpClient http;
  private final List<HttpService> services;
  private final List<Web3j> nodes;
  private volatile int preferred;

  Node(List<String> addresses) {
    this.http = new OkHttpClient.Builder().connectTimeout(PATIENCE).callTimeout(PATIENCE).build();
    this.services = addresses.stream().map(address -> new HttpService(address, http)).toList();
    this.nodes = services.stream().map(Web3j::build).toList();
  }

  /** The answer of the first node that gives one; an error is an answer too. */
  <T extends Response<?>> T ask(Function<Web3j, Request<?, T>> question)
      throws ChainUnavailable, NodeRefusal {
    return asking(index -> question.apply(nodes.get(index)));
  }

  /** A method that web3j has no name for. */
  <T extends Response<?>> T ask(String method, List<?> parameters, Class<T> answer)
      throws ChainUnavailable, NodeRefusal {
    return asking(index -> new Request<>(method, parameters, services.get(index), answer));
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

  private <T extends Response<?>> T asking(Function<Integer, Request<?, T>> request)
      throws ChainUnavailable, NodeRefusal {
    @Nullable IOException silence = null;
    for (int i = 0; i < nodes.size(); i++) {
      var index = (preferred + i) % nodes.size();
      try {
        var answer = request.apply(index).send();
        preferred = index;
        if (answer.hasError()) {
          throw new NodeRefusal(answer.getError());
        }
        return answer;
      } catch (IOException e) {
        if (silence != null) {
          e.addSuppressed(silence);
        }
        silence = e;
      }
    }
    throw new ChainUnavailable("chain.silent", "No node answers", silence);
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
    nodes.forEach(Web3j::shutdown);
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
