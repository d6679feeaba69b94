package coop.artel.law;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.values.CanonicalJson;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped edition: whole, cited, the same wherever and whenever it is compiled. */
class EditionTest {
  private static final Countries COUNTRIES = new Countries();
  private static final Country RUSSIA = COUNTRIES.of("ru");
  private static final String WORDS = "rules/vocabulary/ru.dsl";

  private static final Editions EDITIONS = new Editions(COUNTRIES);
  private static final Edition EDITION = EDITIONS.current("ru");

  /** Russia's law does not know them, or what it says of them is not established. */
  private static final Set<String> ASKED_ELSEWHERE =
      Set.of(
          "agenda-item",
          "capital",
          "charter-terms",
          "person-number",
          "proxy",
          "silence",
          "voting-right");

  @Test
  void every_question_that_the_service_asks_has_rules_and_each_cites_the_law() {
    var asked = new TreeSet<>(FactNames.questions());
    asked.removeAll(ASKED_ELSEWHERE);
    assertThat(EDITION.questions()).containsExactlyElementsOf(asked);
    var answered = new TreeSet<String>();
    for (var id : COUNTRIES.ids()) {
      var edition = EDITIONS.current(id);
      answered.addAll(edition.questions());
      for (var question : edition.questions()) {
        assertThat(edition.rules(question).values())
            .filteredOn(rule -> !rule.answers())
            .isNotEmpty()
            .allSatisfy(
                rule -> {
                  assertThat(rule.article().split("; ")).allMatch(edition.country()::cites);
                  assertThat(edition.country().norms().keySet()).containsAll(rule.norms());
                });
      }
    }
    assertThat(answered).isEqualTo(FactNames.questions());
  }

  @Test
  void the_same_facts_edition_and_day_give_the_same_bytes() throws IOException {
    var again = shipped(Map.of());
    assertThat(again.id()).isEqualTo(EDITION.id());
    for (var one : CasesTest.read()) {
      var first = one.ask(EDITION, true);
      var second = one.ask(EDITION, true);
      var recompiled = one.ask(again, true);

      assertThat(bytes(second)).isEqualTo(bytes(first));
      assertThat(bytes(recompiled)).isEqualTo(bytes(first));
      assertThat(recompiled.digest()).isEqualTo(first.digest());
      assertThat(first.findings()).isSortedAccordingTo((a, b) -> a.rule().compareTo(b.rule()));
    }
  }

  private static byte[] bytes(Decision decision) {
    return CanonicalJson.write(Judgement.content(decision, true));
  }

  @Test
  void the_digest_of_a_decision_does_not_give_the_birthday_away() throws IOException {
    var one = CasesTest.read().stream().filter(item -> item.id().equals("A1")).findFirst();

    var content =
        new String(
            CanonicalJson.write(Judgement.content(one.orElseThrow().ask(EDITION, true), false)),
            StandardCharsets.UTF_8);

    assertThat(content).contains("admission.age").doesNotContain("2009-03-03");
  }

  @Test
  void a_rule_is_in_force_from_its_first_day_until_its_last() throws IOException {
    var dated =
        SandboxTest.resource("rules/ru/admission.dslr")
            .replace(
                "правило admission.address\nпо закону 3085-1, ст. 10(1)",
                "правило admission.address\nпо закону 3085-1, ст. 10(1)\n"
                    + "действует с 2025-09-01\nдействует до 2025-10-01");
    var facts =
        new AdmissionFacts(
            "council",
            true,
            true,
            LocalDate.of(1990, 1, 1),
            false,
            LocalDate.of(2025, 1, 1),
            true,
            false);
    var edition = shipped(Map.of("rules/ru/admission.dslr", dated));
    assertThat(edition.id()).isNotEqualTo(EDITION.id());
    assertThat(outcome(edition, facts, LocalDate.of(2025, 8, 31))).isEqualTo(Outcome.GRANTED);
    assertThat(outcome(edition, facts, LocalDate.of(2025, 9, 1))).isEqualTo(Outcome.MISSING);
    assertThat(outcome(edition, facts, LocalDate.of(2025, 9, 30))).isEqualTo(Outcome.MISSING);
    assertThat(outcome(edition, facts, LocalDate.of(2025, 10, 1))).isEqualTo(Outcome.GRANTED);
  }

  private static Outcome outcome(Edition edition, AdmissionFacts facts, LocalDate day) {
    return new Case(
            "dated",
            "",
            day,
            facts,
            "consumer-society",
            Map.of(),
            Set.of(),
            Outcome.GRANTED,
            Set.of(),
            "",
            Set.of())
        .ask(edition, true)
        .outcome();
  }

  @Test
  void every_sentence_means_the_same_in_both_languages() {
    var russian = Vocabulary.read(WORDS, SandboxTest.resource(WORDS)).sentences();
    var english =
        Vocabulary.read("en.dsl", SandboxTest.resource("rules/vocabulary/en.dsl")).sentences();

    assertThat(english)
        .extracting(Vocabulary.Sentence::target)
        .isEqualTo(russian.stream().map(Vocabulary.Sentence::target).toList());
    assertThat(english)
        .extracting(Vocabulary.Sentence::section)
        .isEqualTo(russian.stream().map(Vocabulary.Sentence::section).toList());
    for (int i = 0; i < russian.size(); i++) {
      assertThat(new TreeSet<>(english.get(i).variables()))
          .isEqualTo(new TreeSet<>(russian.get(i).variables()));
    }
  }

  @Test
  void drools_expands_every_sentence_of_both_languages_as_we_write_it() {
    for (var file : new String[] {"ru", "en"}) {
      var path = "rules/vocabulary/%s.dsl".formatted(file);
      var words = Vocabulary.read(path, SandboxTest.resource(path));
      for (var sentence : words.sentences()) {
        var values = new HashMap<String, String>();
        var line = sentence.text();
        for (var variable : sentence.variables()) {
          var value = variable.equals("date") ? "2025-09-01" : variable + "x.value";
          value = variable.equals("code") ? "code" : value;
          values.put(variable, value);
          line = line.replace("{" + variable + "}", value);
        }
        if (sentence.section() != Vocabulary.Section.KEYWORD) {
          assertThat(expanded(words, sentence.section(), line))
              .as("%s: %s", file, line)
              .isEqualTo("    " + sentence.fill(values));
        }
      }
    }
  }

  private static String expanded(Vocabulary words, Vocabulary.Section section, String line) {
    boolean condition = section == Vocabulary.Section.CONDITION;
    var source =
        "rule x\nwhen\n%sthen\n%send\n"
            .formatted(
                condition ? "    " + line + "\n" : "", condition ? "" : "    " + line + "\n");
    return QuestionCompiler.expand(words, source)
        .lines()
        .filter(found -> found.startsWith("    "))
        .findFirst()
        .orElse("");
  }

  @Test
  void a_country_may_write_its_rules_in_english() throws IOException {
    var words = "rules/vocabulary/en.dsl";
    var text =
        """
        rules for the legal form consumer-society

        rule admission.born
        by law 3085-1, ст. 10(1)
        if
            the application gives the date of birth
        then
            otherwise missing: born
        end
        """;
    var answers =
        """
        rule outcome.missing
        after all conditions
        if
            there is a condition that lacks information
        then
            answer: missing
        end
        """;
    var edition =
        Edition.compile(
            RuleBooks.files(
                words, Map.of("rules/ru/admission.dslr", text, "rules/ru/outcome.dslr", answers)));
    var nobody = new AdmissionFacts("", false, false, null, false, null, false, false);
    assertThat(outcome(edition, nobody, LocalDate.of(2025, 10, 1))).isEqualTo(Outcome.MISSING);
  }

  @Test
  void a_rule_that_names_an_unknown_norm_is_refused_at_its_line() {
    var text =
        SandboxTest.resource("rules/ru/admission.dslr")
            .replace("membership.min-age", "membership.age");

    assertThatThrownBy(() -> shipped(Map.of("rules/ru/admission.dslr", text)))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("rule-norm-unknown");
              assertThat(refusal.arguments()).contains("membership.age");
            });
  }

  @Test
  void a_rule_without_an_article_is_refused() {
    var text =
        SandboxTest.resource("rules/ru/signing.dslr")
            .replaceFirst("по закону 3085-1, ст. 10\\(1\\)\n", "");

    assertThatThrownBy(() -> shipped(Map.of("rules/ru/signing.dslr", text)))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> assertThat(refusal.code()).isEqualTo("rule-uncited"));
  }

  @Test
  void every_component_of_the_facts_has_its_name() {
    for (var question : FactNames.questions()) {
      var components =
          Arrays.stream(FactNames.kind(question).getRecordComponents())
              .map(RecordComponent::getName)
              .collect(toSet());
      assertThat(FactNames.of(question)).containsAll(components);
    }
    assertThat(Facts.class.getPermittedSubclasses()).hasSize(FactNames.questions().size());
  }

  @Test
  void everything_that_a_decision_says_has_words_in_both_languages() throws IOException {
    var needed = new TreeSet<String>();
    for (var question : FactNames.questions()) {
      needed.add("question." + question);
      FactNames.of(question).forEach(fact -> needed.add("fact." + fact));
    }
    for (var id : COUNTRIES.ids()) {
      var edition = EDITIONS.current(id);
      for (var question : edition.questions()) {
        for (var rule : edition.rules(question).values()) {
          rule.drl()
              .lines()
              .filter(line -> line.contains("\"missing\", \""))
              .forEach(line -> needed.add("missing." + line.split("\"")[3]));
        }
      }
      for (var one : CasesOf.read(EDITIONS.shippedFiles(id))) {
        one.missing().forEach(code -> needed.add("missing." + code));
      }
    }
    for (var norm : RUSSIA.norms().values()) {
      needed.add("norm." + norm.key());
      needed.add("unit." + norm.unit());
      norm.words().forEach(word -> needed.add("word." + word));
    }
    Stream.of(Outcome.values()).forEach(outcome -> needed.add("outcome." + outcome.id()));
    Stream.of("law", "charter", "charter-alone").forEach(word -> needed.add("source." + word));
    Stream.of("confirmed", "demonstration", "unverified", "absent", "open", "agreed")
        .forEach(word -> needed.add("standing." + word));

    var russian = messages("ru");
    assertThat(russian).containsAll(needed);
    assertThat(messages("en")).isEqualTo(russian);
  }

  private static Set<String> messages(String language) throws IOException {
    var properties = new Properties();
    properties.load(
        new StringReader(SandboxTest.resource("messages/law_%s.properties".formatted(language))));
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static Edition shipped(Map<String, String> changed) {
    var rules = new HashMap<String, String>();
    for (var name : names()) {
      rules.put(name, SandboxTest.resource(name));
    }
    rules.putAll(changed);
    return Edition.compile(RuleBooks.files(WORDS, rules));
  }

  private static Set<String> names() {
    var names = new ArrayList<>(EDITION.questions());
    names.add("outcome");
    return names.stream().map("rules/ru/%s.dslr"::formatted).collect(toSet());
  }

  @Test
  void a_sentence_about_what_the_question_does_not_know_is_refused_at_its_line() {
    var text =
        SandboxTest.resource("rules/ru/council-vote.dslr")
            + """

            правило council-vote.written
            по закону 3085-1, ст. 10(1)
            если
                # Голосуют без заявления.
                заявление подано в письменной форме
            то
                иначе отказать
            конец
            """;

    assertThatThrownBy(() -> shipped(Map.of("rules/ru/council-vote.dslr", text)))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("rule-fact-unknown");
              assertThat(refusal.arguments())
                  .containsExactly(
                      "rules/ru/council-vote.dslr",
                      Long.toString(text.lines().count() - 3),
                      "заявление подано в письменной форме");
            });
  }

  @Test
  void a_condition_that_comes_after_the_answer_is_refused() {
    var text =
        SandboxTest.resource("rules/ru/admission.dslr")
            .replace(
                "правило admission.age\nпо закону 3085-1, ст. 7",
                "правило admission.age\nпо закону 3085-1, ст. 7\nпосле всех условий");

    assertThatThrownBy(() -> shipped(Map.of("rules/ru/admission.dslr", text)))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> assertThat(refusal.code()).isEqualTo("rule-incomplete"));
  }

  @Test
  void an_answer_may_ask_for_two_kinds_of_conditions_at_once() {
    var text =
        SandboxTest.resource("rules/ru/outcome.dslr")
            + """

            правило outcome.both
            после всех условий
            если
                есть условие, из-за которого отказывают
                есть условие, о котором судит человек
            то
                ответ: решает человек
            конец
            """;

    assertThat(shipped(Map.of("rules/ru/outcome.dslr", text)).rules("admission"))
        .containsKey("outcome.both");
  }

  @Test
  void an_answer_that_looks_at_no_matter_is_refused_at_its_rule() {
    var text =
        SandboxTest.resource("rules/ru/outcome.dslr")
            + """

            правило outcome.never
            после всех условий
            если
                нет условия, из-за которого отказывают
            то
                ответ: удовлетворить
            конец
            """;

    assertThatThrownBy(() -> shipped(Map.of("rules/ru/outcome.dslr", text)))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal ->
                assertThat(refusal.arguments())
                    .containsExactly(
                        "rules/ru/outcome.dslr",
                        Long.toString(text.lines().count() - 6),
                        "правило outcome.never"));
  }
}
