package coop.artel.jurisdiction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped files say, and how a slip in one is told. */
class CountryFilesTest {
  private static final Country RUSSIA = new Countries().of("ru");

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
            "calendar 2024 MEDIUM",
            "council.quorum-percent consumer-society LOW",
            "council.quorum-with-leader consumer-society LOW",
            "delegates-meeting.quorum agricultural-consumer-cooperative MEDIUM",
            "delegates-meeting.quorum agricultural-production-cooperative MEDIUM",
            "delegates-meeting.quorum consumer-society LOW",
            "exclusion.decided-by production-cooperative MEDIUM",
            "exclusion.notice-days consumer-society MEDIUM",
            "exclusion.notice-days production-cooperative MEDIUM",
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
            "remote.participation-in-meeting any MEDIUM",
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

    assertToldAt("file-value-wrong", "ru/norms.yaml", "consent.separate-document: 2025-09-01");
  }

  @Test
  void an_article_that_acts_do_not_name_is_told() throws IOException {
    change(
        "norms.yaml",
        "  bound-established: false\n  article: \"3085-1, ст. 7\"",
        "  bound-established: false\n  article: \"3085-1, ст. 77\"");

    assertToldAt("file-value-wrong", "ru/norms.yaml", "3085-1, ст. 77");
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
