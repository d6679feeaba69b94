package coop.artel.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  @Test
  void keys_are_sorted_by_utf16_code_units() {
    // The keys of RFC 8785 3.2.3: an emoji's surrogates stand before U+FB33.
    var content = new LinkedHashMap<String, Object>();
    content.put("€", "Euro Sign");
    content.put("\r", "Carriage Return");
    content.put("1", "One");
    content.put("😀", "Emoji");
    content.put("\u0080", "Control");
    content.put("ö", "Latin Small Letter O With Diaeresis");

    assertThat(text(content))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small"
                + " Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji\"}");
  }

  @Test
  void a_supplementary_key_stands_before_a_high_one_of_the_basic_plane() {
    assertThat(text(Map.of("￼", 1, "😀", 2))).isEqualTo("{\"😀\":2,\"￼\":1}");
  }

  @Test
  void text_has_only_the_escapes_that_it_needs() {
    var all = new StringBuilder();
    for (char c = 0; c <= 0x20; c++) {
      all.append(c);
    }
    all.append("\"\\/é\u2028");

    assertThat(text(Map.of("a", all.toString())))
        .isEqualTo(
            "{\"a\":\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n"
                + "\\u000b\\f\\r"
                + "\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"
                + " \\\"\\\\/é\u2028\"}");
  }

  @Test
  void numbers_are_plain_integers_below_2_to_53() {
    assertThat(text(Map.of("a", List.of(0, -1L, 9007199254740991L, -9007199254740991L))))
        .isEqualTo("{\"a\":[0,-1,9007199254740991,-9007199254740991]}");
    refused(Map.of("a", 9007199254740992L));
    refused(Map.of("a", 1.0));
    refused(Map.of("a", BigDecimal.ONE));
  }

  @Test
  void null_and_other_types_and_half_characters_are_refused() {
    var withNull = new LinkedHashMap<String, Object>();
    withNull.put("a", null);
    refused(withNull);
    refused(Map.of("a", Arrays.asList("b", null)));
    refused(Map.of("a", Map.of(1, "b")));
    refused(Map.of("a", new Object()));
    refused(Map.of("a", "\ud83d"));
    refused(Map.of("\ude00", "a"));
    refused(Map.of("a", "\ude00\ud83d"));
  }

  @Test
  void text_is_put_into_nfc_and_two_keys_that_become_one_are_refused() {
    assertThat(text(Map.of("и\u0306", "и\u0306"))).isEqualTo("{\"й\":\"й\"}");
    refused(Map.of("й", 1, "и\u0306", 2));
  }

  @Test
  void each_character_beside_a_letter_that_can_take_a_mark_is_put_into_nfc() {
    for (char c = 1; c < Character.MIN_SURROGATE; c++) {
      var text = "и" + c + "а";
      var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);

      assertThat(CanonicalJson.read(CanonicalJson.write(Map.of("text", text))).get("text"))
          .as("U+%04X", (int) c)
          .isEqualTo(nfc);
    }
  }

  @Test
  void what_was_written_is_read() {
    Map<String, Object> content =
        Map.of("a", List.of("б", true, 3L, Map.of(), List.of()), "c", Map.of("d", false));

    assertThat(CanonicalJson.read(CanonicalJson.write(content))).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"a\"",
        "{\"a\":1} ",
        " {\"a\":1}",
        "{\"a\":1}\n",
        "{\"a\":1}{}",
        "{\"a\": 1}",
        "{\"a\":1,\"a\":1}",
        "{\"b\":1,\"a\":1}",
        "{\"a\":1,}",
        "{\"a\":01}",
        "{\"a\":-0}",
        "{\"a\":+1}",
        "{\"a\":-}",
        "{\"a\":1-2}",
        "{\"a\":1.0}",
        "{\"a\":1e2}",
        "{\"a\":9007199254740992}",
        "{\"a\":99999999999999999999}",
        "{\"a\":null}",
        "{\"a\":tru}",
        "{\"a\":\"\\/\"}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\u000A\"}",
        "{\"a\":\"\\u001F\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\u00\"}",
        "{\"a\":\"\\u-001\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"и\u0306\"}",
        "{\"a\":\"b",
        "{\"a\":[1",
        "{\"a\":[1,]}",
        "{\"a\"}",
        "{a:1}",
        "\ufeff{\"a\":1}"
      })
  void another_form_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.read(text.getBytes(UTF_8)));
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() {
    for (byte[] wrong : List.of(new byte[] {(byte) 0xc0, (byte) 0xaf}, new byte[] {(byte) 0xff})) {
      var bytes = "{\"a\":\"__\"}".getBytes(UTF_8);
      System.arraycopy(wrong, 0, bytes, 6, wrong.length);
      assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.read(bytes));
    }
  }

  @Test
  void depth_is_bounded_for_readers_and_writers() {
    assertThat(CanonicalJson.read(CanonicalJson.write(nested(63)))).isNotEmpty();
    refused(nested(64));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CanonicalJson.read(
                    ("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(UTF_8)));
  }

  @Test
  void another_implementation_finds_the_same_bytes() throws Exception {
    var random = new Random(8785);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = CanonicalJson.write(randomMap(random, 3));
      assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
      assertThat(CanonicalJson.write(CanonicalJson.read(bytes))).isEqualTo(bytes);
    }
  }

  private static Map<String, Object> randomMap(Random random, int depth) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = random.nextInt(6); i > 0; i--) {
      map.put(randomText(random), randomValue(random, depth));
    }
    return map;
  }

  private static Object randomValue(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> randomText(random);
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong() >> (11 + random.nextInt(50));
      case 3 -> randomMap(random, depth - 1);
      default -> {
        var list = new ArrayList<Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(randomValue(random, depth - 1));
        }
        yield list;
      }
    };
  }

  private static String randomText(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int[] ranges = {random.nextInt(0x80), 0x400 + random.nextInt(0x100), 0x1f600, 0xff00};
      text.appendCodePoint(ranges[random.nextInt(4)]);
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static Map<String, Object> nested(int depth) {
    Object inner = Map.of();
    for (int i = 1; i < depth; i++) {
      inner = List.of(inner);
    }
    return Map.of("a", inner);
  }

  private static String text(Map<String, ?> content) {
    return new String(CanonicalJson.write(content), UTF_8);
  }

  private static void refused(Map<String, ?> content) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(content));
  }
}
