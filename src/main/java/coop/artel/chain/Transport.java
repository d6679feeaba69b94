package coop.artel.chain;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** HTTP to one node: shows the token, and tells what is no answer by its reason. */
final class Transport implements Interceptor {
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  private final @Nullable TokenFile token;

  private Transport(@Nullable TokenFile token) {
    this.token = token;
  }

  /**
   * What all nodes share: threads and connections. Nobody is followed elsewhere with a token.
   *
   * @param trusted certificates (PEM) of which a node's must be one or come from one; absent: those
   *     that Java trusts
   */
  static OkHttpClient shared(@Nullable Path trusted) {
    var http =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECTING)
            .callTimeout(PATIENCE)
            .followRedirects(false);
    if (trusted != null) {
      trust(http, trusted);
    }
    return http.build();
  }

  private static void trust(OkHttpClient.Builder http, Path file) {
    try (var in = Files.newInputStream(file)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("node-" + trusted.size(), certificate);
      }
      if (trusted.size() == 0) {
        throw new CertificateException("no certificate in it");
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      var manager = (X509TrustManager) managers.getTrustManagers()[0];
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {manager}, null);
      http.sslSocketFactory(tls.getSocketFactory(), manager);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "artel.chain.trusted-certificates: %s cannot be read (%s)".formatted(file, e), e);
    }
  }

  static OkHttpClient of(OkHttpClient shared, @Nullable TokenFile token) {
    return shared.newBuilder().addInterceptor(new Transport(token)).build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var shown = token == null ? null : token.read();
    var request = chain.request();
    if (shown != null) {
      request = request.newBuilder().header("Authorization", "Bearer " + shown).build();
    }
    Response response;
    try {
      response = chain.proceed(request);
    } catch (SSLException e) {
      throw new NoAnswer("chain.tls", "No safe connection to the node: " + e.getMessage(), e);
    } catch (IOException e) {
      if (!request.isHttps() && isNoHttp(e)) {
        throw new NoAnswer("chain.empty-answer", "The node ends the connection unanswered", e);
      }
      throw e;
    }
    if (!response.isSuccessful()) {
      response.close();
      throw new NoAnswer(
          reason(response.code(), shown), "The node answers HTTP " + response.code(), null);
    }
    return response;
  }

  /** What a port that waits for TLS gives to somebody who speaks without. */
  private static boolean isNoHttp(IOException e) {
    return e instanceof EOFException
        || e.getCause() instanceof EOFException
        || e instanceof ProtocolException;
  }

  private static String reason(int code, @Nullable String shown) {
    if (code == UNAUTHORIZED && shown == null) {
      return "chain.token-missing";
    }
    if (code == UNAUTHORIZED && shown != null) {
      return TokenFile.isExpired(shown, Instant.now())
          ? "chain.token-expired"
          : "chain.unauthorized";
    }
    if (code == FORBIDDEN) {
      return "chain.host-refused";
    }
    return code >= 500 || code == TOO_MANY ? "chain.silent" : "chain.not-a-node";
  }
}
