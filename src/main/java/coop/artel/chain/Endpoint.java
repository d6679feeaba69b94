package coop.artel.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;

/** One address where a node answers, and whether it may be asked. */
final class Endpoint {
  private static final Logger log = LoggerFactory.getLogger(Endpoint.class);

  private final String name;
  private final HttpService service;
  private final Web3j client;
  private volatile boolean admitted;
  private volatile @Nullable ChainUnavailable trouble;

  Endpoint(String address, OkHttpClient http) {
    this.name = nameOf(address);
    this.service = new HttpService(address, http);
    this.client = Web3j.build(service);
  }

  /** Without path and password: providers have their keys there, and no log is to hold them. */
  static String nameOf(String address) {
    var uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  /** An error of the node is an answer too. */
  <T extends Response<?>> T send(Function<Endpoint, Request<?, T>> question)
      throws ChainUnavailable, NodeRefusal {
    T answer;
    try {
      answer = question.apply(this).send();
    } catch (NoAnswer e) {
      throw failed(e.reason(), e);
    } catch (JsonProcessingException e) {
      throw failed("chain.not-a-node", e);
    } catch (IOException e) {
      throw failed("chain.silent", e);
    }
    if (answer.hasError()) {
      throw new NodeRefusal(answer.getError());
    }
    return answer;
  }

  private ChainUnavailable failed(String reason, IOException cause) {
    return new ChainUnavailable(reason, "%s: %s".formatted(name, cause.getMessage()), cause);
  }

  HttpService service() {
    return service;
  }

  Web3j client() {
    return client;
  }

  boolean isAdmitted() {
    return admitted;
  }

  /** Why the node may not be asked now. */
  Optional<ChainUnavailable> trouble() {
    return Optional.ofNullable(trouble);
  }

  void admit() {
    if (trouble != null) {
      log.info("The node {} is asked again", name);
    }
    trouble = null;
    admitted = true;
  }

  /** It is looked at anew before it is asked again: another node may answer there by then. */
  void dismiss(ChainUnavailable why) {
    if (trouble == null || !trouble.reason().equals(why.reason())) {
      log.warn("The node {} is not asked: {}", name, why.getMessage());
    }
    trouble = why;
    admitted = false;
  }

  void close() {
    client.shutdown();
  }
}
