package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
  private final WordingSource source =
      new WordingSource(new MessageConfiguration().messageSource());
  private final Wording russian = source.in(Languages.RUSSIAN);
  private final Wording english = source.in(Locale.ENGLISH);

  @Test
  void a_day_is_said_with_its_month_in_the_genitive_and_stays_on_one_line() {
    assertThat(russian.date(LocalDate.of(2026, 5, 3))).isEqualTo("3\u00a0мая 2026");
    assertThat(english.date(LocalDate.of(2026, 5, 3))).isEqualTo("3\u00a0May 2026");
  }

  @Test
  void a_moment_is_said_in_the_zone_of_the_cooperative() {
    var moment = Instant.parse("2026-03-11T21:05:00Z");

    assertThat(russian.moment(moment, ZoneId.of("Europe/Moscow")))
        .isEqualTo("12\u00a0марта 2026, 00:05");
  }

  @Test
  void a_term_is_said_as_people_say_it() {
    assertThat(russian.away(TODAY, TODAY)).isEqualTo("сегодня");
    assertThat(russian.away(TODAY.plusDays(1), TODAY)).isEqualTo("завтра");
    assertThat(russian.away(TODAY.plusDays(3), TODAY)).isEqualTo("через 3 дня");
    assertThat(russian.away(TODAY.minusDays(21), TODAY)).isEqualTo("просрочено на 21 день");
    assertThat(english.away(TODAY.minusDays(1), TODAY)).isEqualTo("1 day overdue");
  }

  @Test
  void a_figure_keeps_its_unit_beside_it_and_a_word_has_none() {
    assertThat(russian.figure("75", "percent")).isEqualTo("75\u00a0%");
    assertThat(russian.figure("18", "years")).isEqualTo("18\u00a0лет");
    assertThat(russian.figure("0.5", "days")).isEqualTo("0,5\u00a0дня");
    assertThat(russian.figure("0.5", "fraction")).isEqualTo("0,5");
    assertThat(russian.figure("council", "word")).isEqualTo("совет");
    assertThat(english.figure("1", "working-days")).isEqualTo("1\u00a0working day");
  }

  @Test
  void a_sum_is_written_alike_wherever_it_comes_from() {
    var sum = Money.of("1099.5", "RUB");

    assertThat(russian.sum(sum)).isEqualTo("1\u00a0099,50\u00a0₽");
    assertThat(russian.figure("1099.5", "RUB")).isEqualTo(russian.sum(sum));
    assertThat(russian.figure("100", "RUB")).isEqualTo("100,00\u00a0₽");
    assertThat(english.figure("1099.50", "RUB")).isEqualTo("RUB\u00a01,099.50");
    assertThat(Money.read(sum.toString())).contains(sum);
    assertThat(Money.read("1.005 RUB")).isEmpty();
    assertThat(Money.read("75 percent")).isEmpty();
  }

  @Test
  void an_unknown_id_says_itself() {
    assertThat(russian.sayOr("activity.paint-the-fence", "paint-the-fence"))
        .isEqualTo("paint-the-fence");
  }
}
