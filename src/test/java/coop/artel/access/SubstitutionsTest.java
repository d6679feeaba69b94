package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Appointments.Way;
import coop.artel.access.Substitutions.Asked;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
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
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who names deputies, and why such two are never two persons. */
@House
@Transactional
class SubstitutionsTest {
  @Autowired private Substitutions substitutions;
  @Autowired private Appointments appointments;
  @Autowired private Deeds deeds;
  @Autowired private SecondPersons seconds;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Offices offices;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private Records records;
  @Autowired private Viewings viewings;
  @Autowired private LegalClock clock;

  private Cooperative dawn;
  private LocalDate today;
  private Ground order;
  private PersonId chair;
  private PersonId anna;
  private PersonId boris;
  private PersonId council;

  @BeforeEach
  void a_cooperative_with_a_secretary_who_goes_on_leave() {
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
    order = new Ground("15-К", today);
    chair = somebody("chair-of-leave");
    anna = somebody("anna-of-leave");
    boris = somebody("boris-of-leave");
    council = somebody("council-of-leave");
    give(Office.CHAIR, chair);
    give(Office.SECRETARY, anna);
    give(Office.COUNCIL, council);
    offices.entrust(dawn.id(), Office.ACCOUNTANT, boris, today.minusDays(90), today.minusDays(80));
  }

  @Test
  void the_officer_proposes_and_another_approves_and_the_log_names_all_of_them() {
    var deed = propose(anna, boris);
    assertThat(by(boris).holds(dawn.id(), Office.SECRETARY)).isFalse();

    deeds.approve(deed.id(), by(chair));

    assertThat(by(boris).holds(dawn.id(), Office.SECRETARY)).isTrue();
    assertThat(by(boris).principal(dawn.id(), Office.SECRETARY)).contains(anna);
    var record = newest();
    assertThat(record.kind()).isEqualTo(RecordKind.DEPUTY_NAMED);
    assertThat(record.members())
        .containsEntry("office", "secretary")
        .containsEntry("first", today.toString())
        .containsEntry("last", today.plusDays(13).toString())
        .containsKeys("principal", "deputy", "proposedBy", "approvedBy", "deed", "groundDay")
        .doesNotContainKeys("ground", "proposedFor", "approvedFor");
    assertThat(record.members().get("principal")).isEqualTo(record.members().get("proposedBy"));
    assertThat(callers.inGroup(dawn.id() + ":secretary")).contains(anna, boris);
  }

  @Test
  void the_ground_is_not_guessed_from_the_record_by_whoever_knows_all_ids() {
    deeds.approve(propose(anna, boris).id(), by(chair));
    var asked = substitutions.of(dawn.id()).get(0);
    var digest = newest().members().get("digest");
    var known =
        Map.of("change", asked.change().toString(), "groundDay", asked.ground().day().toString());

    assertThat(GuessedGround.behind(digest, known)).isEmpty();
    var withSalt = new HashMap<>(known);
    withSalt.put("salt", asked.salt());
    assertThat(GuessedGround.behind(digest, withSalt)).contains("15-К");
    var before = unsalted(asked);
    assertThat(GuessedGround.behind(before.digest(), known)).contains("15-К");
  }

  /** As it was asked before there were salts. */
  private static Substitution unsalted(Substitution it) {
    return new Substitution(
        it.id(),
        it.change(),
        it.ground(),
        null,
        it.askedBy(),
        it.askedFor(),
        it.askedAt(),
        it.deed(),
        it.doneAt(),
        it.end());
  }

  @Test
  void who_stands_in_does_not_name_themselves_and_neither_of_the_two_approves() {
    give(Office.COUNCIL, boris);
    give(Office.COUNCIL, anna);
    refused("own-substitution", () -> substitutions.name(by(chair), dawn.id(), asked(chair, 13)));

    var deed = propose(chair, boris);
    refused("deed-unknown", () -> deeds.approve(deed.id(), by(boris)));
    refused("deed-not-theirs", () -> deeds.approve(deed.id(), by(anna)));
    assertThat(seconds.of(deed)).contains(council).doesNotContain(anna, boris, chair);
    deeds.approve(deed.id(), by(council));
  }

  @Test
  void who_is_no_officer_names_nobody() {
    var auditor = somebody("auditor-of-leave");
    give(Office.AUDITOR, auditor);
    assertThat(substitutions.way(by(auditor), dawn.id())).isEqualTo(Way.NONE);
    refused(
        "substitution-not-theirs",
        () -> substitutions.name(by(auditor), dawn.id(), asked(boris, 13)));

    var accountant = somebody("accountant-of-leave");
    give(Office.ACCOUNTANT, accountant);
    refused(
        "substitution-not-theirs",
        () -> substitutions.name(by(accountant), dawn.id(), asked(boris, 13)));
  }

  @Test
  void a_deputy_names_no_deputy_for_the_office() {
    named(boris);
    refused(
        "substitution-not-theirs",
        () -> substitutions.name(by(boris), dawn.id(), asked(council, 20)));
    var own =
        new Asked(Office.SECRETARY, boris, council, today.plusDays(1), today.plusDays(3), order);
    assertThatThrownBy(() -> substitutions.name(by(chair), dawn.id(), own))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it ->
                assertThat(it.faults())
                    .extracting(FieldsRefused.Fault::code)
                    .contains("deputy-of-deputy"));
  }

  @Test
  void faults_are_told_at_their_fields() {
    var nothing = new Asked(null, null, null, null, null, new Ground("", null));
    assertThatThrownBy(() -> substitutions.name(by(anna), dawn.id(), nothing))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it ->
                assertThat(it.faults())
                    .extracting(FieldsRefused.Fault::field)
                    .containsExactlyInAnyOrder(
                        "deputised", "deputy", "first", "last", "groundNumber", "groundDay"));
    fault("first", "first-past", asked(boris, today.minusDays(1), today));
    fault("last", "last-before-first", asked(boris, today.plusDays(2), today.plusDays(1)));
    fault("last", "longer-than-a-year", asked(boris, today, today.plusYears(1)));
    fault("first", "first-far", asked(boris, today.plusYears(1), today.plusYears(1)));
    fault("deputy", "person-unknown", asked(PersonId.random(), today, today.plusDays(3)));
    assertThat(substitutions.of(dawn.id())).isEmpty();
  }

  @Test
  void of_two_proposals_for_the_same_days_the_second_is_not_carried_out() {
    var first = propose(anna, boris);
    var second = substitutions.name(by(chair), dawn.id(), asked(known("vera-of-leave"), 3));
    deeds.approve(first.id(), by(chair));

    refused("fields-refused", () -> deeds.approve(second.id(), by(council)));
    assertThatThrownBy(
            () ->
                substitutions.name(
                    by(chair), dawn.id(), asked(council, today.plusDays(13), today.plusDays(14))))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it -> assertThat(it.faults().get(0).code()).isEqualTo("deputy-overlaps"));
  }

  @Test
  void what_a_deputy_proposes_stands_there_as_done_for_the_officer() {
    named(boris);
    var change = new Appointment.Change(dawn.id(), Office.AUDITOR, known("vera-of-leave"), true);

    var deed = appointments.change(by(boris), change, today, order);

    assertThat(deed.proposedBy()).isEqualTo(boris);
    assertThat(deed.proposedFor()).isEqualTo(anna);
    assertThat(appointments.of(dawn.id()).get(0).askedFor()).isEqualTo(anna);
    deeds.approve(deed.id(), by(chair));
    assertThat(newest().kind()).isEqualTo(RecordKind.OFFICE_ENTRUSTED);
    assertThat(newest().members()).containsKeys("proposedBy", "proposedFor", "approvedBy");
  }

  @Test
  void the_officer_does_not_approve_what_the_deputy_proposed_in_the_officers_name() {
    named(boris);
    give(Office.COUNCIL, anna);
    var change = new Appointment.Change(dawn.id(), Office.AUDITOR, known("vera-of-leave"), true);
    var deed = appointments.change(by(boris), change, today, order);

    refused("same-principal", () -> deeds.approve(deed.id(), by(anna)));
    assertThat(deeds.mayApprove(by(anna), deed)).isFalse();
    substitutions.end(by(anna), dawn.id(), substitutions.of(dawn.id()).get(0).id(), today);
    refused("same-principal", () -> deeds.approve(deed.id(), by(anna)));
  }

  @Test
  void the_deputy_does_not_approve_what_the_officer_proposed_not_even_in_an_office_of_their_own() {
    var change = new Appointment.Change(dawn.id(), Office.AUDITOR, known("vera-of-leave"), true);
    var deed = appointments.change(by(anna), change, today, order);
    named(boris);
    give(Office.COUNCIL, boris);

    refused("same-principal", () -> deeds.approve(deed.id(), by(boris)));
    deeds.approve(deed.id(), by(council));
  }

  @Test
  void nobody_gives_the_officer_an_office_in_the_officers_own_name() {
    named(boris);
    refused(
        "own-office",
        () ->
            appointments.change(
                by(boris),
                new Appointment.Change(dawn.id(), Office.ACCOUNTANT, anna, true),
                today,
                order));
  }

  @Test
  void a_deputy_approves_for_the_officer_what_others_proposed() {
    named(boris);
    var change = new Appointment.Change(dawn.id(), Office.AUDITOR, known("vera-of-leave"), true);
    var deed = appointments.change(by(chair), change, today, order);

    var approved = deeds.approve(deed.id(), by(boris));

    assertThat(approved.decidedFor()).isEqualTo(anna);
    assertThat(newest().members()).containsKeys("approvedFor").doesNotContainKey("proposedFor");
    assertThat(newest().members().get("approvedFor"))
        .isNotEqualTo(newest().members().get("person"));
  }

  @Test
  void one_of_them_ends_it_early_and_the_log_says_who() {
    named(boris);
    var id = substitutions.of(dawn.id()).get(0).id();
    refused("substitution-not-theirs", () -> end(council, id, today));
    refused("substitution-unknown", () -> end(somebody("stranger-of-leave"), id, today));
    refused("fields-refused", () -> end(anna, id, today.minusDays(1)));
    refused("fields-refused", () -> end(anna, id, today.plusDays(14)));

    end(boris, id, today);

    assertThat(by(boris).serves(dawn.id())).isFalse();
    assertThat(newest().kind()).isEqualTo(RecordKind.DEPUTY_ENDED);
    assertThat(newest().members())
        .containsEntry("day", today.toString())
        .containsKeys("principal", "deputy", "endedBy");
    assertThat(newest().members().get("endedBy")).isEqualTo(newest().members().get("deputy"));
    refused("substitution-over", () -> end(anna, id, today));
  }

  @Test
  void who_looked_is_told_with_whom_they_stood_in_for() {
    named(boris);
    viewings.add(by(boris), dawn.id(), Viewings.Kind.REGISTER, null, null);

    var seen =
        viewings
            .list(by(chair), new Viewings.Filter(null, List.of(anna), null, null, null), 0, 9)
            .get(0);

    assertThat(seen.viewer()).isEqualTo(boris);
    assertThat(seen.viewedFor()).isEqualTo(anna);
    give(Office.AUDITOR, boris);
    assertThat(by(boris).holds(dawn.id(), Office.SECRETARY)).isFalse();
  }

  @Test
  void a_deputy_has_no_vote() {
    give(Office.COUNCIL, anna);
    named(boris);

    assertThat(by(boris).holds(dawn.id(), Office.COUNCIL)).isFalse();
    assertThat(offices.holders(dawn.id(), Office.COUNCIL, today)).doesNotContain(boris);
    assertThat(offices.holders(dawn.id(), Office.SECRETARY, today)).containsExactly(anna);
  }

  private void end(PersonId who, UUID id, LocalDate day) {
    substitutions.end(by(who), dawn.id(), id, day);
  }

  private Deed propose(PersonId who, PersonId deputy) {
    return substitutions.name(by(who), dawn.id(), asked(deputy, 13));
  }

  /** From today on, in Anna's place. */
  private void named(PersonId deputy) {
    deeds.approve(propose(anna, deputy).id(), by(chair));
  }

  private Asked asked(PersonId deputy, int days) {
    return asked(deputy, today, today.plusDays(days));
  }

  private Asked asked(PersonId deputy, LocalDate first, LocalDate last) {
    return new Asked(Office.SECRETARY, anna, deputy, first, last, order);
  }

  private void fault(String field, String code, Asked asked) {
    assertThatThrownBy(() -> substitutions.name(by(anna), dawn.id(), asked))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it -> {
              assertThat(it.faults()).hasSize(1);
              assertThat(it.faults().get(0).field()).isEqualTo(field);
              assertThat(it.faults().get(0).code()).isEqualTo(code);
            });
  }

  private CaseRecord newest() {
    var series = records.of("cooperative:" + dawn.id());
    return series.get(series.size() - 1);
  }

  private Caller by(PersonId person) {
    return callers.of(person);
  }

  private void give(Office office, PersonId person) {
    offices.entrust(dawn.id(), office, person, today.minusDays(9), null);
  }

  private PersonId known(String login) {
    var person = somebody(login);
    offices.entrust(dawn.id(), Office.ACCOUNTANT, person, today.minusDays(90), today.minusDays(80));
    return person;
  }

  private PersonId somebody(String login) {
    var id = PersonId.random();
    people.register(new Person(id, "Зорина", "Вера", null, null, null, null, null, null));
    accounts.open(id, login, "верная лошадь батарея", Set.of());
    return id;
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
