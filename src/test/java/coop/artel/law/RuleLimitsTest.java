package coop.artel.law;

import static coop.artel.law.RuleEscapes.CONDITION;
import static coop.artel.law.RuleEscapes.CONSEQUENCE;
import static coop.artel.law.RuleEscapes.FORM;
import static coop.artel.law.RuleEscapes.WORDS;
import static coop.artel.law.RuleEscapes.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each bound of a file of rules by itself: nothing else is wrong with the file. Most tricks stand
 * in remarks, where no sentence is looked for.
 */
class RuleLimitsTest {
  private static final int FILE = 64 * 1024;
  private static final int LINE = 400;
  private static final int RULES = 200;
  private static final int CONDITIONS = 10;
  private static final String SOUND = FORM + "\n" + rule("", CONDITION, CONSEQUENCE);

  @Test
  void a_file_has_no_more_than_sixty_four_thousand_letters() {
    var line = "# %s\n".formatted("x".repeat(LINE - 3));
    var full = SOUND + line.repeat((FILE - SOUND.length()) / line.length());
    var room = FILE - full.length();

    compile(full + "\n".repeat(room));
    refused("rule-too-large", full + "\n".repeat(room + 1));
  }

  @Test
  void a_line_has_no_more_than_four_hundred_letters() {
    compile(SOUND + "#" + "x".repeat(LINE - 1));
    refused("rule-too-large", SOUND + "#" + "x".repeat(LINE));
  }

  @Test
  void a_file_has_no_more_than_two_hundred_rules() {
    compile(rules(RULES));
    refused("rule-too-large", rules(RULES + 1));
  }

  private static String rules(int count) {
    var text = new StringBuilder(FORM + "\n");
    for (int i = 0; i < count; i++) {
      text.append(rule("", CONDITION, CONSEQUENCE).replace("escape", "r" + i));
    }
    return text.toString();
  }

  @Test
  void a_rule_has_no_more_than_ten_conditions() {
    compile(conditions(CONDITIONS));
    refused("rule-incomplete", conditions(CONDITIONS + 1));
  }

  private static String conditions(int count) {
    var earlier = "    выполнено условие admission.escape\n".repeat(count - 1);
    var last = rule("", CONDITION, CONSEQUENCE).replace("escape", "last");
    return SOUND + last.replace(CONDITION, earlier + CONDITION);
  }

  @Test
  void a_rule_builds_on_what_stands_before_it_in_its_file() {
    var built = rule("", CONDITION, CONSEQUENCE).replace("escape", "built");
    var earlier = "    выполнено условие admission.%s\n" + CONDITION;

    compile(SOUND + built.replace(CONDITION, earlier.formatted("escape")));
    refused("rule-condition-unknown", SOUND + built.replace(CONDITION, earlier.formatted("built")));
    refused("rule-condition-unknown", SOUND + built.replace(CONDITION, earlier.formatted("none")));
  }

  @Test
  void a_rule_stands_once_in_the_file_of_its_question_and_is_cited_once() {
    refused("rule-doubled", SOUND + rule("", CONDITION, CONSEQUENCE));
    refused("rule-incomplete", SOUND.replace("admission.escape", "entry.escape"));
    refused(
        "rule-not-understood",
        FORM + "\n" + rule("по закону 3085-1, ст. 10\n", CONDITION, CONSEQUENCE));
  }

  @Test
  void a_rule_tests_one_thing() {
    var earlier = "    выполнено условие admission.escape";
    var other =
        rule("", earlier, CONSEQUENCE)
            .replace("правило admission.escape", "правило admission.other");

    refused("rule-incomplete", SOUND + other);
    refused("rule-incomplete", SOUND.replace(CONDITION, CONDITION + "\n" + CONDITION));
  }

  @Test
  void a_backslash_stands_nowhere() {
    refused("rule-has-backslash", SOUND + "# \\u0022");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> insert( 1 );", "    > insert( 1 );", ">"})
  void no_line_is_passed_through(String line) {
    refused("rule-has-passed-through-line", SOUND + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\t", "\f", "\r", "\u00A0", "\u00AD", "\u200B", "\u202E", "\u2028",
        "\u2029", "\u2066", "\uFEFF", "\uE000", "\uD800", "\u0378", "\u2003"
      })
  void what_cannot_be_seen_or_typed_stands_nowhere(String sign) {
    refused("rule-has-forbidden-character", SOUND + "# так" + sign + "и так");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "действует с 2020-02-30",
        "действует с 2020-1-1",
        "действует до 2020-01-01\" salience ( 1 ) // ",
        "по закону 3085-1\") salience ( 1 ) // ",
      })
  void what_a_head_captures_is_of_its_kind(String head) {
    refused("rule-not-understood", FORM + "\n" + rule(head + "\n", CONDITION, CONSEQUENCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\" ) ); go( \"y", "Born", "born.on", "\u0431orn", "born born"})
  void what_a_sentence_captures_is_of_its_kind(String word) {
    refused(
        "rule-not-understood", FORM + "\n" + rule("", CONDITION, "    иначе не хватает: " + word));
  }

  private static void compile(String text) {
    RuleEscapes.compile(WORDS, text);
  }

  private static void refused(String code, String text) {
    assertThatThrownBy(() -> compile(text))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
