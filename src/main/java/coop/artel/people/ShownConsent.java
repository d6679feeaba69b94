package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * The words that stand before whoever is asked to consent, with nobody's name in them.
 *
 * @param text in NFC
 * @param digest SHA-256 of the text in UTF-8, hex
 */
public record ShownConsent(String text, String digest) {
  public static ShownConsent of(String text) {
    String canonical = Normalizer.normalize(text, Normalizer.Form.NFC);
    return new ShownConsent(canonical, sha256(canonical.getBytes(UTF_8)));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
