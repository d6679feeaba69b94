package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.desk.cases.CaseView;
import coop.artel.desk.cases.Deadlines;
import coop.artel.desk.frame.Languages;
import coop.artel.desk.frame.MessageConfiguration;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.registry.Cooperative;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final LocalDate LAST = LocalDate.of(2026, 12, 25);
  private final WordingSource source =
      new WordingSource(new MessageConfiguration().messageSource());
  private final Wording russian = source.in(Languages.RUSSIAN);
  private final Cooperative cooperative = new DeskScene().cooperatives.all().get(0);

  @Test
  void a_running_term_says_what_is_left_of_it_and_until_when() {
    var it = on(LAST.minusDays(12), null, null);

    assertThat(it.words())
        .isEqualTo("Осталось 12 дней из 30 — до 25\u00a0декабря 2026 (3085-1, ст. 10, п. 2)");
    assertThat(it.passed()).isEqualTo(18);
    assertThat(it.length()).isEqualTo(30);
    assertThat(on(LAST.minusDays(1), null, null).words()).startsWith("Остался 1 день из 30");
    assertThat(on(LAST, null, null).words()).startsWith("Сегодня последний день из 30");
  }

  @Test
  void a_term_in_working_days_says_which_days_are_counted() {
    var term =
        new CaseTerms.Term(
            "admission.payment-working-days",
            LAST.minusDays(14),
            LAST,
            false,
            "устав",
            null,
            "10 working-days");

    var words = telling(LAST.minusDays(14), term).of(open(null), cooperative, russian).get(0);

    assertThat(words.words())
        .startsWith("Осталось 14 дней из 14")
        .endsWith("Здесь счёт в\u00a0календарных днях, сам срок\u00a0— 10\u00a0рабочих дней");
  }

  @Test
  void an_overdue_term_says_by_how_much() {
    var it = on(LAST.plusDays(2), null, null);

    assertThat(it.state()).isEqualTo("over");
    assertThat(it.words()).startsWith("Просрочено на 2 дня — последним днём было 25\u00a0декабря");
    assertThat(it.passed()).isEqualTo(it.length());
  }

  @Test
  void a_term_that_was_kept_says_when_and_runs_no_longer() {
    assertThat(on(LAST, LAST.minusDays(5), null).words())
        .startsWith("Исполнено 20\u00a0декабря 2026, в срок: до 25\u00a0декабря 2026");
    assertThat(on(LAST.plusDays(9), LAST.plusDays(3), null).words())
        .startsWith("Исполнено 28\u00a0декабря 2026, на 3 дня позже срока");
    assertThat(on(LAST, LAST, null).runs()).isFalse();
  }

  @Test
  void of_an_ended_case_only_a_missed_term_is_told() {
    assertThat(all(LAST.plusDays(40), null, LAST.minusDays(3))).isEmpty();
    assertThat(on(LAST.plusDays(40), null, LAST.plusDays(1)).words())
        .isEqualTo("Не исполнено: срок истёк 25\u00a0декабря 2026 (3085-1, ст. 10, п. 2)");
  }

  @Test
  void english_says_the_same() {
    var it =
        deadlines(LAST.minusDays(12), null).of(open(null), cooperative, source.in(Locale.ENGLISH));

    assertThat(it.get(0).words()).startsWith("12 days of 30 left — until 25\u00a0December 2026");
    assertThat(it.get(0).name()).isEqualTo("Decide on the admission");
  }

  private CaseView.Deadline on(
      LocalDate today, @Nullable LocalDate keptOn, @Nullable LocalDate endedOn) {
    return all(today, keptOn, endedOn).get(0);
  }

  private List<CaseView.Deadline> all(
      LocalDate today, @Nullable LocalDate keptOn, @Nullable LocalDate endedOn) {
    return deadlines(today, keptOn).of(open(endedOn), cooperative, russian);
  }

  private Deadlines deadlines(LocalDate today, @Nullable LocalDate keptOn) {
    return telling(
        today,
        new CaseTerms.Term(
            "admission.decision-days",
            LAST.minusDays(30),
            LAST,
            false,
            "3085-1, ст. 10, п. 2",
            keptOn));
  }

  private Deadlines telling(LocalDate today, CaseTerms.Term term) {
    var clock =
        new LegalClock() {
          @Override
          public Duration offset() {
            return Duration.ZERO;
          }

          @Override
          public Instant now() {
            return today.atTime(12, 0).atZone(cooperative.zone()).toInstant();
          }
        };
    CaseTerms terms = id -> List.of(term);
    return new Deadlines(List.of(terms), clock);
  }

  private Cases.Case open(@Nullable LocalDate endedOn) {
    return new Cases.Case(
        DeskScene.CASE,
        "admit-member",
        DeskScene.LADYA,
        DeskScene.APPLICANT,
        LAST.minusDays(30).atStartOfDay(cooperative.zone()).toInstant(),
        endedOn == null ? null : endedOn.atTime(12, 0).atZone(cooperative.zone()).toInstant(),
        null,
        DeskScene.NUMBER);
  }
}
