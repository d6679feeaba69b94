package coop.artel.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How an authority signs: RSA by PKCS #1 v1.5 or ECDSA on P-256 or P-384.
 *
 * @param digest of what is signed
 * @param rsa else ECDSA
 */
record SignatureForm(Digest digest, boolean rsa) {
  private static final String RSA_KEY = "300d06092a864886f70d0101010500";
  private static final String P_256 = "301306072a8648ce3d020106082a8648ce3d030107";
  private static final String P_384 = "301006072a8648ce3d020106052b81040022";
  private static final int FEWEST_BITS = 2048;
  private static final int MOST_BITS = 8192;
  private static final int EXPONENT_BITS = 33;

  /**
   * @param digest that the signer names beside; an algorithm that names one names the same
   */
  static Optional<SignatureForm> of(Der algorithm, Digest digest) {
    String hex = algorithm.hex();
    String ecdsa = "300a06082a8648ce3d0403%02x".formatted(digest.number + 1);
    if (hex.equals(ecdsa)) {
      return Optional.of(new SignatureForm(digest, false));
    }
    for (int last : List.of(1, digest.number + 10)) {
      String oid = "06092a864886f70d0101%02x".formatted(last);
      if (hex.equals("300d" + oid + "0500") || hex.equals("300b" + oid)) {
        return Optional.of(new SignatureForm(digest, true));
      }
    }
    return Optional.empty();
  }

  /** Whether signatures of this key can be verified at all. */
  static boolean isKnown(Der key) {
    try {
      var members = key.members(2, 2);
      return switch (members.get(0).hex()) {
        case RSA_KEY -> isUsual(rsaNumbers(members.get(1)));
        case P_256, P_384 -> true;
        default -> false;
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Throws {@link IllegalArgumentException} where key or signature are not in their form. */
  boolean verifies(Der key, byte[] bytes, byte[] signature) {
    var members = key.members(2, 2);
    String algorithm = members.get(0).hex();
    if (rsa) {
      return algorithm.equals(RSA_KEY) && verifiesRsa(members.get(1), bytes, signature);
    }
    int length = algorithm.equals(P_256) ? 32 : 48;
    return (algorithm.equals(P_256) || algorithm.equals(P_384))
        && verifiesEcdsa(key, length, bytes, signature);
  }

  /**
   * Java's own takes a digest in several spellings, and two verifiers must take the same.
   *
   * @param key modulus and exponent in a string of bits
   */
  private boolean verifiesRsa(Der key, byte[] bytes, byte[] signature) {
    var numbers = rsaNumbers(key);
    var modulus = numbers.get(0);
    int length = (modulus.bitLength() + 7) / 8;
    var signed = new BigInteger(1, signature);
    if (!isUsual(numbers) || signature.length != length || signed.compareTo(modulus) >= 0) {
      return false;
    }
    String end = "00" + digest.prefix() + HexFormat.of().formatHex(digest.of(bytes));
    String padded = "01" + "ff".repeat(length - 2 - end.length() / 2) + end;
    return signed.modPow(numbers.get(1), modulus).equals(new BigInteger(padded, 16));
  }

  private static List<BigInteger> rsaNumbers(Der key) {
    return Der.read(bits(key)).tagged(Der.SEQUENCE).members(2, 2).stream()
        .map(Der::number)
        .toList();
  }

  private static boolean isUsual(List<BigInteger> numbers) {
    int bits = numbers.get(0).bitLength();
    var exponent = numbers.get(1);
    return bits >= FEWEST_BITS
        && bits <= MOST_BITS
        && exponent.bitLength() <= EXPONENT_BITS
        && exponent.testBit(0);
  }

  /** The bytes of a string of bits that ends with one. */
  private static byte[] bits(Der value) {
    byte[] content = value.tagged(Der.BITS).content();
    if (content.length == 0 || content[0] != 0) {
      throw new IllegalArgumentException("DER: no whole bytes");
    }
    return Arrays.copyOfRange(content, 1, content.length);
  }

  private boolean verifiesEcdsa(Der key, int length, byte[] bytes, byte[] signature) {
    byte[] plain = new byte[2 * length];
    var numbers = Der.read(signature).tagged(Der.SEQUENCE).members(2, 2);
    for (int i = 0; i < 2; i++) {
      byte[] number = unsigned(numbers.get(i).number());
      if (number.length > length) {
        return false;
      }
      System.arraycopy(number, 0, plain, (i + 1) * length - number.length, number.length);
    }
    byte[] point = bits(key.members(2, 2).get(1));
    if (point.length != 1 + 2 * length || point[0] != 4) {
      return false;
    }
    try {
      var verification =
          Signature.getInstance("SHA%dwithECDSAinP1363Format".formatted(128 + 128 * digest.number));
      verification.initVerify(
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.whole())));
      verification.update(bytes);
      return verification.verify(plain);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
