package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What YAML may be is bounded before anybody asks what it says. */
class YamlNodeTest {
  /** The library counts from none. */
  private static final int DEEPEST = 21;

  private static final int LARGEST = 1 << 20;

  @Test
  void deeper_than_a_score_of_levels_is_not_read() {
    assertThat(read(nested(DEEPEST)).items()).hasSize(1);

    refused("file-not-yaml", () -> read(nested(DEEPEST + 1)));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void longer_than_a_megabyte_is_not_read() {
    var item = "- a\n";
    assertThat(read(item.repeat(LARGEST / item.length())).isList()).isTrue();

    refused("file-not-yaml", () -> read(item.repeat(LARGEST / item.length() + 1)));
  }

  @Test
  void nothing_is_named_once_and_meant_twice() {
    refused("file-not-yaml", () -> read("- &names [a, b]\n- *names"));
    refused("file-not-yaml", () -> read("- &name a\n- *name").items());
    refused("file-not-yaml", () -> read("a: &name b").entries());
    refused("file-not-yaml", () -> read("? &name a\n: b").entries());
  }

  @Test
  void tags_of_a_files_own_make_nothing_else_of_what_stands_there() {
    refused("file-mapping-wanted", () -> read("!own {a: b}").entries());
    refused("file-mapping-wanted", () -> read("!!set {a, b}").entries());
    refused("file-list-wanted", () -> read("!own [a, b]").items());
    refused("file-list-wanted", () -> read("!!omap [a: b]").items());
    refused("file-needs-quotes", () -> read("!own a").text());
    refused("file-needs-quotes", () -> read("!!binary YQ==").text());
    refused("file-needs-quotes", () -> read("{!own a: b}").entries());
  }

  @Test
  void what_is_wanted_in_place_of_something_else_is_told() {
    refused("file-single-wanted", () -> read("[a]").text());
    refused("file-number-wrong", () -> read("ten").number());
    refused("file-day-wrong", () -> read("2025-02-30").day());
    refused("file-flag-wrong", () -> read("\"yes\"").flag());
  }

  @Test
  void a_key_stands_once() {
    refused("file-key-doubled", () -> read("{a: b, a: c}").entries());
    refused("file-key-doubled", () -> read("{a: b, \"a\": c}").entries());
  }

  private static YamlNode read(String text) {
    return YamlNode.read("ru/some.yaml", text);
  }

  private static void refused(String code, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            FileNotUnderstood.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
