package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sure of a term's end and what is not; worked terms are {@link WorkedTermsTest}. */
class TermsTest {
  private static final Calendar CALENDAR = new Countries().of("ru").calendar();

  @Test
  void a_term_moved_by_a_calendar_known_in_part_is_preliminary() {
    assertThat(CALENDAR.end(LocalDate.of(2024, 3, 1), 30, TermUnit.DAYS))
        .isEqualTo(
            new Calendar.End(LocalDate.of(2024, 4, 1), true, false, LocalDate.of(2024, 3, 31)));
  }

  @Test
  void a_weekday_that_such_a_calendar_does_not_touch_is_certain() {
    assertThat(CALENDAR.end(LocalDate.of(2024, 6, 3), 30, TermUnit.DAYS))
        .isEqualTo(
            new Calendar.End(LocalDate.of(2024, 7, 3), false, false, LocalDate.of(2024, 7, 3)));
  }

  @Test
  void working_days_of_a_year_without_a_calendar_end_no_earlier_than_its_holidays_allow() {
    var end = CALENDAR.end(LocalDate.of(2026, 12, 25), 10, TermUnit.WORKING_DAYS);

    // 28-30 December are working days, the 31st is moved to; 1-8 January are holidays. From then
    // on, every day may be made a working day.
    assertThat(end)
        .isEqualTo(
            new Calendar.End(LocalDate.of(2027, 1, 19), true, false, LocalDate.of(2027, 1, 15)));
  }

  @Test
  void a_day_that_was_told_may_have_been_moved_there_from_the_days_off_before_it() {
    assertThat(CALENDAR.told(LocalDate.of(2027, 1, 11)))
        .isEqualTo(
            new Calendar.End(LocalDate.of(2027, 1, 11), true, false, LocalDate.of(2026, 12, 31)));
    assertThat(CALENDAR.told(LocalDate.of(2025, 7, 2)).preliminary()).isFalse();
  }

  @ParameterizedTest(name = "{0} is a working day: {1}")
  @CsvSource({
    "2025-01-04,false",
    "2025-02-24,true",
    "2025-03-10,true",
    "2025-05-02,false",
    "2025-05-08,false",
    "2025-06-13,false",
    "2025-11-01,true",
    "2025-11-03,false",
    "2025-12-31,false",
    "2026-01-09,false",
    "2026-01-12,true",
    "2026-02-23,false",
    "2026-03-09,false",
    "2026-03-10,true",
    "2026-05-11,false",
    "2026-05-12,true",
    "2026-11-04,false",
    "2026-11-05,true",
  })
  void a_day_is_working_or_not(LocalDate day, boolean working) {
    assertThat(CALENDAR.working(day)).isEqualTo(working);
  }
}
