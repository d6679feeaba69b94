package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what is about one person under a key of that person's own, so that it is gone everywhere at
 * once when this key is destroyed: in every table, and wherever else the same bytes lie.
 *
 * <p>The layout is a byte 2, the person's id in sixteen bytes, then what {@link Gcm} says. What
 * {@link FieldCipher} sealed before there were such keys (a byte 1) opens too, until {@link
 * SealAnew} has moved it.
 */
@Component
public final class SubjectCipher {
  static final byte LAYOUT = 2;
  private static final int HEAD = 1 + 2 * Long.BYTES;

  private final FieldCipher fields;
  private final SubjectKeys keys;

  public SubjectCipher(JdbcClient database, FieldCipher fields) {
    this.fields = fields;
    this.keys = new SubjectKeys(database, fields);
  }

  SubjectKeys keys() {
    return keys;
  }

  /** Whoever has no key yet gets one. Refused: {@link PersonErased}. */
  public byte[] seal(PersonId subject, byte[] plain, byte[] context) {
    return seal(keys.of(subject), subject, plain, context);
  }

  static byte[] seal(SecretKey key, PersonId subject, byte[] plain, byte[] context) {
    return Gcm.seal(key, head(subject), plain, context);
  }

  /**
   * Empty once the subject was erased. Throws {@link SealBroken} if these bytes were not sealed for
   * this context.
   */
  public Optional<byte[]> open(byte[] sealed, byte[] context) {
    return subject(sealed)
        .map(subject -> keys.find(subject).map(key -> Gcm.open(key, HEAD, sealed, context)))
        .orElseGet(() -> Optional.of(fields.open(sealed, context)));
  }

  /** As {@link #open}, of text. */
  public Optional<String> text(byte[] sealed, byte[] context) {
    return open(sealed, context).map(plain -> new String(plain, UTF_8));
  }

  /** Reads the keys that open these at once, for whoever opens many in one transaction. */
  public void prepare(Collection<byte[]> sealed) {
    keys.load(sealed.stream().flatMap(it -> subject(it).stream()).distinct().toList());
  }

  /** With a key that the caller has read, absent if it is destroyed. */
  Optional<byte[]> open(@Nullable SecretKey key, byte[] sealed, byte[] context) {
    if (subject(sealed).isEmpty()) {
      return Optional.of(fields.open(sealed, context));
    }
    return Optional.ofNullable(key).map(it -> Gcm.open(it, HEAD, sealed, context));
  }

  private static byte[] head(PersonId subject) {
    var id = subject.value();
    return ByteBuffer.allocate(HEAD)
        .put(LAYOUT)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** Whose key these were sealed with; empty where it was none of a person. */
  private static Optional<PersonId> subject(byte[] sealed) {
    if (sealed.length < HEAD + Gcm.LEAST || sealed[0] != LAYOUT) {
      return Optional.empty();
    }
    var id = ByteBuffer.wrap(sealed, 1, HEAD - 1);
    return Optional.of(new PersonId(new UUID(id.getLong(), id.getLong())));
  }
}
