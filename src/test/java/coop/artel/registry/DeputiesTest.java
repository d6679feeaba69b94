package coop.artel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.TestDatabase;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeputiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final Offices offices = new Offices(sql);
  private final Deputies deputies = new Deputies(sql, offices);
  private final CooperativeId east = CooperativeId.random();
  private final PersonId anna = PersonId.random();
  private final PersonId boris = PersonId.random();
  private final PersonId vera = PersonId.random();

  @BeforeEach
  void a_cooperative_in_the_far_east() {
    new Cooperatives(sql, (c, f, i, v) -> true)
        .found(
            new Cooperative(
                east,
                "ru",
                "consumer-society",
                "Потребительское общество «Восход»",
                "ПО «Восход»",
                "1027700132195",
                "7707083893",
                "г. Владивосток",
                ZoneId.of("Asia/Vladivostok"),
                Currency.getInstance("RUB"),
                false));
    offices.entrust(east, Office.SECRETARY, anna, DAY.minusYears(1), null);
    offices.entrust(east, Office.ACCOUNTANT, boris, DAY.minusYears(1), null);
  }

  @Test
  void the_deputy_may_do_the_work_from_the_first_to_the_last_day_by_the_cooperatives_clock() {
    name(Office.SECRETARY, anna, vera, 0, 9);

    // Midnight of Vladivostok.
    assertThat(held("2026-03-01T13:59:59Z").inPlaceOf()).isEmpty();
    assertThat(held("2026-03-01T14:00:00Z").inPlaceOf())
        .isEqualTo(Map.of(east, Map.of(Office.SECRETARY, anna)));
    assertThat(held("2026-03-11T13:59:59Z").inPlaceOf()).containsKey(east);
    assertThat(held("2026-03-11T14:00:00Z").inPlaceOf()).isEmpty();
    assertThat(held("2026-03-05T00:00:00Z").offices()).isEmpty();
    assertThat(offices.held(anna, Instant.parse("2026-03-05T00:00:00Z")).offices())
        .isEqualTo(Map.of(east, Set.of(Office.SECRETARY)));
    assertThat(deputies.present(Instant.parse("2026-03-05T00:00:00Z"))).containsExactly(vera);
    assertThat(deputies.of(vera, DAY.minusDays(5))).hasSize(1);
    assertThat(deputies.of(vera, DAY.plusDays(9))).hasSize(1);
    assertThat(deputies.of(vera, DAY.plusDays(10))).isEmpty();
  }

  @Test
  void a_vote_and_an_audit_are_done_by_nobody_else() {
    offices.entrust(east, Office.CHAIR, vera, DAY, null);
    offices.entrust(east, Office.COUNCIL, anna, DAY, null);
    offices.entrust(east, Office.AUDITOR, PersonId.random(), DAY, null);

    for (Office office : List.of(Office.CHAIR, Office.COUNCIL, Office.AUDITOR)) {
      var holder = offices.holders(east, office, DAY).get(0);
      refused("deputised", "office-not-deputised", office, holder, boris, 0, 9);
    }
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into registry.deputies (id, cooperative, office, principal, deputy,
                          first_day, last_day, basis, recorded_at)
                        values (gen_random_uuid(), ?, 'council', ?, ?, ?, ?, '', now())
                        """)
                    .params(east.value(), anna.value(), vera.value(), DAY, DAY)
                    .update())
        .rootCause()
        .hasMessageContaining("deputies_office_check");
  }

  @Test
  void an_officer_has_one_deputy_at_a_time_and_a_deputy_one_officer() {
    name(Office.SECRETARY, anna, vera, 0, 9);

    refused("first", "deputy-overlaps", Office.SECRETARY, anna, boris, 9, 20);
    name(Office.SECRETARY, anna, boris, 10, 20);

    var other = PersonId.random();
    offices.entrust(east, Office.SECRETARY, other, DAY, null);
    refused("deputy", "deputy-busy", Office.SECRETARY, other, vera, 5, 6);
    refused("deputy", "deputy-holds-office", Office.SECRETARY, anna, other, 30, 40);
    refused("deputy", "deputy-of-oneself", Office.SECRETARY, anna, anna, 30, 40);
  }

  @Test
  void there_are_no_chains_and_no_circles() {
    name(Office.SECRETARY, anna, vera, 0, 9);
    var another = PersonId.random();

    refused("deputised", "deputy-of-deputy", Office.SECRETARY, vera, another, 2, 5);
    // Anna is away: she does nobody's work.
    refused("deputy", "deputy-away", Office.ACCOUNTANT, boris, anna, 5, 12);
    name(Office.ACCOUNTANT, boris, anna, 10, 12);
    // Anna does Boris's work then: she cannot be away.
    refused("first", "principal-deputises", Office.SECRETARY, anna, vera, 11, 20);
  }

  @Test
  void an_auditor_does_nobodys_work_also_who_becomes_one_later() {
    offices.entrust(east, Office.AUDITOR, vera, DAY.plusDays(5), null);
    refused("deputy", "deputy-audits", Office.SECRETARY, anna, vera, 0, 9);
    name(Office.SECRETARY, anna, vera, 0, 4);

    offices.entrust(east, Office.AUDITOR, PersonId.random(), DAY, null);
    var later = PersonId.random();
    name(Office.ACCOUNTANT, boris, later, 0, 9);
    offices.entrust(east, Office.AUDITOR, later, DAY.plusDays(2), null);
    assertThat(offices.held(later, Instant.parse("2026-03-03T00:00:00Z")).inPlaceOf())
        .containsKey(east);
    assertThat(offices.held(later, Instant.parse("2026-03-05T00:00:00Z")).inPlaceOf()).isEmpty();
  }

  @Test
  void it_ends_with_the_office_and_does_not_come_back_with_it() {
    name(Office.SECRETARY, anna, vera, 0, 9);

    offices.end(east, Office.SECRETARY, anna, DAY.plusDays(3), "уволена");
    assertThat(deputies.all(east)).extracting(Deputyship::last).containsExactly(DAY.plusDays(2));
    offices.entrust(east, Office.SECRETARY, anna, DAY.plusDays(4), null);
    assertThat(held("2026-03-07T00:00:00Z").inPlaceOf()).isEmpty();
  }

  @Test
  void nobody_is_stood_in_for_longer_than_the_office_is_held() {
    offices.relieve(east, Office.SECRETARY, anna, DAY.plusDays(5));

    refused("deputised", "office-not-held-throughout", Office.SECRETARY, anna, vera, 0, 6);
    name(Office.SECRETARY, anna, vera, 0, 5);
  }

  @Test
  void whoever_gets_the_office_does_the_work_in_their_own_right() {
    name(Office.SECRETARY, anna, vera, 0, 9);
    offices.entrust(east, Office.SECRETARY, vera, DAY.plusDays(2), null);

    var then = held("2026-03-05T00:00:00Z");
    assertThat(then.offices()).isEqualTo(Map.of(east, Set.of(Office.SECRETARY)));
    assertThat(then.inPlaceOf()).isEmpty();
  }

  @Test
  void it_ends_early_and_what_was_said_before_stays() {
    name(Office.SECRETARY, anna, vera, 0, 9);

    deputies.end(deputies.all(east).get(0), DAY.plusDays(3));
    assertThat(deputies.all(east)).extracting(Deputyship::last).containsExactly(DAY.plusDays(2));
    deputies.end(deputies.all(east).get(0), DAY);
    assertThat(deputies.all(east)).isEmpty();
    assertThat(sql.sql("select count(*) from registry.deputies").query(Long.class).single())
        .isEqualTo(2);
    assertThatThrownBy(() -> sql.sql("update registry.deputies set last_day = now()").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private Held held(String moment) {
    return offices.held(vera, Instant.parse(moment));
  }

  private void name(Office office, PersonId principal, PersonId deputy, int from, int to) {
    deputies.name(deputyship(office, principal, deputy, from, to));
  }

  private Deputyship deputyship(
      Office office, PersonId principal, PersonId deputy, int from, int to) {
    return new Deputyship(
        UUID.randomUUID(),
        east,
        office,
        principal,
        deputy,
        DAY.plusDays(from),
        DAY.plusDays(to),
        "приказ 7");
  }

  private void refused(
      String field,
      String code,
      Office office,
      PersonId principal,
      PersonId deputy,
      int from,
      int to) {
    var before = deputies.all(east);
    assertThatThrownBy(() -> name(office, principal, deputy, from, to))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it ->
                assertThat(it.faults())
                    .extracting(FieldsRefused.Fault::field, FieldsRefused.Fault::code)
                    .contains(tuple(field, code)));
    assertThat(deputies.all(east)).isEqualTo(before);
  }
}
