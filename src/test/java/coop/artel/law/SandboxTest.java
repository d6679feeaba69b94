package coop.artel.law;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.sentences.Matter;
import coop.artel.law.sentences.NormValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule files that try to run code. Each writes a canary; with Drools' expander alone the canary
 * appears, with ours the file is refused at its line and nothing runs.
 */
class SandboxTest {
  private static final Country RUSSIA = new Countries().of("ru");
  private static final Vocabulary VOCABULARY =
      Vocabulary.read("rules/vocabulary/ru.dsl", resource("rules/vocabulary/ru.dsl"));
  private static final String ANSWERS = resource("rules/ru/outcome.dslr");
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);

  private static final Map<String, String> ESCAPES = new LinkedHashMap<>();

  static {
    consequence("code passed through", "    > CANARY;");
    consequence("code behind a sentence", "    иначе отказать CANARY;");
    consequence("code before a sentence", "    CANARY; иначе отказать");
    consequence("a line of code", "    иначе отказать\n    CANARY;");
    consequence(
        "a quote in a word", "    иначе не хватает: x\" ) ); CANARY; System.out.print( ( \"y");
    consequence(
        "an escaped quote in a word",
        "    иначе не хватает: x\\u0022 ) ); ESCAPED; System.out.print( ( \\u0022y");
    consequence("code behind a form feed", "    иначе отказать\fCANARY;");
    consequence("code behind a tab", "    иначе отказать\tCANARY;");
    consequence("code behind a comment sign", "    иначе отказать // так\n    CANARY; // и так");
    consequence("an anonymous class", "    иначе отказать new Object() { { CANARY; } };");
    consequence("a lambda", "    иначе отказать ((Runnable) () -> CANARY).run();");
    consequence(
        "a thread", "    иначе отказать Thread t = new Thread(() -> CANARY); t.start(); t.join();");
    consequence(
        "reflection",
        "    иначе отказать ((java.io.File) Class.forName( \"java.io.File\" )"
            + ".getConstructor( String.class ).newInstance( \"PATH\" )).mkdirs();");
    consequence(
        "a process",
        "    иначе отказать new ProcessBuilder( \"mkdir\", \"-p\", \"PATH\" ).start().waitFor();");
    consequence(
        "the engine's own runtime",
        "    иначе отказать drools.getKieRuntime().getKieBase(); CANARY;");
    condition("a condition passed through", "    > eval( CANARY )");
    condition("eval", "    eval( CANARY )");
    ESCAPES.put(
        "eval behind a sentence",
        rule(
            "",
            "    заявление подано в письменной форме and eval( CANARY )",
            "    иначе отказать"));
    condition("a constraint in code", "    > Matter( CANARY )");
    condition("exists in code", "    > exists Matter( CANARY )");
    condition("not in code", "    > not Matter( ! CANARY )");
    condition("a source in code", "    > Boolean( ) from CANARY");
    condition(
        "a quote in a norm",
        "    решает орган, который называет норма a.b\" ) ) eval( CANARY )"
            + " $x : Matter( \"a\".equals( \"a");
    head("a computed priority", "salience ( CANARY ? 1 : 0 )");
    head("a quote in a citation", "по закону 3085-1\") salience ( CANARY ? 1 : 0 ) // ");
    head("a quote in a date", "действует с 2020-01-01\" salience ( CANARY ? 1 : 0 ) // ");
    file("a function", "function boolean f() { return CANARY; }", "    иначе отказать f();");
    file("an import", "import java.io.File;", "    иначе отказать new File( \"PATH\" ).mkdirs();");
    file("a global", "global java.util.List g;", "    иначе отказать if ( g == null ) CANARY;");
    file(
        "a rule in plain DRL",
        "rule \"raw\" when Matter( ) then CANARY; end",
        "    иначе отказать");
    file(
        "a quote in a rule's name",
        "правило x\" when Matter( ) then CANARY; end rule \"y\nесли\n"
            + "    заявление подано в письменной форме\nто\n    иначе отказать\nконец",
        "    иначе отказать");
    file(
        "a type of its own",
        "declare Bird sings : boolean end",
        "    иначе отказать insert( new Bird( CANARY ) );");
    file("a huge file", "// %s".formatted("x".repeat(70_000)), "    иначе отказать CANARY;");
    ESCAPES.put("too many rules", many());
  }

  private static void consequence(String name, String line) {
    ESCAPES.put(name, rule("", "    заявление подано в письменной форме", line));
  }

  private static void condition(String name, String line) {
    ESCAPES.put(
        name, rule("", line + "\n    заявление подано в письменной форме", "    иначе отказать"));
  }

  private static void head(String name, String line) {
    ESCAPES.put(
        name, rule(line + "\n", "    заявление подано в письменной форме", "    иначе отказать"));
  }

  private static void file(String name, String line, String consequence) {
    ESCAPES.put(
        name, line + "\n" + rule("", "    заявление подано в письменной форме", consequence));
  }

  private static String rule(String head, String condition, String consequence) {
    return """
    правило admission.escape
    по закону 3085-1, ст. 7
    %sесли
    %s
    то
    %s
    конец
    """
        .formatted(head, condition, consequence);
  }

  private static String many() {
    var rules = new StringBuilder();
    for (int i = 0; i < 201; i++) {
      rules.append(
          rule("", "    заявление подано в письменной форме", "    иначе отказать")
              .replace("escape", "escape-" + i));
    }
    return rules
        + rule("", "    заявление подано в письменной форме", "    иначе отказать CANARY;");
  }

  @TestFactory
  Stream<DynamicTest> escapes(@TempDir Path folder) {
    return ESCAPES.entrySet().stream()
        .map(
            escape ->
                DynamicTest.dynamicTest(
                    escape.getKey(), () -> assertHeld(folder, escape.getKey(), escape.getValue())));
  }

  private static void assertHeld(Path folder, String name, String text) {
    var canary = folder.resolve(name.replaceAll("\\W", "-"));
    var path = canary.toString().replace('\\', '/');
    var armed =
        text.replace("CANARY", "new java.io.File( \"%s\" ).mkdirs()".formatted(path))
            .replace("ESCAPED", "new java.io.File( \\u0022%s\\u0022 ).mkdirs()".formatted(path))
            .replace("PATH", path);

    runWithoutSandbox(armed);
    assertThat(canary).as("with the sandbox off the code runs").exists();
    assertThat(canary.toFile().delete()).isTrue();

    assertThatThrownBy(() -> compile(armed))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> {
              assertThat(refusal.arguments().get(0)).isEqualTo("rules/ru/admission.dslr");
              assertThat(Integer.parseInt((String) refusal.arguments().get(1))).isPositive();
            });
    assertThat(canary).doesNotExist();
  }

  private static void runWithoutSandbox(String text) {
    var drl = QuestionCompiler.expand(VOCABULARY, QuestionCompiler.prelude("off.sandbox") + text);
    try (var base = RuleBase.compile("off", drl)) {
      base.judge(matter(), DAY);
    }
  }

  private static void compile(String text) {
    new QuestionCompiler(VOCABULARY, RUSSIA)
        .compile(
            "admission",
            "rules/ru/admission.dslr",
            "правила для формы consumer-society\n" + text,
            "rules/ru/outcome.dslr",
            ANSWERS);
  }

  private static Matter matter() {
    var facts =
        new AdmissionFacts("council", true, true, DAY.minusYears(30), true, DAY, true, false);
    return new Matter(
        FactNames.of(facts),
        DAY,
        (norm, day) -> new NormValue(norm, "council", "word", "a", "law", "confirmed"),
        RUSSIA.calendar());
  }

  @Test
  void a_rule_of_sentences_alone_passes() {
    compile(rule("", "    заявление подано в письменной форме", "    иначе отказать"));
  }

  @Test
  void a_line_that_drools_reads_another_way_is_refused() {
    var shorter =
        Vocabulary.read(
            "shorter.dsl",
            "[condition]в письменной форме=Found( held )\n" + resource("rules/vocabulary/ru.dsl"));
    var text =
        "правила для формы consumer-society\n"
            + rule("", "    заявление подано в письменной форме", "    иначе отказать");

    assertThatThrownBy(
            () ->
                new QuestionCompiler(shorter, RUSSIA)
                    .compile("admission", "file", text, "outcome", ANSWERS))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> assertThat(refusal.code()).isEqualTo("rule-expansion-differs"));
  }

  @Test
  void rules_that_feed_themselves_are_stopped_by_the_limit_of_firings() {
    var drl =
        QuestionCompiler.prelude("off.loop")
            + """
            rule "begin" when Matter( ) then insert( new String( "x" ) ); end
            rule "go on" when String( ) then insert( new String( "x" ) ); end
            """;
    try (var base = RuleBase.compile("loop", drl)) {
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
    try (var base = RuleBase.compile("slow", drl, Duration.ofMillis(100))) {
      assertThatThrownBy(() -> base.judge(matter(), DAY))
          .satisfiesAnyOf(
              thrown -> assertThat(thrown).isInstanceOf(RulesDoNotEnd.class),
              thrown -> assertThat(thrown).hasRootCauseInstanceOf(RulesDoNotEnd.class));
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
    var text = rule("", "    заявление подано в письменной форме", line);

    assertThatThrownBy(() -> compile(text)).isInstanceOf(RuleNotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.io.File; rule \"a\" when Matter( ) then $matter.conclude( \"granted\" ); end",
        "function void f() { } rule \"a\" when Matter( ) then $matter.conclude( \"human\" ); end",
        "global java.util.List g; rule \"a\" when Matter( ) then $matter.conclude( \"human\" );"
            + " end",
        "rule \"a\" when eval( true ) then $matter.conclude( \"granted\" ); end",
        "rule \"a\" when Object( ) then $matter.conclude( \"granted\" ); end",
        "rule \"a\" when Matter( true ) then $matter.conclude( \"granted\" ); end",
        "rule \"a\" when Matter( ) from new java.util.ArrayList() then $matter.conclude( \"human\""
            + " ); end",
        "rule \"a\" when Matter( $answer : getClass( \"born\" ) ) then $matter.conclude( \"human\""
            + " ); end",
        "rule \"a\" when Matter( $answer : given( \"nobody\" ) ) then $matter.conclude( \"human\""
            + " ); end",
        "rule \"a\" when Matter( ) then System.exit( 0 ); end",
        "rule \"a\" no-loop true when Matter( ) then $matter.conclude( \"human\" ); end",
        "query q() Matter( ) end",
        "declare Bird end",
      })
  void the_last_gate_holds_by_itself(String drl) {
    var guard = new DrlGuard("file", FactNames.of("admission"), RUSSIA.norms().keySet());

    assertThatThrownBy(() -> guard.check(QuestionCompiler.prelude("a.b") + drl))
        .isInstanceOf(RuleNotUnderstood.class);
  }

  static String resource(String name) {
    try (var in = SandboxTest.class.getResourceAsStream("/" + name)) {
      return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
