package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The log's signing key. Its file has two lines: the private key as Go's note package writes it,
 * {@code PRIVATE+KEY+name+id+base64(type ‖ seed)}, and the verifier key.
 */
final class LogKey {
  private static final String PRIVATE = "PRIVATE+KEY+";
  private static final byte[] PKCS8_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final byte[] seed;
  private final VerifierKey verifier;
  private final PrivateKey key;

  private LogKey(byte[] seed, VerifierKey verifier) {
    this.seed = seed;
    this.verifier = verifier;
    this.key = privateKey(seed);
    byte[] probe = verifier.name().getBytes(StandardCharsets.UTF_8);
    if (!verifier.verifies(probe, sign(probe))) {
      throw new IllegalArgumentException("the log's private and public key do not belong together");
    }
  }

  static LogKey generate(String origin) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPrivate().getEncoded();
      byte[] open = pair.getPublic().getEncoded();
      return new LogKey(
          Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length),
          VerifierKey.of(origin, Arrays.copyOfRange(open, open.length - 32, open.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static LogKey parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3 || !lines[0].startsWith(PRIVATE) || !lines[2].isEmpty()) {
      throw new IllegalArgumentException("not a log's key file");
    }
    var verifier = VerifierKey.parse(lines[1]);
    String head = PRIVATE + verifier.name() + "+" + verifier.id() + "+";
    if (!lines[0].startsWith(head)) {
      throw new IllegalArgumentException("the two lines of a log's key file differ in name or id");
    }
    byte[] typed = Hashes.ofBase64(lines[0].substring(head.length()));
    if (typed.length != 33 || typed[0] != VerifierKey.ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key of a log");
    }
    return new LogKey(Arrays.copyOfRange(typed, 1, typed.length), verifier);
  }

  VerifierKey verifier() {
    return verifier;
  }

  String origin() {
    return verifier.name();
  }

  byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What its file holds. */
  String text() {
    byte[] typed = new byte[seed.length + 1];
    typed[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return "%s%s+%s+%s%n%s%n"
        .formatted(PRIVATE, verifier.name(), verifier.id(), Hashes.base64(typed), verifier)
        .replace("\r\n", "\n");
  }

  private static PrivateKey privateKey(byte[] seed) {
    byte[] encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + seed.length);
    System.arraycopy(seed, 0, encoded, PKCS8_PREFIX.length, seed.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 seed", e);
    }
  }
}
