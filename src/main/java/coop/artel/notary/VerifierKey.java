package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A log's public key as verifiers are told it: {@code name+id+base64(type ‖ key)}, the verifier key
 * of c2sp.org/signed-note, Ed25519 only.
 *
 * @param name the log's origin
 * @param id 8 hex digits that signature lines name the key by
 * @param key 32 bytes
 */
record VerifierKey(String name, String id, byte[] key) {
  static final byte ED25519 = 1;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  static VerifierKey of(String name, byte[] key) {
    return new VerifierKey(name, idOf(name, key), key);
  }

  /** Throws {@link IllegalArgumentException} for all that {@link #toString} does not write. */
  static VerifierKey parse(String text) {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first < 1 || second < 0) {
      throw new IllegalArgumentException("not name+id+key");
    }
    String name = text.substring(0, first);
    byte[] typed = Hashes.ofBase64(text.substring(second + 1));
    if (!SignedNote.isName(name) || typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key of a log");
    }
    var key = of(name, Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.id.equals(text.substring(first + 1, second))) {
      throw new IllegalArgumentException("the id is not that of the key");
    }
    return key;
  }

  boolean verifies(byte[] text, byte[] signature) {
    try {
      var verification = Signature.getInstance("Ed25519");
      verification.initVerify(publicKey());
      verification.update(text);
      return verification.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + key.length);
    System.arraycopy(key, 0, encoded, X509_PREFIX.length, key.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static String idOf(String name, byte[] key) {
    byte[] hash =
        Hashes.sha256(
            name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, new byte[] {ED25519}, key);
    return HexFormat.of().formatHex(hash, 0, 4);
  }

  @Override
  public String toString() {
    byte[] typed = new byte[key.length + 1];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, key.length);
    return name + "+" + id + "+" + Hashes.base64(typed);
  }
}
