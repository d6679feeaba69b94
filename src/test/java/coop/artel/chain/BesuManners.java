package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.web3j.crypto.Hash;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.utils.Numeric;

/**
 * Stands before Anvil and behaves as Besu does where the two differ: what Besu refuses is refused
 * with its code and words, and kept; and the chain can be made to stand still, as QBFT does when
 * too few validators are left: transactions are taken, no receipt comes, the head stays.
 */
final class BesuManners implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> STATE_READERS =
      Set.of("eth_call", "eth_getCode", "eth_getBalance", "eth_getTransactionCount");
  private static final int MOST_BLOCKS = 5000;
  private static final int MOST_IN_A_BATCH = 1024;

  private static final class Refused extends Exception {
    private final int code;

    Refused(int code, String message) {
      super(message);
      this.code = code;
    }
  }

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI anvil;
  private final List<String> refusals = new CopyOnWriteArrayList<>();

  /** What waits in the pool while the chain stands, by nonce: the last one of each. */
  private final Map<String, String> pool = new LinkedHashMap<>();

  private boolean standing;
  private volatile boolean away;

  BesuManners(String anvil) throws IOException {
    this.anvil = URI.create(anvil);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that was asked and is not allowed or not known on Besu. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** From now on no block is made. */
  synchronized void standStill() {
    standing = true;
  }

  /** Enough validators are back: what waited in the pool is mined. */
  synchronized void goOn() throws IOException {
    standing = false;
    for (var raw : pool.values()) {
      forward(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_sendRawTransaction\",\"params\":[\"%s\"]}"
              .formatted(raw));
    }
    pool.clear();
  }

  /** As a gateway whose node is gone, or is back. */
  void beAway(boolean away) {
    this.away = away;
  }

  /** How many transactions wait. */
  synchronized int waiting() {
    return pool.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away) {
        exchange.sendResponseHeaders(502, -1);
        return;
      }
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request = JSON.readTree(text);
      String answer;
      try {
        answer = judged(request, text);
      } catch (Refused e) {
        refusals.add(request + " -> " + e.code + " " + e.getMessage());
        answer = error(request, e);
      }
      var body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized String judged(JsonNode request, String text) throws IOException, Refused {
    if (request.isArray()) {
      if (request.size() > MOST_IN_A_BATCH) {
        throw new Refused(-32005, "Number of requests in batch exceeds limit");
      }
      return forward(text);
    }
    var method = request.path("method").asText();
    var parameters = request.path("params");
    for (var parameter : parameters) {
      if (parameter.asText().equals("finalized") || parameter.asText().equals("safe")) {
        throw new Refused(-39001, "Unknown block");
      }
    }
    if (method.equals("eth_sendTransaction") || method.equals("eth_sign")) {
      throw new Refused(-32604, "Method not enabled");
    }
    if (method.startsWith("eth_getFilter")) {
      throw new Refused(-32000, "Filter not found");
    }
    if (method.equals("eth_accounts")) {
      return result(request, "[]");
    }
    if (method.equals("eth_getLogs")) {
      checkRange(parameters.path(0));
    }
    if (STATE_READERS.contains(method)
        && !Set.of("latest", "pending").contains(parameters.path(1).asText())) {
      throw new Refused(-32603, "Internal error");
    }
    if (method.equals("eth_sendRawTransaction") && standing) {
      return taken(request, parameters.path(0).asText());
    }
    return forward(text);
  }

  private void checkRange(JsonNode filter) throws IOException, Refused {
    long first = Numeric.toBigInt(filter.path("fromBlock").asText()).longValueExact();
    long last = Numeric.toBigInt(filter.path("toBlock").asText()).longValueExact();
    var head =
        JSON.readTree(
            forward("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_blockNumber\",\"params\":[]}"));
    if (first > last || last > Numeric.toBigInt(head.path("result").asText()).longValueExact()) {
      throw new Refused(-32602, "Invalid block range params");
    }
    if (last - first + 1 > MOST_BLOCKS) {
      throw new Refused(-32005, "Requested range exceeds maximum range limit");
    }
  }

  /** At price 0 a second transaction of a nonce replaces the first one silently. */
  private String taken(JsonNode request, String raw) throws Refused {
    var nonce = TransactionDecoder.decode(raw).getNonce().toString();
    if (raw.equals(pool.put(nonce, raw))) {
      throw new Refused(-32000, "Known transaction");
    }
    return result(request, "\"" + Hash.sha3(raw) + "\"");
  }

  private String forward(String body) throws IOException {
    try {
      return http.send(
              HttpRequest.newBuilder(anvil)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String result(JsonNode request, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(request.get("id"), result);
  }

  private static String error(JsonNode request, Refused e) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("jsonrpc", "2.0");
    answer.set("id", request.path("id"));
    answer.putObject("error").put("code", e.code).put("message", e.getMessage());
    return JSON.writeValueAsString(answer);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
