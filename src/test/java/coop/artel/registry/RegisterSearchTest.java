package coop.artel.registry;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.TestDatabase;
import coop.artel.registry.Memberships.Entry;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterSearchTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final Memberships memberships = new Memberships(sql);
  private final RegisterSearch register = new RegisterSearch(sql);
  private final Cooperative cooperative = Dawn.cooperative();
  private final CooperativeId dawn = cooperative.id();
  private final PersonId gone = PersonId.random();
  private final PersonId late = PersonId.random();

  @BeforeEach
  void a_register_of_a_hundred_and_thirty() {
    new Cooperatives(sql, (c, f, i, v) -> true).found(cooperative);
    memberships.enterAll(
        dawn,
        LongStream.rangeClosed(1, 128).mapToObj(it -> entry(PersonId.random(), DAY)).toList(),
        "список");
    memberships.enterAll(
        dawn, List.of(entry(gone, DAY), entry(late, DAY.plusMonths(1))), "протокол");
    memberships.end(dawn, gone, DAY.plusDays(40), "выход");
  }

  @Test
  void lines_of_a_day_come_in_portions_by_number() {
    var today = RegisterFilter.on(DAY.plusDays(50));

    assertThat(register.count(dawn, today)).isEqualTo(129);
    assertThat(numbers(today, 100)).startsWith(101L).endsWith(128L, 130L).hasSize(29);
    assertThat(numbers(today, 0)).hasSize(50);
    assertThat(register.count(dawn, RegisterFilter.on(DAY.minusDays(1)))).isZero();
  }

  @Test
  void a_line_is_found_by_its_number_or_its_person_and_on_its_days_only() {
    var today = DAY.plusDays(50);

    assertThat(numbers(words(today, 17L, Set.of()), 0)).containsExactly(17L);
    assertThat(numbers(words(today, null, Set.of(late, gone)), 0)).containsExactly(130L);
    assertThat(numbers(words(DAY, null, Set.of(late, gone)), 0)).containsExactly(129L);
    assertThat(register.count(dawn, words(today, null, Set.of()))).isZero();
  }

  @Test
  void whoever_came_or_went_in_a_month_is_told_whatever_became_of_them() {
    var april = YearMonth.of(2026, 4);

    assertThat(numbers(new RegisterFilter(null, april, null, null), 0)).containsExactly(130L);
    assertThat(numbers(new RegisterFilter(null, null, april, null), 0)).containsExactly(129L);
    assertThat(register.count(dawn, new RegisterFilter(null, YearMonth.of(2026, 3), null, null)))
        .isEqualTo(129);
  }

  private List<Long> numbers(RegisterFilter filter, int offset) {
    return register.list(dawn, filter, offset, 50).stream().map(Membership::number).toList();
  }

  private static RegisterFilter words(LocalDate day, @Nullable Long number, Set<PersonId> persons) {
    return new RegisterFilter(day, null, null, new RegisterFilter.Words(number, persons));
  }

  private static Entry entry(PersonId person, LocalDate since) {
    return new Entry(null, person, since);
  }
}
