package coop.artel.people;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over a head that is not secret, then a nonce of twelve random bytes, the ciphertext
 * and its tag of sixteen bytes. The head is authenticated together with the context.
 */
final class Gcm {
  private static final int NONCE = 12;
  private static final int TAG = 16;

  /** So many bytes follow a head at least. */
  static final int LEAST = NONCE + TAG;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Gcm() {}

  static byte[] seal(SecretKey key, byte[] head, byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, key, nonce, head, context).doFinal(plain);
      byte[] sealed = Arrays.copyOf(head, head.length + NONCE + secret.length);
      System.arraycopy(nonce, 0, sealed, head.length, NONCE);
      System.arraycopy(secret, 0, sealed, head.length + NONCE, secret.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not work here", e);
    }
  }

  /**
   * Throws {@link SealBroken} if these bytes were not sealed so.
   *
   * @param head how many bytes of it there are
   */
  static byte[] open(SecretKey key, int head, byte[] sealed, byte[] context) {
    byte[] nonce = Arrays.copyOfRange(sealed, head, head + NONCE);
    int from = head + NONCE;
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOf(sealed, head), context)
          .doFinal(sealed, from, sealed.length - from);
    } catch (AEADBadTagException e) {
      throw new SealBroken("The field was changed, moved or sealed with another key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not work here", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] head, byte[] context)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(head);
    cipher.updateAAD(context);
    return cipher;
  }
}
