package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deed;
import coop.artel.access.Deeds;
import coop.artel.access.PlatformRole;
import coop.artel.law.CharterConfirmations.CharterFigure;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Figures of the law and of a charter, which two persons stand for. */
@House
@Transactional
class TwoLawyersTest {
  private static final PersonId ANNA = PersonId.random();
  private static final String CASE = "a-case-of-two-lawyers";
  private static final String FIGURE = "admission.decision-body";
  private static final LocalDate SINCE = LocalDate.of(2024, 2, 1);
  private static final LocalDate DAY = LocalDate.of(2024, 4, 1);

  @Autowired private Verifications verifications;
  @Autowired private CharterConfirmations confirmations;
  @Autowired private Deeds deeds;
  @Autowired private Law law;
  @Autowired private Records records;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Offices offices;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private JdbcClient sql;

  private CooperativeId dawn;
  private Caller lawyer;
  private Caller second;
  private Caller chair;
  private Caller secretary;

  @BeforeEach
  void who_is_here() {
    dawn = cooperatives.all().get(0).id();
    lawyer = caller("the-lawyer", Set.of(PlatformRole.LAWYER));
    second = caller("the-second", Set.of(PlatformRole.LAWYER));
    secretary = caller("the-operator", Set.of(PlatformRole.OPERATOR));
    chair = callers.of(offices.holders(dawn, Office.CHAIR, DAY).iterator().next());
  }

  @Test
  void a_figure_decides_once_a_second_lawyer_has_approved_it() {
    var late = new DecisionTermFacts(LocalDate.of(2024, 3, 1), DAY);
    assertThat(law.ask(late, dawn, DAY, ANNA, CASE).outcome()).isEqualTo(Outcome.HUMAN);

    var deed = verifications.propose(lawyer, "ru", "calendar/2024");
    assertThat(verifications.of("ru", lawyer).get("calendar/2024").waiting()).isEqualTo(deed);
    assertThat(law.ask(late, dawn, DAY, ANNA, CASE).outcome()).isEqualTo(Outcome.HUMAN);
    deeds.approve(deed.id(), second);

    var verified = verifications.of("ru", lawyer).get("calendar/2024").verified();
    assertThat(verified.verifiedBy()).isEqualTo(lawyer.person());
    assertThat(verified.secondedBy()).isEqualTo(second.person());
    assertThat(verified.demonstration()).isFalse();
    var decision = law.ask(late, dawn, DAY, ANNA, CASE);
    assertThat(decision.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(decision.demonstration()).isFalse();
    assertThat(decision.basis().verifications())
        .contains(new Basis.Verified("calendar/2024", deed.digest(), false));
    assertThat(law.find(decision.id())).contains(decision);
  }

  @Test
  void what_the_demonstrations_lawyers_verify_is_for_show_and_others_verify_it_in_earnest() {
    var late = new DecisionTermFacts(LocalDate.of(2024, 3, 1), DAY);
    var shower = shown("lawyer");
    verifications.propose(shower, "ru", "calendar/2024");
    deeds.approve(
        verifications.of("ru", shower).get("calendar/2024").waiting().id(), shown("lawyer-2"));

    assertThat(verifications.of("ru", shower).get("calendar/2024").verified().demonstration())
        .isTrue();
    assertThat(law.ask(late, dawn, DAY, ANNA, CASE).demonstration()).isTrue();
    assertThat(verifications.of("ru", lawyer).get("calendar/2024").verified()).isNull();
    refused("verification-known", () -> verifications.propose(shower, "ru", "calendar/2024"));

    deeds.approve(verifications.propose(lawyer, "ru", "calendar/2024").id(), second);

    assertThat(law.ask(late, dawn, DAY, ANNA, CASE).demonstration()).isFalse();
  }

  /** A lawyer of the demonstration that the house begins with. */
  private Caller shown(String login) {
    return callers.of(
        new PersonId(
            sql.sql("select person from access.accounts where login = :login")
                .param("login", login)
                .query(UUID.class)
                .single()));
  }

  @Test
  void the_record_of_a_verification_names_both_by_pseudonyms() {
    deeds.approve(verifications.propose(lawyer, "ru", FIGURE).id(), second);

    var record = records.of("norms:ru").get(records.of("norms:ru").size() - 1);
    assertThat(record.kind()).isEqualTo(RecordKind.FIGURE_VERIFIED);
    assertThat(record.actor()).isNull();
    assertThat(record.members()).containsEntry("figure", FIGURE).containsEntry("country", "ru");
    assertThat(record.members().get("proposedBy").toString())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(record.members().get("approvedBy").toString());
  }

  @Test
  void one_lawyer_alone_or_somebody_else_verifies_nothing() {
    refused("deed-not-theirs", () -> verifications.propose(secretary, "ru", FIGURE));
    refused("deed-not-theirs", () -> verifications.propose(chair, "ru", FIGURE));
    var deed = verifications.propose(lawyer, "ru", FIGURE);
    refused("same-person", () -> deeds.approve(deed.id(), lawyer));
    refused("deed-unknown", () -> deeds.approve(deed.id(), secretary));
    refused("deed-unknown", () -> deeds.approve(deed.id(), chair));
    refused("deed-waiting", () -> verifications.propose(second, "ru", FIGURE));

    assertThat(verifications.of("ru", lawyer).get(FIGURE).verified()).isNull();
  }

  @Test
  void a_low_figure_is_never_verified_and_a_verified_one_not_again() {
    refused(
        "verification-needless",
        () -> verifications.propose(lawyer, "ru", "council.quorum-percent"));
    refused(
        "verification-needless", () -> verifications.propose(lawyer, "ru", "membership.min-age"));
    deeds.approve(verifications.propose(lawyer, "ru", FIGURE).id(), second);

    refused("verification-known", () -> verifications.propose(second, "ru", FIGURE));
  }

  @Test
  void a_figure_that_has_changed_since_is_not_approved() {
    var other = "ab".repeat(32);
    var deed = deeds.propose(Verifications.DEED, "ru/" + FIGURE, other, lawyer);

    refused("figure-changed", () -> deeds.approve(deed.id(), second));
    assertThat(deeds.find(lawyer, deed.id()).open()).isTrue();
  }

  @Test
  void a_verification_of_another_figure_counts_no_longer() {
    deeds.approve(verifications.propose(lawyer, "ru", FIGURE).id(), second);
    sql.sql(
            """
            insert into law.verifications (country, subject, digest, demonstration, verified_by,
              seconded_by, verified_at)
            select country, 'calendar/2024', digest, demonstration, verified_by, seconded_by,
              verified_at from law.verifications where subject = :subject
            """)
        .param("subject", FIGURE)
        .update();

    assertThat(verifications.of("ru", lawyer).get(FIGURE).verified()).isNotNull();
    assertThat(verifications.of("ru", lawyer).get("calendar/2024").verified()).isNull();
  }

  @Test
  void a_lawyer_and_the_chair_confirm_a_figure_of_the_charter() {
    var age = adopted("membership.min-age", "19", "years");
    var seventeen = law.figure("membership.min-age", dawn, DAY).orElseThrow();
    assertThat(seventeen.standing()).isEqualTo("unverified");

    var deed = confirmations.propose(chair, age);
    refused("same-person", () -> deeds.approve(deed.id(), chair));
    deeds.approve(deed.id(), lawyer);

    var figure = cooperatives.charter(dawn, DAY).figure("membership.min-age").orElseThrow();
    assertThat(figure.confirmedBy()).isEqualTo(lawyer.person());
    assertThat(figure.secondedBy()).isEqualTo(chair.person());
    assertThat(law.figure("membership.min-age", dawn, DAY).orElseThrow().standing())
        .isEqualTo("demonstration");
    var series = records.of("charter:" + dawn);
    var record = series.get(series.size() - 1);
    assertThat(record.kind()).isEqualTo(RecordKind.CHARTER_CONFIRMED);
    assertThat(record.members())
        .containsEntry("figure", "membership.min-age")
        .containsEntry("charter", cooperatives.charter(dawn, DAY).digest());
    refused("figure-confirmed", () -> confirmations.propose(second, age));
  }

  @Test
  void of_the_two_who_confirm_a_charter_one_is_a_lawyer() {
    var age = adopted("membership.min-age", "19", "years");
    refused("deed-not-theirs", () -> confirmations.propose(secretary, age));
    var deed = confirmations.propose(lawyer, age);
    refused("deed-unknown", () -> deeds.approve(deed.id(), secretary));
    deeds.reject(deed.id(), chair, "Не то");
    var byChair = confirmations.propose(chair, age);
    var otherChair =
        new Caller(PersonId.random(), "", Map.of(dawn, Set.of(Office.CHAIR)), Set.of());
    refused("deed-not-theirs", () -> deeds.approve(byChair.id(), otherChair));

    assertThat(deeds.approve(byChair.id(), lawyer)).extracting(Deed::approved).isEqualTo(true);
  }

  @Test
  void a_figure_that_the_charter_does_not_have_is_not_proposed() {
    adopted("membership.min-age", "19", "years");

    refused(
        "figure-unknown",
        () -> confirmations.propose(lawyer, new CharterFigure(dawn, SINCE, "council.size")));
    refused(
        "figure-unknown",
        () ->
            confirmations.propose(
                lawyer, new CharterFigure(dawn, SINCE.plusDays(1), "membership.min-age")));
  }

  @Test
  void a_decision_says_in_which_edition_the_charter_counted() {
    var age = adopted("membership.min-age", "19", "years");
    var facts =
        new AdmissionFacts("council", true, true, LocalDate.of(2000, 1, 1), true, DAY, true, false);
    var before = law.ask(facts, dawn, DAY, ANNA, CASE);
    assertThat(before.basis().charters())
        .extracting(Basis.CharterEdition::since, Basis.CharterEdition::digest)
        .contains(tuple(SINCE, cooperatives.charter(dawn, DAY).digest()));

    deeds.approve(confirmations.propose(lawyer, age).id(), second);
    var after = law.ask(facts, dawn, DAY, ANNA, CASE);

    assertThat(after.basis()).isNotEqualTo(before.basis());
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(law.find(after.id()).orElseThrow().canonical()).isEqualTo(after.canonical());
  }

  private CharterFigure adopted(String norm, String value, String unit) {
    cooperatives.adopt(
        new Charter(
            dawn,
            SINCE,
            Map.of(norm, new Charter.Figure(norm, value, unit, "п. 6.1", null, null))));
    return new CharterFigure(dawn, SINCE, norm);
  }

  private Caller caller(String login, Set<PlatformRole> roles) {
    var id = PersonId.random();
    people.register(
        new Person(
            id, "Юрьев", "Юрий", null, LocalDate.of(1980, 1, 1), "г. Москва", null, null, null));
    accounts.open(id, login, "очень тайное слово", roles);
    return callers.of(id);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
