package coop.artel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OfficesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final Cooperatives cooperatives = new Cooperatives(sql, (c, f, i, v) -> true);
  private final Offices offices = new Offices(sql);
  private final CooperativeId dawn = found("Europe/Moscow", "1027700132195");
  private final PersonId anna = PersonId.random();
  private final PersonId boris = PersonId.random();

  @Test
  void an_office_is_held_from_the_first_to_the_last_day() {
    offices.entrust(dawn, Office.SECRETARY, anna, DAY, DAY.plusDays(9));

    assertThat(offices.holders(dawn, Office.SECRETARY, DAY.minusDays(1))).isEmpty();
    assertThat(offices.holders(dawn, Office.SECRETARY, DAY)).containsExactly(anna);
    assertThat(offices.holders(dawn, Office.SECRETARY, DAY.plusDays(9))).containsExactly(anna);
    assertThat(offices.holders(dawn, Office.SECRETARY, DAY.plusDays(10))).isEmpty();
    assertThat(offices.of(anna, DAY)).isEqualTo(Map.of(dawn, Set.of(Office.SECRETARY)));
    assertThat(offices.of(anna, DAY.plusDays(10))).isEmpty();
  }

  @Test
  void the_chair_is_of_the_council_and_counted_once() {
    offices.entrust(dawn, Office.CHAIR, anna, DAY, null);
    offices.entrust(dawn, Office.COUNCIL, anna, DAY, null);
    offices.entrust(dawn, Office.COUNCIL, boris, DAY, null);

    assertThat(offices.holders(dawn, Office.COUNCIL, DAY))
        .containsExactlyInAnyOrder(anna, boris)
        .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
    assertThat(offices.holders(dawn, Office.CHAIR, DAY)).containsExactly(anna);
    assertThat(offices.of(anna, DAY).get(dawn)).containsExactly(Office.CHAIR, Office.COUNCIL);
  }

  @Test
  void there_is_one_chair_at_a_time() {
    offices.entrust(dawn, Office.CHAIR, anna, DAY, null);

    assertRefused(
        "chair-already-held",
        () -> offices.entrust(dawn, Office.CHAIR, boris, DAY.plusDays(30), null));
    offices.relieve(dawn, Office.CHAIR, anna, DAY.plusDays(29));
    offices.entrust(dawn, Office.CHAIR, boris, DAY.plusDays(30), null);
    assertThat(offices.holders(dawn, Office.CHAIR, DAY.plusDays(29))).containsExactly(anna);
    assertThat(offices.holders(dawn, Office.CHAIR, DAY.plusDays(30))).containsExactly(boris);
  }

  @Test
  void an_office_is_not_entrusted_twice_or_backwards_nor_taken_from_one_without_it() {
    offices.entrust(dawn, Office.AUDITOR, anna, DAY, DAY.plusDays(9));

    assertRefused(
        "office-already-held",
        () -> offices.entrust(dawn, Office.AUDITOR, anna, DAY.plusDays(9), null));
    assertRefused(
        "office-period-impossible",
        () -> offices.entrust(dawn, Office.AUDITOR, boris, DAY, DAY.minusDays(1)));
    assertRefused("office-not-held", () -> offices.relieve(dawn, Office.AUDITOR, boris, DAY));
    assertRefused(
        "office-not-held", () -> offices.relieve(dawn, Office.AUDITOR, anna, DAY.plusDays(10)));
  }

  @Test
  void at_a_moment_each_cooperative_has_its_own_day() {
    var east = found("Asia/Vladivostok", "1027712345100");
    offices.entrust(dawn, Office.SECRETARY, anna, DAY, DAY);
    offices.entrust(east, Office.SECRETARY, anna, DAY, DAY);

    // 2 March begins in Vladivostok at 14:00 UTC of 1 March, in Moscow at 21:00 UTC.
    assertThat(offices.held(anna, Instant.parse("2026-03-01T13:59:59Z")).offices()).isEmpty();
    assertThat(offices.held(anna, Instant.parse("2026-03-01T14:00:00Z")).offices())
        .containsOnlyKeys(east);
    assertThat(offices.held(anna, Instant.parse("2026-03-01T21:00:00Z")).offices())
        .containsOnlyKeys(dawn, east);
    assertThat(offices.held(anna, Instant.parse("2026-03-02T14:00:00Z")).offices())
        .containsOnlyKeys(dawn);
    assertThat(offices.held(anna, Instant.parse("2026-03-02T21:00:00Z")).offices()).isEmpty();
  }

  private CooperativeId found(String zone, String number) {
    var cooperative = Dawn.cooperative(zone, number);
    cooperatives.found(cooperative);
    return cooperative.id();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
