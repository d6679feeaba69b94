package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms by ГК 190-194; T1-T6 are those of the legal facts, 14.9. */
class TermsTest {
  private static final Calendar CALENDAR = new Countries().of("ru").calendar();

  @ParameterizedTest(name = "{0}: {1} + {2} {3} ends on {4}")
  @CsvSource({
    "T1,2025-06-02,30,DAYS,2025-07-02",
    "T2,2026-04-09,30,DAYS,2026-05-12",
    "T3,2025-04-29,10,WORKING_DAYS,2025-05-19",
    "T4,2026-01-31,1,MONTHS,2026-03-02",
    "T5 working Saturday,2025-10-02,30,DAYS,2025-11-01",
    "T5 moved Monday,2025-10-04,30,DAYS,2025-11-05",
    "T5 holiday,2025-10-05,30,DAYS,2025-11-05",
    "a year from a leap day,2024-02-29,1,YEARS,2025-02-28",
  })
  void a_term_of_an_established_year_ends_on_its_day(
      String id, LocalDate event, int amount, TermUnit unit, LocalDate last) {
    var end = CALENDAR.end(event, amount, unit);

    assertThat(end.lastDay()).isEqualTo(last);
    assertThat(end.preliminary()).isFalse();
    assertThat(end.demonstration()).isFalse();
  }

  @Test
  void t6_a_term_that_ends_in_a_year_without_a_calendar_is_preliminary() {
    var end = CALENDAR.end(LocalDate.of(2026, 12, 10), 30, TermUnit.DAYS);

    // 9 January 2027 is a Saturday, the 10th a Sunday.
    assertThat(end)
        .isEqualTo(
            new Calendar.End(LocalDate.of(2027, 1, 11), true, false, LocalDate.of(2027, 1, 9)));
  }

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
