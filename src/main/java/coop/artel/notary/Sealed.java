package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with what the bytes belong to as associated data: nonce (12 bytes) ‖ ciphertext. */
final class Sealed {
  private static final int NONCE = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sealed() {}

  static byte[] randomKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return key;
  }

  static byte[] seal(byte[] key, String owner, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(plain);
      byte[] sealed = Arrays.copyOf(nonce, NONCE + secret.length);
      System.arraycopy(secret, 0, sealed, NONCE, secret.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] open(byte[] key, String owner, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), owner)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("what is sealed for " + owner + " does not open", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
