package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

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

  /** By Bouncy Castle, seven times as fast as the JDK's own: a log has many checkpoints. */
  boolean verifies(byte[] text, byte[] signature) {
    var verification = new Ed25519Signer();
    try {
      verification.init(false, new Ed25519PublicKeyParameters(key));
    } catch (IllegalArgumentException notOnTheCurve) {
      return false;
    }
    verification.update(text, 0, text.length);
    return verification.verifySignature(signature);
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
