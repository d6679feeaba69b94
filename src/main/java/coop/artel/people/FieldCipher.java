package coop.artel.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals fields that must not lie open in the database: AES-256-GCM. A sealed field says which key
 * sealed it, so old fields stay readable when a newer key takes over.
 *
 * <p>The layout is a byte 1, the key's id as four bytes, a nonce of twelve random bytes, the
 * ciphertext and its tag of sixteen bytes. Everything before the ciphertext is authenticated,
 * together with the context.
 */
public final class FieldCipher {
  private static final byte LAYOUT = 1;
  private static final byte[] MARKS = "artel/marks".getBytes(StandardCharsets.UTF_8);
  private static final int HEAD = 1 + Integer.BYTES;

  private final TreeMap<Integer, SecretKey> keys;
  private final byte[] marks;

  private FieldCipher(TreeMap<Integer, SecretKey> keys) {
    this.keys = keys;
    this.marks = hmac(keys.firstEntry().getValue().getEncoded(), MARKS);
  }

  /** With AES keys of 256 bits by their ids, of which the highest seals and all open. */
  public static FieldCipher of(Map<Integer, SecretKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("There is no key");
    }
    return new FieldCipher(new TreeMap<>(keys));
  }

  /** Where a field stands, so that a sealed one cannot be moved elsewhere: table/column/id. */
  public static byte[] context(String table, String column, Object id) {
    return "%s/%s/%s".formatted(table, column, id).getBytes(StandardCharsets.UTF_8);
  }

  /** Sealing the same bytes twice gives different ones; only the same context opens them. */
  public byte[] seal(byte[] plain, byte[] context) {
    return seal(keys.lastKey(), plain, context);
  }

  byte[] seal(int keyId, byte[] plain, byte[] context) {
    var key = Objects.requireNonNull(keys.get(keyId), "key");
    byte[] head = ByteBuffer.allocate(HEAD).put(LAYOUT).putInt(keyId).array();
    return Gcm.seal(key, head, plain, context);
  }

  /** Throws {@link SealBroken} if these bytes were not sealed for this context with a known key. */
  public byte[] open(byte[] sealed, byte[] context) {
    if (sealed.length < HEAD + Gcm.LEAST || sealed[0] != LAYOUT) {
      throw new SealBroken("This is not a sealed field");
    }
    int keyId = ByteBuffer.wrap(sealed).getInt(1);
    var key = keys.get(keyId);
    if (key == null) {
      throw new SealBroken("The field was sealed with key %d, which is not here".formatted(keyId));
    }
    return Gcm.open(key, HEAD, sealed, context);
  }

  /**
   * A mark by which equal bytes of the same context are found again without being read:
   * HMAC-SHA-256 under a key that follows from the oldest field key. It stays the same when a newer
   * key seals; whoever takes the oldest key away makes the marks anew.
   */
  public byte[] mark(byte[] plain, byte[] context) {
    return hmac(marks, hmac(marks, context), plain);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC does not work here", e);
    }
  }
}
