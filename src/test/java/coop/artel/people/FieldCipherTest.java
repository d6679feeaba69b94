package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FieldCipherTest {
  private static final byte[] PLAIN = "Иванова".getBytes(UTF_8);
  private static final byte[] CONTEXT = FieldCipher.context("people.persons", "family_name", 7);

  private final FieldCipher cipher = FieldCipher.of(Map.of(1, key(1)));

  @Test
  void what_was_sealed_opens_in_its_context() {
    assertThat(cipher.open(cipher.seal(PLAIN, CONTEXT), CONTEXT)).isEqualTo(PLAIN);
    assertThat(cipher.open(cipher.seal(new byte[0], CONTEXT), CONTEXT)).isEmpty();
  }

  @Test
  void sealing_twice_gives_different_bytes_without_the_plain_ones() {
    byte[] first = cipher.seal(PLAIN, CONTEXT);

    assertThat(cipher.seal(PLAIN, CONTEXT)).isNotEqualTo(first);
    assertThat(new String(first, UTF_8)).doesNotContain("Иванова");
  }

  @Test
  void any_changed_bit_is_noticed() {
    byte[] sealed = cipher.seal(PLAIN, CONTEXT);
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> cipher.open(changed, CONTEXT)).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void a_field_cut_short_is_noticed() {
    byte[] sealed = cipher.seal(PLAIN, CONTEXT);
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> cipher.open(cut, CONTEXT)).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void a_field_moved_to_another_column_or_row_does_not_open() {
    byte[] sealed = cipher.seal(PLAIN, CONTEXT);

    for (byte[] elsewhere :
        new byte[][] {
          FieldCipher.context("people.persons", "given_name", 7),
          FieldCipher.context("people.persons", "family_name", 8),
          new byte[0]
        }) {
      assertThatThrownBy(() -> cipher.open(sealed, elsewhere)).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void a_newer_key_seals_and_the_older_one_still_opens() {
    byte[] old = cipher.seal(PLAIN, CONTEXT);
    var rotated = FieldCipher.of(Map.of(1, key(1), 2, key(2)));

    assertThat(rotated.open(old, CONTEXT)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> cipher.open(rotated.seal(PLAIN, CONTEXT), CONTEXT))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("key 2");
  }

  static SecretKey key(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return new SecretKeySpec(bytes, "AES");
  }

  @Test
  void a_newer_key_leaves_the_marks_as_they_were() {
    byte[] plain = {1, 2, 3};
    byte[] context = {4};
    var old = FieldCipher.of(Map.of(1, key(1)));
    var renewed = FieldCipher.of(Map.of(1, key(1), 2, key(2)));

    assertThat(renewed.mark(plain, context)).isEqualTo(old.mark(plain, context));
    assertThat(old.mark(plain, new byte[] {5})).isNotEqualTo(old.mark(plain, context));
    assertThat(FieldCipher.of(Map.of(1, key(2))).mark(plain, context))
        .isNotEqualTo(old.mark(plain, context));
  }
}
