package coop.artel.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The digests that stamps are made with. */
enum Digest {
  SHA_256("SHA-256", 1),
  SHA_384("SHA-384", 2),
  SHA_512("SHA-512", 3);

  private final String standardName;
  private final String oid;
  final int number;

  Digest(String standardName, int number) {
    this.standardName = standardName;
    this.oid = "06096086480165030402%02x".formatted(number);
    this.number = number;
  }

  /** By an AlgorithmIdentifier, whose parameters are NULL or absent. */
  static Optional<Digest> of(Der algorithm) {
    return Arrays.stream(values())
        .filter(
            it ->
                algorithm.hex().equals("300b" + it.oid)
                    || algorithm.hex().equals("300d" + it.oid + "0500"))
        .findFirst();
  }

  byte[] of(byte[] bytes) {
    return hash(standardName, bytes);
  }

  /** DigestInfo of PKCS #1 up to where the digest begins, in hex digits. */
  String prefix() {
    int length = Integer.parseInt(standardName.substring(4)) / 8;
    return "30%02x300d%s050004%02x".formatted(length + 17, oid, length);
  }

  static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
