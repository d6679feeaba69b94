package coop.artel.law;

import static coop.artel.law.RuleEscapes.CONDITION;
import static coop.artel.law.RuleEscapes.CONSEQUENCE;
import static coop.artel.law.RuleEscapes.DAY;
import static coop.artel.law.RuleEscapes.FORM;
import static coop.artel.law.RuleEscapes.WORDS;
import static coop.artel.law.RuleEscapes.matter;
import static coop.artel.law.RuleEscapes.rule;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.values.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of rules and cases that try to run code, or to take more than their share. Each writes a
 * canary; with the libraries alone the canary appears, with the sandbox the file is refused at its
 * line and nothing runs.
 */
class SandboxTest {
  private static final int LEAST = 60;

  /** Lines that there is nothing against. */
  private static final Set<String> HARMLESS =
      Set.of(
          FORM,
          "правило admission.escape",
          "по закону 3085-1, ст. 7",
          "если",
          CONDITION,
          "то",
          CONSEQUENCE,
          "конец",
          "");

  private static List<Escape> escapes() {
    var escapes = new ArrayList<>(RuleEscapes.all());
    escapes.addAll(YamlEscapes.all());
    return escapes;
  }

  @TestFactory
  Stream<DynamicTest> each_escape_works_with_the_sandbox_off_and_not_with_it_on(
      @TempDir Path folder) {
    return escapes().stream()
        .map(escape -> DynamicTest.dynamicTest(escape.name(), () -> assertHeld(folder, escape)));
  }

  @Test
  void there_are_at_least_sixty_escapes_and_none_is_another() {
    var names = new TreeSet<String>();
    var texts = new TreeSet<String>();
    for (var escape : escapes()) {
      names.add(escape.name());
      texts.add(escape.text());
    }

    assertThat(names).hasSameSizeAs(escapes()).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(texts).hasSameSizeAs(escapes());
  }

  private static void assertHeld(Path folder, Escape escape) {
    File canary = folder.resolve(escape.name().replaceAll("\\W", "-")).toFile();
    var armed = escape.armed(canary.toString().replace('\\', '/'));

    escape.way().off(armed, canary::mkdirs);
    assertThat(canary).as("with the sandbox off the canary appears").exists();
    assertThat(canary.delete()).isTrue();

    assertThatThrownBy(() -> escape.way().on(armed))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertTold(refusal, armed));
    assertThat(canary).doesNotExist();
  }

  /** In a file, at a line that is not one of those that there is nothing against. */
  private static void assertTold(Refusal refusal, String armed) {
    assertThat(refusal.arguments().get(0)).asString().matches("(rules/ru|ru/cases)/.+");
    int line = Integer.parseInt((String) refusal.arguments().get(1));
    assertThat(line).isPositive();
    if (refusal instanceof RuleNotUnderstood && !refusal.code().equals("rule-too-large")) {
      var rules = FORM + "\n" + armed.substring(armed.indexOf("---\n") + 4);
      assertThat(HARMLESS).doesNotContain(rules.split("\n", -1)[line - 1].stripTrailing());
    }
  }

  @Test
  void a_rule_of_sentences_alone_passes() {
    compile(rule("", CONDITION, CONSEQUENCE));
  }

  @Test
  void a_line_that_drools_reads_another_way_is_refused() {
    var shorter = "[condition]в письменной форме=Found( held )\n" + WORDS;
    var text = FORM + "\n# Так\n" + rule("", CONDITION, CONSEQUENCE);

    assertThatThrownBy(() -> RuleEscapes.compile(shorter, text))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("rule-expansion-differs");
              assertThat(refusal.arguments().get(1)).isEqualTo("6");
            });
  }

  @Test
  void rules_that_feed_themselves_are_stopped_by_the_limit_of_firings() {
    var drl =
        QuestionCompiler.prelude("off.loop")
            + """
            rule "begin" when Matter( ) then insert( new String( "x" ) ); end
            rule "go on" when String( ) then insert( new String( "x" ) ); end
            """;
    try (var rules = UnguardedRules.compile(drl)) {
      var base = new RuleBase("loop", rules.base(), Duration.ofMinutes(1));
      assertThatThrownBy(() -> base.judge(matter(), DAY)).isInstanceOf(RulesDoNotEnd.class);
    }
  }

  @Test
  void rules_that_take_too_long_are_stopped_by_the_limit_of_time() {
    var drl =
        QuestionCompiler.prelude("off.slow")
            + """
            rule "begin" when Matter( ) then insert( new String( "x" ) ); end
            rule "go on" when String( ) then Thread.sleep( 30 ); insert( new String( "x" ) ); end
            """;
    try (var rules = UnguardedRules.compile(drl)) {
      var base = new RuleBase("slow", rules.base(), Duration.ofMillis(100));
      assertThatThrownBy(() -> base.judge(matter(), DAY))
          .as("the limit of firings would name the question, not a rule")
          .isInstanceOf(RulesDoNotEnd.class)
          .hasMessageContaining("go on");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    иначе oтказать",
        "    иначе отказать\u200B",
        "    иначе отказать\r    иначе отказать",
        "    иначе\u00A0отказать",
        "    иначе отказать\u202E",
        "    иначе  отказать",
        "    иначе не хватает: bоrn",
        "    иначе не хватает: born\u0000",
        "    - иначе отказать",
        "иначе отказать",
        "    иначе отказать иначе отказать",
        "    заявление подано в письменной форме",
      })
  void a_line_that_only_looks_like_a_sentence_is_refused(String line) {
    var text = rule("", CONDITION, line);

    assertThatThrownBy(() -> compile(text)).isInstanceOf(RuleNotUnderstood.class);
  }

  private static void compile(String text) {
    RuleEscapes.compile(WORDS, FORM + "\n" + text);
  }

  static String resource(String name) {
    try (var in = SandboxTest.class.getResourceAsStream("/" + name)) {
      return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
