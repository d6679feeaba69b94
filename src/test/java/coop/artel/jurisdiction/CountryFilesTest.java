package coop.artel.jurisdiction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped files say, and how a slip in one is told. */
class CountryFilesTest {
  private static final Countries COUNTRIES = new Countries();
  private static final Country RUSSIA = COUNTRIES.of("ru");

  @TempDir Path folder;

  @Test
  void nobody_but_a_lawyer_in_the_running_service_verifies_these() {
    var unverified = new TreeSet<String>();
    for (var norm : RUSSIA.norms().values()) {
      norm.byLegalForm()
          .forEach(
              (form, figures) ->
                  figures.byFirstDay().values().stream()
                      .flatMap(Optional::stream)
                      .filter(figure -> figure.confidence() != Confidence.HIGH)
                      .forEach(
                          figure -> {
                            assertThat(figure.verified()).isFalse();
                            unverified.add(
                                "%s %s %s".formatted(norm.key(), form, figure.confidence()));
                          }));
    }
    RUSSIA.calendar().years().values().stream()
        .filter(year -> year.standing().confidence() != Confidence.HIGH)
        .forEach(
            year -> {
              assertThat(year.standing().verified()).isFalse();
              unverified.add("calendar %d %s".formatted(year.year(), year.standing().confidence()));
            });

    assertThat(unverified)
        .containsExactly(
            "admission.decision-body production-cooperative MEDIUM",
            "admission.entity-numbers consumer-society MEDIUM",
            "admission.prepaid-counts-from-decision consumer-society MEDIUM",
            "admission.reduced-fees consumer-society MEDIUM",
            "audit.min-members production-cooperative MEDIUM",
            "audit.response-days consumer-society MEDIUM",
            "audit.single-auditor-below production-cooperative MEDIUM",
            "calendar 2024 MEDIUM",
            "council.quorum-percent consumer-society LOW",
            "council.quorum-with-leader consumer-society LOW",
            "data.localisation any MEDIUM",
            "delegates-meeting.quorum agricultural-consumer-cooperative MEDIUM",
            "delegates-meeting.quorum agricultural-production-cooperative MEDIUM",
            "delegates-meeting.quorum consumer-society LOW",
            "exclusion.decided-by production-cooperative MEDIUM",
            "exclusion.notice-days consumer-society MEDIUM",
            "exclusion.notice-days production-cooperative MEDIUM",
            "formation.work-for-members-min agricultural-consumer-cooperative MEDIUM",
            "funds.reserve-min agricultural-consumer-cooperative MEDIUM",
            "funds.reserve-min agricultural-production-cooperative MEDIUM",
            "general-meeting.annual-months production-cooperative MEDIUM",
            "general-meeting.extraordinary-organs production-cooperative MEDIUM",
            "general-meeting.extraordinary-share production-cooperative MEDIUM",
            "general-meeting.notice-days agricultural-consumer-cooperative MEDIUM",
            "general-meeting.notice-days agricultural-production-cooperative MEDIUM",
            "general-meeting.notice-days production-cooperative MEDIUM",
            "general-meeting.notice-in-writing agricultural-consumer-cooperative MEDIUM",
            "general-meeting.notice-in-writing agricultural-production-cooperative MEDIUM",
            "general-meeting.notice-in-writing production-cooperative MEDIUM",
            "general-meeting.quorum consumer-society MEDIUM",
            "general-meeting.quorum-exact consumer-society MEDIUM",
            "majority.exclusion consumer-society MEDIUM",
            "majority.leave-union consumer-society MEDIUM",
            "majority.ordinary consumer-society MEDIUM",
            "majority.real-estate-disposal consumer-society MEDIUM",
            "payout.cooperative-payments-max consumer-society MEDIUM",
            "refund.by-charter-of-entry consumer-society MEDIUM",
            "registration.fee any MEDIUM",
            "registration.fee sole-trader MEDIUM",
            "registration.fee-when-electronic any MEDIUM",
            "registration.working-days consumer-society MEDIUM",
            "registration.working-days limited-liability-company MEDIUM",
            "registration.working-days sole-trader MEDIUM",
            "remote.participation-in-meeting any MEDIUM",
            "request.answer-days any MEDIUM",
            "request.answer-working-days any MEDIUM",
            "request.extension-working-days any MEDIUM",
            "section-meeting.repeat-quorum consumer-society MEDIUM");
  }

  @Test
  void a_low_figure_never_decides_whatever_is_verified() {
    var figure =
        RUSSIA
            .norms()
            .get("council.quorum-percent")
            .figure("consumer-society", day())
            .orElseThrow();

    assertThat(figure.decides()).isFalse();
    assertThat(figure.asVerified().decides()).isFalse();
  }

  @Test
  void consent_is_separate_from_september_2025_on() {
    var norm = RUSSIA.norm("consent.separate-document").orElseThrow();

    assertThat(norm.figure("consumer-society", LocalDate.of(2025, 8, 31)).orElseThrow().value())
        .isEqualTo("no");
    assertThat(norm.figure("consumer-society", LocalDate.of(2025, 9, 1)).orElseThrow().value())
        .isEqualTo("yes");
  }

  @Test
  void a_calendar_stands_only_for_years_that_are_established() {
    assertThat(RUSSIA.calendar().years()).containsOnlyKeys(2024, 2025, 2026);
  }

  @Test
  void files_in_a_folder_read_as_those_on_the_class_path() throws IOException {
    copyRussia();

    assertThat(Countries.in(folder).of("ru").digests()).isEqualTo(RUSSIA.digests());
  }

  @Test
  void an_unknown_key_is_told_at_its_line() throws IOException {
    change("norms.yaml", "unit: years", "unit: years\n  colour: red");

    assertToldAt("file-key-unknown", "ru/norms.yaml", "colour");
  }

  @Test
  void a_missing_key_is_told() throws IOException {
    change("norms.yaml", "  unit: years\n", "");

    assertToldAt("file-key-missing", "ru/norms.yaml", "unit");
  }

  @Test
  void no_without_quotes_is_told_before_it_becomes_false() throws IOException {
    change("norms.yaml", "value: \"no\"", "value: no");

    assertToldAt("file-needs-quotes", "ru/norms.yaml", "no");
  }

  @Test
  void norway_needs_quotes() throws IOException {
    change("country.yaml", "country: ru", "country: no");

    assertToldAt("file-needs-quotes", "ru/country.yaml", "no");
  }

  @Test
  void figures_that_overlap_are_told() throws IOException {
    change("norms.yaml", "to: 2025-08-31", "to: 2025-09-01");

    assertToldAt("file-figures-overlap", "ru/norms.yaml", "consent.separate-document: 2025-09-01");
  }

  @Test
  void an_article_that_acts_do_not_name_is_told() throws IOException {
    change(
        "norms.yaml",
        "  bound-established: false\n  article: \"3085-1, ст. 7\"",
        "  bound-established: false\n  article: \"3085-1, ст. 77\"");

    assertToldAt("file-act-unknown", "ru/norms.yaml", "3085-1, ст. 77");
  }

  @Test
  void a_medium_figure_must_say_whether_it_is_verified() throws IOException {
    change("norms.yaml", "known: derived, verified: false", "known: derived");

    assertToldAt("file-key-missing", "ru/norms.yaml", "verified");
  }

  @Test
  void a_doubled_key_is_told() throws IOException {
    change("country.yaml", "language: ru", "language: ru\nlanguage: en");

    assertToldAt("file-key-doubled", "ru/country.yaml", "language");
  }

  @Test
  void an_alias_is_not_read() throws IOException {
    change("country.yaml", "weekend: [saturday, sunday]", "weekend: &a [*a, *a]");

    assertThatThrownBy(() -> Countries.in(folder)).isInstanceOf(FileNotUnderstood.class);
  }

  @Test
  void a_tag_makes_no_object() throws IOException {
    change("country.yaml", "language: ru", "language: !!java.io.File [x]");

    assertThatThrownBy(() -> Countries.in(folder)).isInstanceOf(FileNotUnderstood.class);
  }

  @Test
  void a_law_that_acts_do_not_name_is_told() throws IOException {
    change("norms.yaml", "article: \"3085-1, ст. 22\"", "article: \"3086-1, ст. 22\"");

    assertToldAt("file-act-unknown", "ru/norms.yaml", "3086-1, ст. 22");
  }

  @Test
  void a_unit_that_there_is_not_is_told() throws IOException {
    change("norms.yaml", "unit: years", "unit: moons");

    assertToldAt("file-unit-unknown", "ru/norms.yaml", "moons");
  }

  @Test
  void a_legal_form_that_the_country_does_not_have_is_told_where_it_stands() throws IOException {
    change("norms.yaml", "forms: [production-cooperative]", "forms: [production-cooperativ]");

    assertToldAt("file-value-wrong", "ru/norms.yaml", "production-cooperativ");
  }

  @Test
  void a_norm_that_stands_twice_is_told() throws IOException {
    change("norms.yaml", "key: admission.notice-days", "key: admission.decision-days");

    assertToldAt("file-key-doubled", "ru/norms.yaml", "admission.decision-days");
  }

  @Test
  void a_figure_that_ends_before_it_begins_is_told() throws IOException {
    change("norms.yaml", "from: 2025-09-01", "from: 2025-09-01, to: 2025-08-01");

    assertToldAt("file-value-wrong", "ru/norms.yaml", "2025-09-01 – 2025-08-01");
  }

  @Test
  void a_figure_that_a_charter_raises_must_be_a_number() throws IOException {
    change(
        "norms.yaml", "unit: years\n  charter: may-raise", "unit: fraction\n  charter: may-raise");

    assertToldAt("file-value-wrong", "ru/norms.yaml", "fraction: MAY_RAISE");
  }

  @Test
  void check_digits_that_no_number_can_have_are_told() throws IOException {
    change("country.yaml", "weights: [2, 4, 10, 3, 5, 9, 4, 6, 8]", "weights: [2, 4, 10]");

    assertToldAt("file-value-wrong", "ru/country.yaml", "weights: 3 ≠ 9");
  }

  @Test
  void a_pattern_that_may_be_tried_for_ever_is_told() throws IOException {
    change("country.yaml", "pattern: '\\d{10}'", "pattern: '(\\d+)+'");

    assertToldAt("file-value-wrong", "ru/country.yaml", "(\\d+)+");
  }

  @Test
  void every_sentence_about_a_file_has_words_in_both_languages() {
    var codes =
        List.of(
            FileNotUnderstood.notYaml("f", 1, "x"),
            FileNotUnderstood.keyUnknown("f", 1, "x"),
            FileNotUnderstood.keyMissing("f", 1, "x"),
            FileNotUnderstood.keyDoubled("f", 1, "x"),
            FileNotUnderstood.needsQuotes("f", 1, "x"),
            FileNotUnderstood.wrong("f", 1, "x"),
            FileNotUnderstood.unitUnknown("f", 1, "x"),
            FileNotUnderstood.actUnknown("f", 1, "x"),
            FileNotUnderstood.figuresOverlap("f", 1, "x"),
            FileNotUnderstood.fileMissing("f"),
            FileNotUnderstood.unexpected("f"),
            FileNotUnderstood.link("f"),
            FileNotUnderstood.tooLarge("f", 1),
            FileNotUnderstood.notText("f"),
            FileNotUnderstood.folderMissing("f"),
            FileNotUnderstood.countryShipped("f", "x"));
    for (var language : List.of("ru", "en")) {
      var messages =
          ResourceBundle.getBundle("messages.jurisdiction", Locale.forLanguageTag(language));
      assertThat(codes).allSatisfy(it -> messages.getString("refusal." + it.code()));
    }
  }

  @Test
  void ten_other_countries_stand_beside_russia_each_with_its_own_money_and_forms() {
    assertThat(COUNTRIES.ids())
        .containsExactly("am", "by", "de", "es", "eu", "fi", "it", "kg", "kz", "ru", "uk");
    assertThat(COUNTRIES.ids())
        .extracting(id -> COUNTRIES.of(id).currency().getCurrencyCode())
        .containsExactly(
            "AMD", "BYN", "EUR", "EUR", "EUR", "EUR", "EUR", "KGS", "KZT", "RUB", "GBP");
    assertThat(COUNTRIES.ids())
        .allSatisfy(id -> assertThat(COUNTRIES.of(id).legalForms()).isNotEmpty());
  }

  @Test
  void norms_of_other_countries_have_their_names_in_the_file_and_every_unit_its_words() {
    var law = ResourceBundle.getBundle("messages.law", Locale.forLanguageTag("ru"));
    for (var id : COUNTRIES.ids()) {
      for (var norm : COUNTRIES.of(id).norms().values()) {
        assertThat(norm.name().isPresent() || law.containsKey("norm." + norm.key()))
            .as("%s %s", id, norm.key())
            .isTrue();
        assertThat(law.containsKey("unit." + norm.unit())).as(norm.unit()).isTrue();
        assertThat(norm.words())
            .as("%s %s", id, norm.key())
            .allMatch(
                word -> norm.wordNames().containsKey(word) || law.containsKey("word." + word));
      }
    }
  }

  @Test
  void what_is_known_only_by_halves_in_other_countries_decides_nothing() {
    var unverified = new TreeSet<String>();
    for (var id : COUNTRIES.ids()) {
      if (!id.equals("ru")) {
        COUNTRIES.of(id).verifiable().forEach(subject -> unverified.add(id + " " + subject));
        COUNTRIES
            .of(id)
            .norms()
            .values()
            .forEach(
                norm ->
                    norm.byLegalForm()
                        .values()
                        .forEach(
                            dated ->
                                dated.byFirstDay().values().stream()
                                    .flatMap(Optional::stream)
                                    .filter(figure -> figure.confidence() != Confidence.HIGH)
                                    .forEach(figure -> assertThat(figure.decides()).isFalse())));
      }
    }

    assertThat(unverified)
        .containsExactly(
            "by decisions-of-meetings.bind-all",
            "by formation.min-members",
            "by liability.kind",
            "by llc.max-participants",
            "by losses.cover-months",
            "es refund.max-years",
            "fi general-meeting.notice-max-months",
            "fi general-meeting.notice-weeks",
            "fi majority.charter-change",
            "fi majority.charter-change-base",
            "kg signature.kinds",
            "kz formation.min-members",
            "kz membership.min-age",
            "uk vote.one-member-one-vote");
  }

  @ParameterizedTest(name = "{0} {1} of {2} on {3} is {4}")
  @CsvSource({
    "de,formation.min-members,registered-cooperative,2026-01-01,3",
    "de,general-meeting.notice-weeks,registered-cooperative,2026-01-01,2",
    "de,majority.charter-change,registered-cooperative,2026-01-01,3/4",
    "de,majority.charter-change-base,registered-cooperative,2026-01-01,votes-cast",
    "de,delegates.allowed-above,registered-cooperative,2026-01-01,1500",
    "de,remote.written-or-electronic,registered-cooperative,2022-07-26,yes",
    "de,remote.written-or-electronic,registered-cooperative,2022-07-27,",
    "de,remote.meeting-forms,registered-cooperative,2022-07-26,",
    "de,remote.meeting-forms,registered-cooperative,2022-07-27,'presence, virtual, hybrid,"
        + " extended'",
    "eu,capital.min,european-cooperative-society,2026-01-01,30000",
    "eu,capital.min,european-cooperative-society,2003-08-20,",
    "eu,refund.max-years,european-cooperative-society,2026-01-01,3",
    "es,remote.conditions,cooperative,2021-12-20,",
    "es,admission.silence,cooperative,2026-01-01,accepted",
    "es,exit.notice-max-months,cooperative,2026-01-01,12",
    "it,vote.eligible-after-days,cooperative,2026-01-01,90",
    "fi,formation.min-members,cooperative,2013-12-31,",
    "fi,proxy.max,cooperative,2014-01-01,3",
    "uk,formation.min-members,registered-society,2014-08-01,3",
    "kz,majority.listed-matters,rural-consumer-cooperative,2015-12-31,3/4",
    "kz,majority.listed-matters,rural-consumer-cooperative,2016-01-01,",
    "kz,majority.listed-matters-base,rural-consumer-cooperative,2015-12-31,all-members",
    "am,formation.min-members,consumer-cooperative,2026-01-01,5",
    "by,formation.min-members,production-cooperative,2026-01-01,3",
  })
  void a_figure_stands_for_its_form_from_its_first_day_to_its_last(
      String country, String norm, String form, LocalDate day, @Nullable String value) {
    var figure = COUNTRIES.of(country).norm(norm).orElseThrow().figure(form, day);

    assertThat(figure.map(Norm.Figure::value)).isEqualTo(Optional.ofNullable(value));
  }

  private void assertToldAt(String code, String file, String what) {
    assertThatThrownBy(() -> Countries.in(folder))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class,
            told -> {
              assertThat(told.code()).isEqualTo(code);
              assertThat(told.arguments()).first().isEqualTo(file);
              assertThat(told.arguments()).last().isEqualTo(what);
              assertThat(Integer.parseInt((String) told.arguments().get(1))).isPositive();
            });
  }

  private void change(String file, String from, String to) throws IOException {
    copyRussia();
    var path = folder.resolve("ru").resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private void copyRussia() throws IOException {
    for (var name : RUSSIA.digests().keySet()) {
      var path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      try (var shipped = getClass().getResourceAsStream("/jurisdictions/" + name)) {
        Files.write(path, requireNonNull(shipped).readAllBytes());
      }
    }
  }

  private static LocalDate day() {
    return LocalDate.of(2025, 3, 3);
  }
}
