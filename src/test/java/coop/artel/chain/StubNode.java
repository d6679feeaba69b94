package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;

/** A JSON-RPC node that answers as a test tells it to, in Besu's words. */
final class StubNode implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An error as JSON-RPC has it. */
  static final class Failure extends RuntimeException {
    private final int code;

    Failure(int code, String message) {
      super(message);
      this.code = code;
    }
  }

  private final HttpServer server;
  private final Map<String, Function<JsonNode, @Nullable Object>> answers =
      new ConcurrentHashMap<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  /** Funds are no matter, gas is free, and nothing is ever mined. */
  StubNode() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    on("eth_estimateGas", parameters -> "0x7530");
    on("eth_gasPrice", parameters -> "0x0");
    on("eth_getTransactionCount", parameters -> "0x5");
    on("eth_getTransactionReceipt", parameters -> null);
    on("eth_sendRawTransaction", parameters -> hash(parameters.get(0).textValue()));
  }

  StubNode on(String method, Function<JsonNode, @Nullable Object> answer) {
    answers.put(method, answer);
    return this;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that was sent, in order, taken or not. */
  List<RawTransaction> sent() {
    return sent.stream().map(TransactionDecoder::decode).toList();
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
      if (method.equals("eth_sendRawTransaction")) {
        sent.add(parameters.get(0).textValue());
      }
      var answer = new HashMap<String, @Nullable Object>();
      answer.put("jsonrpc", "2.0");
      answer.put("id", request.get("id"));
      try {
        answer.put("result", answers.get(method).apply(parameters));
      } catch (Failure e) {
        answer.put("error", Map.of("code", e.code, "message", e.getMessage()));
      }
      var body = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
