package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Appointment.Change;
import coop.artel.access.Appointments.Way;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who gives offices and takes them. */
@House
@Transactional
class AppointmentsTest {
  @Autowired private Appointments appointments;
  @Autowired private Deeds deeds;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Offices offices;
  @Autowired private Memberships memberships;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private Records records;
  @Autowired private LegalClock clock;
  @Autowired private JdbcClient sql;

  private Cooperative dawn;
  private LocalDate today;
  private Ground ground;
  private PersonId operator;

  @BeforeEach
  void an_empty_cooperative() {
    dawn =
        new Cooperative(
            CooperativeId.random(),
            "ru",
            "consumer-society",
            "Потребительское общество «Заря»",
            "ПО «Заря»",
            "1027700132195",
            "7707083893",
            "г. Тверь",
            ZoneId.of("Europe/Moscow"),
            Currency.getInstance("RUB"),
            false);
    cooperatives.found(dawn);
    today = clock.today(dawn.zone());
    ground = new Ground("7-К", today);
    operator = somebody("an-operator", Set.of(PlatformRole.OPERATOR));
  }

  @Test
  void an_operator_alone_gives_the_first_offices_and_the_log_says_so() {
    var anna = known("anna-of-dawn");

    var deed = appointments.change(by(operator), entrust(Office.CHAIR, anna), today, ground);

    assertThat(deed).isNull();
    assertThat(offices.holders(dawn.id(), Office.CHAIR, today)).containsExactly(anna);
    assertThat(offices.all(dawn.id())).extracting(Offices.Tenure::basis).contains("7-К, " + today);
    var series = records.of("cooperative:" + dawn.id());
    assertThat(series).hasSize(1);
    assertThat(series.get(0).kind()).isEqualTo(RecordKind.OFFICE_ENTRUSTED);
    assertThat(series.get(0).members())
        .containsEntry("office", "chair")
        .containsEntry("day", today.toString())
        .doesNotContainKey("ground");
    assertThat(series.get(0).members().get("person").toString()).matches("[0-9a-f]{64}");
    assertThat(appointments.of(dawn.id()).get(0).doneAt()).isNotNull();
  }

  @Test
  void once_it_has_members_and_two_who_can_act_it_gives_its_offices_itself() {
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var secretary = seated("secretary-of-dawn", Office.SECRETARY);
    var vera = known("vera-of-dawn");
    assertThat(appointments.way(by(operator), dawn.id())).isEqualTo(Way.ALONE);
    memberships.enter(dawn.id(), chair, today, "protocol");

    refused(
        "cooperative-governs-itself",
        () -> appointments.change(by(operator), entrust(Office.AUDITOR, vera), today, ground));
    assertThat(appointments.way(by(secretary), dawn.id())).isEqualTo(Way.WITH_ANOTHER);

    offices.end(dawn.id(), Office.CHAIR, chair, today, "умер");
    assertThat(appointments.way(by(operator), dawn.id())).isEqualTo(Way.ALONE);
  }

  @Test
  void the_secretary_proposes_and_the_chair_approves() {
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var secretary = seated("secretary-of-dawn", Office.SECRETARY);
    var vera = known("vera-of-dawn");

    var deed = appointments.change(by(secretary), entrust(Office.AUDITOR, vera), today, ground);

    assertThat(offices.holders(dawn.id(), Office.AUDITOR, today)).isEmpty();
    refused("same-person", () -> deeds.approve(deed.id(), by(secretary)));
    deeds.approve(deed.id(), by(chair));
    assertThat(offices.holders(dawn.id(), Office.AUDITOR, today)).containsExactly(vera);
    var record = records.of("cooperative:" + dawn.id()).get(0);
    assertThat(record.members()).containsKeys("deed", "proposedBy", "approvedBy");
  }

  @Test
  void the_ground_is_not_guessed_from_the_record_by_whoever_knows_all_ids() {
    appointments.change(by(operator), entrust(Office.CHAIR, known("anna-of-dawn")), today, ground);
    var asked = appointments.of(dawn.id()).get(0);
    var digest = records.of("cooperative:" + dawn.id()).get(0).members().get("digest");
    var known =
        Map.of(
            "change",
            asked.change().toString(),
            "day",
            asked.day().toString(),
            "groundDay",
            asked.ground().day().toString());

    assertThat(GuessedGround.behind(digest, known)).isEmpty();
    var withSalt = new HashMap<>(known);
    withSalt.put("salt", asked.salt());
    assertThat(GuessedGround.behind(digest, withSalt)).contains("7-К");
    var before = unsalted(asked);
    assertThat(GuessedGround.behind(before.digest(), known)).contains("7-К");
  }

  /** As it was asked before there were salts. */
  private static Appointment unsalted(Appointment it) {
    return new Appointment(
        it.id(),
        it.change(),
        it.day(),
        it.ground(),
        null,
        it.askedBy(),
        it.askedFor(),
        it.askedAt(),
        it.deed(),
        it.doneAt());
  }

  @Test
  void nobody_gives_themselves_an_office() {
    seated("chair-of-dawn", Office.CHAIR);
    var secretary = seated("secretary-of-dawn", Office.SECRETARY);
    refused(
        "own-office",
        () ->
            appointments.change(
                by(secretary), entrust(Office.ACCOUNTANT, secretary), today, ground));
    refused(
        "own-office",
        () -> appointments.change(by(operator), entrust(Office.AUDITOR, operator), today, ground));
  }

  @Test
  void whoever_is_given_an_office_does_not_approve_it() {
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var secretary = seated("secretary-of-dawn", Office.SECRETARY);
    var deed = appointments.change(by(secretary), entrust(Office.ACCOUNTANT, chair), today, ground);

    refused("deed-unknown", () -> deeds.approve(deed.id(), by(chair)));

    assertThat(offices.holders(dawn.id(), Office.ACCOUNTANT, today)).isEmpty();
  }

  @Test
  void an_auditor_an_accountant_and_strangers_change_no_office() {
    seated("chair-of-dawn", Office.CHAIR);
    var auditor = seated("auditor-of-dawn", Office.AUDITOR);
    var accountant = seated("accountant-of-dawn", Office.ACCOUNTANT);
    var vera = known("vera-of-dawn");
    for (var who : Set.of(auditor, accountant, vera)) {
      refused(
          "appointment-not-theirs",
          () -> appointments.change(by(who), entrust(Office.SECRETARY, vera), today, ground));
    }
    assertThat(appointments.of(dawn.id())).isEmpty();
  }

  @Test
  void an_office_that_ends_today_is_lost_at_once_and_what_was_known_before_stays_known() {
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var secretary = known("secretary-of-dawn");
    offices.entrust(dawn.id(), Office.SECRETARY, secretary, today.minusDays(9), null);
    var before = sql.sql("select clock_timestamp()").query(java.time.OffsetDateTime.class).single();
    assertThat(by(secretary).holds(dawn.id(), Office.SECRETARY)).isTrue();

    appointments.change(
        by(operator), new Change(dawn.id(), Office.SECRETARY, secretary, false), today, ground);

    assertThat(by(secretary).offices()).isEmpty();
    assertThat(offices.holders(dawn.id(), Office.SECRETARY, today)).isEmpty();
    assertThat(offices.holders(dawn.id(), Office.SECRETARY, today.minusDays(1)))
        .containsExactly(secretary);
    assertThat(offices.all(dawn.id(), before.toInstant()))
        .anySatisfy(
            it -> {
              assertThat(it.office()).isEqualTo(Office.SECRETARY);
              assertThat(it.last()).isNull();
            });
    assertThat(by(chair).holds(dawn.id(), Office.CHAIR)).isTrue();
    assertThat(records.of("cooperative:" + dawn.id()).get(0).kind())
        .isEqualTo(RecordKind.OFFICE_RELIEVED);
  }

  @Test
  void an_office_given_and_taken_on_one_day_was_never_held() {
    var vera = known("vera-of-dawn");
    offices.entrust(dawn.id(), Office.AUDITOR, vera, today, null);

    offices.end(dawn.id(), Office.AUDITOR, vera, today, "ошибка");

    assertThat(offices.all(dawn.id())).noneMatch(it -> it.office() == Office.AUDITOR);
  }

  @Test
  void what_cannot_be_done_any_more_is_not_approved() {
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var secretary = seated("secretary-of-dawn", Office.SECRETARY);
    var vera = known("vera-of-dawn");
    var deed = appointments.change(by(secretary), entrust(Office.AUDITOR, vera), today, ground);
    offices.entrust(dawn.id(), Office.AUDITOR, vera, today, null);

    refused("office-already-held", () -> deeds.approve(deed.id(), by(chair)));

    assertThat(deeds.find(by(chair), deed.id()).open()).isTrue();
  }

  @Test
  void a_day_a_ground_and_a_person_known_here_are_asked_for() {
    var stranger = somebody("stranger-to-dawn", Set.of());
    assertThatThrownBy(
            () ->
                appointments.change(
                    by(operator),
                    entrust(Office.CHAIR, stranger),
                    null,
                    new Ground("", today.plusDays(1))))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it ->
                assertThat(it.faults())
                    .extracting(FieldsRefused.Fault::field)
                    .containsExactlyInAnyOrder("person", "groundNumber", "groundDay", "day"));
    assertThat(appointments.of(dawn.id())).isEmpty();
  }

  @Test
  void nobody_is_relieved_for_days_that_have_passed() {
    var vera = seated("vera-of-dawn", Office.AUDITOR);

    assertThatThrownBy(
            () ->
                appointments.change(
                    by(operator),
                    new Change(dawn.id(), Office.AUDITOR, vera, false),
                    today.minusDays(1),
                    ground))
        .isInstanceOfSatisfying(
            FieldsRefused.class, it -> assertThat(it.faults().get(0).code()).isEqualTo("day-past"));
  }

  @Test
  void nobody_is_given_a_seat_that_the_charter_does_not_have() {
    charterSeats(2);
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var second = seated("second-of-dawn", Office.COUNCIL);
    var vera = known("vera-of-dawn");

    assertThatThrownBy(
            () -> appointments.change(by(operator), entrust(Office.COUNCIL, vera), today, ground))
        .isInstanceOfSatisfying(
            Refusal.class,
            it -> {
              assertThat(it.code()).isEqualTo("council-full");
              assertThat(it.arguments()).startsWith("2", today);
              assertThat((List<?>) it.arguments().get(2))
                  .map(Object.class::cast)
                  .containsExactlyInAnyOrder(chair, second);
            });
    assertThat(appointments.of(dawn.id())).isEmpty();
  }

  @Test
  void a_seat_that_becomes_free_can_be_given_from_that_day_on_and_not_before() {
    charterSeats(2);
    seated("chair-of-dawn", Office.CHAIR);
    var second = seated("second-of-dawn", Office.COUNCIL);
    var vera = known("vera-of-dawn");
    offices.end(dawn.id(), Office.COUNCIL, second, today.plusDays(10), "протокол");

    refused(
        "council-full",
        () ->
            appointments.change(
                by(operator), entrust(Office.COUNCIL, vera), today.plusDays(9), ground));
    appointments.change(by(operator), entrust(Office.COUNCIL, vera), today.plusDays(10), ground);

    assertThat(offices.holders(dawn.id(), Office.COUNCIL, today.plusDays(10))).contains(vera);
  }

  @Test
  void whoever_sits_in_the_council_takes_no_second_seat_as_its_chair() {
    charterSeats(1);
    var anna = seated("anna-of-dawn", Office.COUNCIL);

    appointments.change(by(operator), entrust(Office.CHAIR, anna), today, ground);

    assertThat(offices.holders(dawn.id(), Office.CHAIR, today)).containsExactly(anna);
  }

  @Test
  void two_who_were_proposed_for_the_last_seat_do_not_both_get_it() {
    charterSeats(2);
    var chair = seated("chair-of-dawn", Office.CHAIR);
    var secretary = seated("secretary-of-dawn", Office.SECRETARY);
    var vera = known("vera-of-dawn");
    var nina = known("nina-of-dawn");
    var first = appointments.change(by(secretary), entrust(Office.COUNCIL, vera), today, ground);
    var second = appointments.change(by(secretary), entrust(Office.COUNCIL, nina), today, ground);
    deeds.approve(first.id(), by(chair));

    refused("council-full", () -> deeds.approve(second.id(), by(chair)));

    assertThat(offices.holders(dawn.id(), Office.COUNCIL, today))
        .containsExactlyInAnyOrder(chair, vera);
  }

  private void charterSeats(int size) {
    cooperatives.adopt(
        new Charter(
            dawn.id(),
            today.minusDays(30),
            Map.of(
                "council.size",
                new Charter.Figure(
                    "council.size", String.valueOf(size), "persons", "п. 9", null, null))));
  }

  private Change entrust(Office office, PersonId person) {
    return new Change(dawn.id(), office, person, true);
  }

  private Caller by(PersonId person) {
    return callers.of(person);
  }

  /** Known here, since an office was held once. */
  private PersonId known(String login) {
    var person = somebody(login, Set.of());
    offices.entrust(dawn.id(), Office.ACCOUNTANT, person, today.minusDays(90), today.minusDays(80));
    return person;
  }

  private PersonId seated(String login, Office office) {
    var person = somebody(login, Set.of());
    offices.entrust(dawn.id(), office, person, today.minusDays(9), null);
    return person;
  }

  private PersonId somebody(String login, Set<PlatformRole> roles) {
    var id = PersonId.random();
    people.register(new Person(id, "Зорина", "Вера", null, null, null, null, null, null));
    accounts.open(id, login, "верная лошадь батарея", roles);
    return id;
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
