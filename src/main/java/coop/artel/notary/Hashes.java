package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and HMAC-SHA256, and the two spellings of their bytes, each read in one form only. */
final class Hashes {
  static final int LENGTH = 32;

  private Hashes() {}

  static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HMAC-SHA256 of the UTF-8 of the parts with a line feed between each two. */
  static byte[] hmac(byte[] key, String... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static boolean isHex(String text) {
    if (text.length() != 2 * LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** 64 lower-case hex digits, else {@link IllegalArgumentException}. */
  static byte[] ofHex(String text) {
    if (!isHex(text)) {
      throw new IllegalArgumentException("not 64 lower-case hex digits");
    }
    return HexFormat.of().parseHex(text);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Java's decoder takes several last characters for the same bytes; this takes the one. */
  static byte[] ofBase64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!base64(bytes).equals(text)) {
      throw new IllegalArgumentException("base64 that does not encode to itself");
    }
    return bytes;
  }
}
