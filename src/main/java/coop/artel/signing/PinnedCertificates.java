package coop.artel.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Certificates of authorities by their SHA-256 digests, as a PEM file has them. */
final class PinnedCertificates {
  private PinnedCertificates() {}

  /** None without a file; what could never be verified is refused. */
  static Map<String, X509CertificateHolder> of(@Nullable Path file) {
    var pinned = new LinkedHashMap<String, X509CertificateHolder>();
    if (file == null) {
      return pinned;
    }
    try (var in = Files.newInputStream(file)) {
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        byte[] der = each.getEncoded();
        check(der);
        pinned.put(hex(der), new X509CertificateHolder(der));
      }
      if (pinned.isEmpty()) {
        throw new CertificateException("no certificate in it");
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "artel.stamp.certificate: %s cannot be used (%s)".formatted(file, e.getMessage()), e);
    }
    return pinned;
  }

  private static void check(byte[] der) {
    var certificate = SignerCertificate.read(Der.read(der));
    if (!certificate.forTimeStamps()) {
      throw new IllegalArgumentException(
          "a certificate in it is not for time stamps: it is the authority's own that is needed,"
              + " not that of who issued it");
    }
    if (!SignatureForm.isKnown(certificate.key())) {
      throw new IllegalArgumentException(
          "a key in it is neither RSA of 2048 to 8192 bits nor of the curves P-256 and P-384");
    }
  }

  private static String hex(byte[] der) {
    return java.util.HexFormat.of().formatHex(Digest.SHA_256.of(der));
  }
}
