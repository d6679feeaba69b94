package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
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
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Links that open an account, each once. */
@House
@Transactional
class InvitationsTest {
  private static final String PASSWORD = "тихая гавань утром";
  private static final String HOME = "192.0.2.77";

  @Autowired private InvitationRows rows;
  @Autowired private Appointments appointments;
  @Autowired private People people;
  @Autowired private Memberships memberships;
  @Autowired private Accounts accounts;
  @Autowired private SignIns signIns;
  @Autowired private Records records;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Offices offices;
  @Autowired private Callers callers;
  @Autowired private LegalClock legalClock;
  @Autowired private Limits limits;
  @Autowired private JdbcClient sql;

  private final MovableClock clock = new MovableClock();
  private Invitations invitations;
  private CooperativeId dawn;
  private LocalDate today;
  private Caller secretary;
  private Caller operator;

  @BeforeEach
  void who_invites() {
    invitations =
        new Invitations(
            rows,
            appointments,
            people,
            memberships,
            accounts,
            records,
            new Budgets(sql, clock),
            limits,
            clock);
    var cooperative = cooperatives.all().get(0);
    dawn = cooperative.id();
    today = legalClock.today(cooperative.zone());
    secretary = callers.of(offices.holders(dawn, Office.SECRETARY, today).get(0));
    operator = callers.of(accounts.with(PlatformRole.OPERATOR).get(0));
  }

  @Test
  void the_invited_person_chooses_a_password_and_can_sign_in_with_it() {
    var issued = invite("gurieva");

    assertThat(invitations.look(issued.token(), HOME).login()).isEqualTo("gurieva");
    var accepted = invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME);

    assertThat(signIns.signIn("gurieva", PASSWORD, HOME)).contains(accepted.person());
    assertThat(accounts.roles(accepted.person())).isEmpty();
    assertThat(people.find(accepted.person()).fullName()).isEqualTo("Гурьева Нелли");
    assertThat(state(issued)).isEqualTo(Invitation.State.USED);
  }

  @Test
  void the_account_that_an_invitation_opens_is_in_the_log() {
    var issued = invite("gurieva");
    var accepted = invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME);

    var series = records.of(Appointments.series(dawn));
    var invited = series.get(series.size() - 2);
    var opened = series.get(series.size() - 1);
    assertThat(opened.kind()).isEqualTo(RecordKind.ACCOUNT_OPENED);
    assertThat(opened.members())
        .containsEntry("cooperative", dawn.toString())
        .containsEntry("invitation", accepted.id().toString())
        .containsEntry("lawyer", false)
        .containsEntry("person", invited.members().get("person"));
    assertThat(opened.members().toString()).doesNotContain(accepted.person().toString(), "gurieva");
  }

  @Test
  void a_link_opens_once_and_says_who_made_it() {
    var issued = invite("gurieva");
    invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME);

    refused("invitation-used", () -> invitations.look(issued.token(), HOME));
    assertThatThrownBy(() -> invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME))
        .isInstanceOfSatisfying(
            InvitationRefused.class,
            it -> assertThat(it.arguments()).containsExactly(secretary.person()));
  }

  @Test
  void a_link_expires_after_three_days() {
    var issued = invite("gurieva");
    clock.pass(Duration.ofHours(72).minusSeconds(1));
    assertThat(invitations.look(issued.token(), HOME).id()).isEqualTo(issued.invitation().id());

    clock.pass(Duration.ofSeconds(1));

    refused("invitation-expired", () -> invitations.look(issued.token(), HOME));
    refused(
        "invitation-expired", () -> invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME));
    assertThat(accounts.exists(issued.invitation().person())).isFalse();
  }

  @Test
  void a_withdrawn_link_opens_nothing_and_a_new_one_takes_the_place_of_the_old() {
    var first = invite("gurieva");
    invitations.withdraw(secretary, dawn, first.invitation().id());
    refused("invitation-withdrawn", () -> invitations.look(first.token(), HOME));

    var second = invitations.renew(secretary, dawn, first.invitation().id());
    var third = invitations.renew(secretary, dawn, second.invitation().id());

    refused("invitation-withdrawn", () -> invitations.look(second.token(), HOME));
    assertThat(invitations.accept(third.token(), PASSWORD, PASSWORD, HOME).person())
        .isEqualTo(first.invitation().person());
    refused(
        "invitation-used", () -> invitations.withdraw(secretary, dawn, third.invitation().id()));
  }

  @Test
  void of_a_token_only_its_digest_is_kept_and_no_answer_says_it_aloud() throws Exception {
    var issued = invite("gurieva");

    var digest = MessageDigest.getInstance("SHA-256").digest(issued.token().getBytes(UTF_8));
    assertThat(sql.sql("select digest from access.invitations").query(byte[].class).list())
        .contains(digest);
    assertThat(
            sql.sql("select invitations::text from access.invitations").query(String.class).list())
        .noneMatch(row -> row.contains(issued.token()));
    assertThat(issued.toString()).doesNotContain(issued.token());
    var series = records.of("cooperative:" + dawn);
    assertThat(series.get(series.size() - 1).kind()).isEqualTo(RecordKind.INVITED);
    assertThat(series.toString()).doesNotContain(issued.token());
  }

  @Test
  void whoever_tries_links_has_to_wait_as_with_passwords() {
    for (int i = 0; i < limits.signInAddress().burst(); i++) {
      refused("invitation-unknown", () -> invitations.look("a".repeat(43), HOME));
    }

    refused("sign-in-delayed", () -> invitations.look("a".repeat(43), HOME));
    var issued = invite("gurieva");
    refused("sign-in-delayed", () -> invitations.look(issued.token(), HOME));
    assertThat(invitations.look(issued.token(), "198.51.100.7")).isNotNull();
  }

  @Test
  void a_password_is_checked_before_the_link_is_used_up() {
    var issued = invite("gurieva");

    faults("password", () -> invitations.accept(issued.token(), "короткий", "короткий", HOME));
    faults("again", () -> invitations.accept(issued.token(), PASSWORD, PASSWORD + "!", HOME));
    assertThat(invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME)).isNotNull();
  }

  @Test
  void a_login_is_promised_to_one_person_only() {
    invite("gurieva");

    faults("login", () -> invite("Gurieva"));
    faults("login", () -> invite("secretary"));
    faults("login", () -> invite("да нет"));
  }

  @Test
  void an_account_opened_meanwhile_stands_against_the_link() {
    var issued = invite("gurieva");
    accounts.open(newPerson(), "gurieva", PASSWORD, Set.of());

    refused(
        "invitation-overtaken", () -> invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME));
    assertThat(accounts.exists(issued.invitation().person())).isFalse();
  }

  @Test
  void only_an_operator_the_chair_and_the_secretary_invite_and_only_an_operator_a_lawyer() {
    var auditor = callers.of(offices.holders(dawn, Office.AUDITOR, today).get(0));
    refused(
        "invitation-not-theirs",
        () -> invitations.invite(auditor, dawn, invitee("gurieva", false, Set.of())));
    faults("lawyer", () -> invitations.invite(secretary, dawn, invitee("gurieva", true, Set.of())));

    var issued = invitations.invite(operator, dawn, invitee("gurieva", true, Set.of()));
    refused(
        "invitation-not-theirs",
        () -> invitations.renew(secretary, dawn, issued.invitation().id()));
    invitations.accept(issued.token(), PASSWORD, PASSWORD, HOME);
    assertThat(accounts.roles(issued.invitation().person())).containsExactly(PlatformRole.LAWYER);
  }

  @Test
  void offices_of_an_invitation_by_the_secretary_wait_for_a_second_person() {
    var issued =
        invitations.invite(secretary, dawn, invitee("gurieva", false, Set.of(Office.AUDITOR)));

    assertThat(issued.deeds()).hasSize(1);
    assertThat(offices.holders(dawn, Office.AUDITOR, today))
        .doesNotContain(issued.invitation().person());
  }

  @Test
  void an_invitation_that_is_refused_leaves_nobody_behind() {
    long before = sql.sql("select count(*) from people.persons").query(Long.class).single();

    refused(
        "chair-already-held",
        () -> invitations.invite(secretary, dawn, invitee("gurieva", false, Set.of(Office.CHAIR))));

    assertThat(sql.sql("select count(*) from people.persons").query(Long.class).single())
        .isEqualTo(before);
    assertThat(invitations.of(secretary, dawn)).noneMatch(it -> it.login().equals("gurieva"));
  }

  @Test
  void a_member_is_invited_by_the_number_in_the_register() {
    var person = newPerson();
    var number = memberships.enter(dawn, person, today, "protocol").number();

    var issued =
        invitations.invite(
            secretary,
            dawn,
            new Invitee(number, "", "", null, "gurieva", false, Set.of(), null, nothing()));

    assertThat(issued.invitation().person()).isEqualTo(person);
    faults(
        "memberNumber",
        () ->
            invitations.invite(
                secretary,
                dawn,
                new Invitee(-1L, "", "", null, "other", false, Set.of(), null, nothing())));
  }

  private Invitations.Issued invite(String login) {
    return invitations.invite(secretary, dawn, invitee(login, false, Set.of()));
  }

  private Invitee invitee(String login, boolean lawyer, Set<Office> held) {
    return new Invitee(
        null, "Гурьева", "Нелли", null, login, lawyer, held, today, new Ground("3", today));
  }

  private static Ground nothing() {
    return new Ground("", null);
  }

  private Invitation.State state(Invitations.Issued issued) {
    return invitations.of(secretary, dawn).stream()
        .filter(it -> it.id().equals(issued.invitation().id()))
        .findFirst()
        .orElseThrow()
        .state(clock.instant());
  }

  private PersonId newPerson() {
    var id = PersonId.random();
    people.register(new Person(id, "Лунина", "Ада", null, null, null, null, null, null));
    return id;
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private static void faults(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it ->
                assertThat(it.faults())
                    .extracting(FieldsRefused.Fault::field)
                    .containsExactly(field));
  }
}
