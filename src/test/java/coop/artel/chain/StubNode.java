package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;

/**
 * A JSON-RPC node that answers as a test tells it to, or as Besu was heard to answer: {@code
 * chain/besu-answers.json} holds such exchanges by the sentences that rest on them.
 */
final class StubNode implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An error as JSON-RPC has it. */
  static final class Failure extends RuntimeException {
    private final int code;

    private final @Nullable String data;

    Failure(int code, String message) {
      this(code, message, null);
    }

    Failure(int code, String message, @Nullable String data) {
      super(message);
      this.code = code;
      this.data = data;
    }

    private Map<String, Object> json() {
      var error = new HashMap<String, Object>();
      error.put("code", code);
      error.put("message", getMessage());
      if (data != null) {
        error.put("data", data);
      }
      return error;
    }
  }

  private static final JsonNode RECORDED = recorded();

  private final HttpServer server;
  private final Map<String, Function<JsonNode, @Nullable Object>> answers =
      new ConcurrentHashMap<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  /** Funds are no matter, gas is free, and nothing is ever mined. */
  StubNode() throws IOException {
    this(null);
  }

  /** With TLS where there is something for it. */
  StubNode(@Nullable SSLContext tls) throws IOException {
    var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(place, 0);
    } else {
      var safe = HttpsServer.create(place, 0);
      safe.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = safe;
    }
    server.createContext("/", this::answer);
    server.start();
    on("eth_estimateGas", parameters -> "0x7530");
    on("eth_gasPrice", parameters -> "0x0");
    on("eth_getTransactionCount", parameters -> "0x5");
    on("eth_getTransactionReceipt", parameters -> null);
    on("eth_getBalance", parameters -> "0xde0b6b3a7640000");
    on("eth_chainId", parameters -> "0x539");
    on("eth_accounts", parameters -> List.of());
    on("eth_sendRawTransaction", parameters -> hash(parameters.get(0).textValue()));
  }

  StubNode on(String method, Function<JsonNode, @Nullable Object> answer) {
    answers.put(method, answer);
    return this;
  }

  /** The sentences that an exchange was recorded for. */
  static List<String> sentences() {
    var names = new ArrayList<String>();
    RECORDED.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Answers from now on as recorded for a sentence, every time. */
  StubNode replay(String sentence) {
    for (var exchange : RECORDED.get(sentence)) {
      if (exchange.has("http")) {
        status = exchange.get("http").intValue();
      }
      var method = exchange.get("method").textValue();
      var before = answers.get(method);
      on(
          method,
          parameters -> {
            if (exchange.has("params") && !exchange.get("params").equals(parameters)) {
              return before.apply(parameters);
            }
            var error = exchange.get("error");
            if (error != null) {
              throw new Failure(
                  error.get("code").intValue(),
                  error.get("message").textValue(),
                  error.path("data").textValue());
            }
            return exchange.get("result");
          });
    }
    return this;
  }

  /** What a method is answered now. */
  Function<JsonNode, @Nullable Object> answerOf(String method) {
    return answers.get(method);
  }

  /** The status of HTTP from now on. */
  StubNode withStatus(int code) {
    status = code;
    return this;
  }

  /** How many connections were ever made. */
  int connections() {
    return connections.size();
  }

  /** The methods that were asked for, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** What was shown as authorization, in order; empty where nothing was. */
  List<String> tokens() {
    return List.copyOf(tokens);
  }

  private static JsonNode recorded() {
    try (var file = StubNode.class.getResourceAsStream("/chain/besu-answers.json")) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    var scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that was sent, in order, taken or not. */
  List<RawTransaction> sent() {
    return sent.stream().map(TransactionDecoder::decode).toList();
  }

  /** Of all that was sent, in order. */
  List<String> hashes() {
    return sent.stream().map(StubNode::hash).toList();
  }

  static String hash(String signed) {
    return Hash.sha3(signed);
  }

  /** Of a transaction in block 7 that succeeded. */
  static Map<String, Object> receipt(String hash) {
    return Map.of(
        "transactionHash", hash, "status", "0x1", "blockNumber", "0x7", "logs", List.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = JSON.readTree(exchange.getRequestBody());
      var method = request.get("method").textValue();
      var parameters = request.get("params");
      asked.add(method);
      connections.add(exchange.getRemoteAddress());
      var shown = exchange.getRequestHeaders().getFirst("Authorization");
      tokens.add(shown == null ? "" : shown);
      if (method.equals("eth_sendRawTransaction")) {
        sent.add(parameters.get(0).textValue());
      }
      var answer = new HashMap<String, @Nullable Object>();
      answer.put("jsonrpc", "2.0");
      answer.put("id", request.get("id"));
      try {
        answer.put("result", answers.get(method).apply(parameters));
      } catch (Failure e) {
        answer.put("error", e.json());
      }
      var body = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
