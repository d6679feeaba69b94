package coop.artel.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time-stamping authority that the settings name, asked over HTTP (RFC 3161 3.4). Nothing is
 * believed of an answer that its certificate does not show.
 */
@Component
public class TimeAuthority {
  private static final MediaType QUERY = MediaType.get("application/timestamp-query");
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int NONCE_BITS = 64;

  private final StampSettings settings;
  private final @Nullable HttpUrl address;
  private final Map<String, X509CertificateHolder> pinned;
  private final SecureRandom random = new SecureRandom();
  private @Nullable OkHttpClient http;

  public TimeAuthority(StampSettings settings) {
    this.settings = settings;
    var url = settings.url();
    this.address = url == null ? null : HttpUrl.get(url.toString());
    this.pinned = PinnedCertificates.of(settings.certificate());
  }

  /** Whether there is one to ask. */
  public boolean isNamed() {
    return address != null;
  }

  /** SHA-256 of the certificates whose stamps are trusted, in hex digits. */
  public Set<String> certificates() {
    return pinned.keySet();
  }

  /** How far apart two stamps are at least. */
  public Duration every() {
    return settings.every();
  }

  /**
   * Asks for a stamp of a SHA-256 digest; the answer has the form of {@link TimeStamp} and holds
   * under one of the certificates.
   */
  public byte[] stamp(byte[] sha256) throws NoTimeStamp {
    var questions = new TimeStampRequestGenerator();
    questions.setCertReq(true);
    var nonce = new BigInteger(NONCE_BITS, random);
    try {
      var question = questions.generate(TSPAlgorithms.SHA256, sha256, nonce);
      byte[] answer = ask(question.getEncoded());
      check(question, answer);
      return narrowed(answer, sha256);
    } catch (IOException e) {
      throw new NoTimeStamp("silent", "The time-stamping authority: " + e, e);
    }
  }

  private byte[] ask(byte[] question) throws IOException, NoTimeStamp {
    if (address == null) {
      throw new IllegalStateException("no time-stamping authority is named");
    }
    var request =
        new Request.Builder()
            .url(address)
            .header("Accept", "application/timestamp-reply")
            .post(RequestBody.create(question, QUERY))
            .build();
    try (var response = http().newCall(request).execute()) {
      var body = response.body();
      if (response.code() != 200 || body == null) {
        throw new NoTimeStamp(
            "http-status", "The time-stamping authority answers HTTP " + response.code(), null);
      }
      return bounded(body.byteStream());
    } catch (InterruptedIOException e) {
      throw new NoTimeStamp("slow", "The time-stamping authority takes too long", e);
    }
  }

  private static byte[] bounded(InputStream body) throws IOException, NoTimeStamp {
    byte[] bytes = body.readNBytes(TimeStamp.LONGEST + 1);
    if (bytes.length > TimeStamp.LONGEST) {
      throw new NoTimeStamp(
          "too-large", "The time-stamping authority sends more than any stamp is long", null);
    }
    return bytes;
  }

  /** Nobody is followed elsewhere: the answer of another place is not the authority's. */
  private synchronized OkHttpClient http() {
    if (http == null) {
      http =
          new OkHttpClient.Builder()
              .connectTimeout(CONNECTING)
              .callTimeout(settings.patience())
              .followRedirects(false)
              .build();
    }
    return http;
  }

  /** By Bouncy Castle: status, nonce, imprint, signature, certificate and its validity. */
  private void check(TimeStampRequest question, byte[] bytes) throws NoTimeStamp {
    try {
      var answer = new TimeStampResponse(bytes);
      if (answer.getStatus() != PKIStatus.GRANTED) {
        throw new NoTimeStamp(
            "refused", "The time-stamping authority refuses, status " + answer.getStatus(), null);
      }
      answer.validate(question);
      var token = answer.getTimeStampToken();
      for (Object each : token.getCertificates().getMatches(token.getSID())) {
        var certificate = pinned.get(hex((X509CertificateHolder) each));
        if (certificate != null) {
          token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
          return;
        }
      }
      throw new NoTimeStamp(
          "unknown-certificate",
          "The time stamp is not signed by a certificate of artel.stamp.certificate",
          null);
    } catch (TSPValidationException e) {
      throw new NoTimeStamp("other-answer", "The time stamp does not hold: " + e.getMessage(), e);
    } catch (TSPException | IOException | OperatorCreationException | RuntimeException e) {
      throw new NoTimeStamp("no-stamp", "The authority's answer is no time stamp: " + e, e);
    } catch (java.security.cert.CertificateException e) {
      throw new NoTimeStamp("no-stamp", "The authority's certificate is none: " + e, e);
    }
  }

  private static String hex(X509CertificateHolder certificate) throws IOException {
    return java.util.HexFormat.of().formatHex(Digest.SHA_256.of(certificate.getEncoded()));
  }

  /** Held to what every verifier will ask of it: one that they would refuse is better not kept. */
  private byte[] narrowed(byte[] answer, byte[] sha256) throws NoTimeStamp {
    try {
      byte[] kept = TimeStamp.granted(Der.read(answer).members(2, 2).get(1).whole());
      var stamp = TimeStamp.read(kept);
      if (stamp.isOf(sha256)
          && stamp.isSigned()
          && stamp.isCertified()
          && pinned.containsKey(stamp.authority())) {
        return kept;
      }
    } catch (IllegalArgumentException e) {
      throw new NoTimeStamp("unusual", "No verifier would take the time stamp: " + e, e);
    }
    throw new NoTimeStamp("unusual", "No verifier would take the time stamp", null);
  }
}
