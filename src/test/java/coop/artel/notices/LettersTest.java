package coop.artel.notices;

import static coop.artel.members.Status.IN_CHECK;
import static coop.artel.members.Status.REFUSED;
import static coop.artel.members.Status.TO_BE_COMPLETED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Invitations;
import coop.artel.access.Invitee;
import coop.artel.mail.NotDelivered.Cause;
import coop.artel.members.ApplicationMoved;
import coop.artel.notices.Notice.Kind;
import coop.artel.people.Consents;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.people.ShownConsent;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.TaskGiven;
import coop.artel.workflow.TaskOpened;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is written to, about what, how often, and what is done while the mail server is away. */
@House
@TestPropertySource(
    properties = {
      "artel.mail.from=Артель <artel@example.org>",
      "artel.mail.encrypted=false",
      "artel.url=https://artel.example.org",
      "spring.mail.host=127.0.0.1"
    })
class LettersTest {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Pattern PROOF = Pattern.compile("preferences\\?proof=([\\w-]+)");
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Autowired private LetterCarrier carrier;
  @Autowired private Outbox outbox;
  @Autowired private Addresses addresses;
  @Autowired private AddressProofs proofs;
  @Autowired private InvitationLetters letters;
  @Autowired private Consents consents;
  @Autowired private People people;
  @Autowired private Invitations invitations;
  @Autowired private Ways ways;
  @Autowired private MailHealth health;
  @Autowired private ApplicationEventPublisher news;
  @Autowired private Callers callers;
  @Autowired private Offices offices;
  @Autowired private Cooperatives cooperatives;
  @Autowired private LegalClock clock;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;
  private CooperativeId cooperative;
  private Caller secretary;

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.port", () -> SERVER.getSmtp().getServerSetup().getPort());
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void an_empty_house() throws Exception {
    SERVER.stop();
    SERVER.start();
    for (String table : List.of("outbox", "letters", "ways")) {
      sql.sql("delete from notices." + table).update();
    }
    sql.sql("delete from notices.addresses").update();
    var ladya = cooperatives.all().get(0);
    cooperative = ladya.id();
    secretary =
        callers.of(
            offices.holders(cooperative, Office.SECRETARY, clock.today(ladya.zone())).get(0));
  }

  @Test
  void a_letter_says_the_step_the_case_and_the_way_there_and_names_nobody() throws Exception {
    proved("anna@example.org");
    var caseId = aCase();
    var task = given(secretary.person(), caseId);

    carrier.round();

    var letter = only();
    assertThat(letter.getSubject())
        .isEqualTo("Артель: Вам поручена задача: Сверить личность и подпись");
    assertThat(letter.getAllRecipients()[0]).hasToString("anna@example.org");
    var text = part(letter, 0);
    assertThat(text)
        .contains(
            "Вам поручена задача: Сверить личность",
            "Дело 1998-0007 · ",
            "https://artel.example.org/tasks/" + task,
            "https://artel.example.org/notices/preferences");
    var surname = secretary.name().split(" ")[0];
    assertThat(text).doesNotContain(surname).doesNotContain("anna@example.org");
    assertThat(part(letter, 1))
        .contains("<html lang=\"ru\">", "href=\"https://artel.example.org/tasks/" + task + "\"");
  }

  @Test
  void who_is_invited_by_an_address_is_sent_the_link_in_the_language_of_the_cooperative()
      throws Exception {
    var issued = invited("nelli@example.org");

    assertThat(letters.send(issued).orElseThrow().failure()).isNull();
    var letter = only();
    assertThat(letter.getSubject()).startsWith("Приглашение: ");
    assertThat(letter.getAllRecipients()[0]).hasToString("nelli@example.org");
    assertThat(part(letter, 0))
        .contains("https://artel.example.org/invitation/" + issued.token())
        .doesNotContain("Гурьева", "Нелли", "preferences");
    assertThat(letters.send(invited("nelli"))).isEmpty();
    SERVER.stop();
    assertThat(letters.send(invited("other@example.org")).orElseThrow().failure())
        .isInstanceOfSatisfying(
            AddressRefused.class,
            it -> assertThat(it.code()).isEqualTo("mail-not-sent-server-away"));
  }

  private Invitations.Issued invited(String login) {
    return invitations.invite(
        secretary,
        cooperative,
        new Invitee(
            null, "Гурьева", "Нелли", null, login, false, Set.of(), null, new Ground("", null)));
  }

  @Test
  void an_applicant_is_told_once_that_something_waits_and_neither_what_nor_the_way_in()
      throws Exception {
    var caseId = UUID.randomUUID().toString();
    var applicant = applicant(caseId, true);

    moved(caseId, applicant, TO_BE_COMPLETED);
    moved(caseId, applicant, IN_CHECK);
    moved(caseId, applicant, TO_BE_COMPLETED);
    carrier.round();

    var letter = only();
    assertThat(letter.getAllRecipients()[0]).hasToString("nelli@example.org");
    assertThat(part(letter, 0))
        .contains("Нужны ваши дополнения к заявлению", "https://artel.example.org/application")
        .doesNotContain("Гурьева", "application/", "preferences");
  }

  @Test
  void whoever_consented_on_paper_or_withdrew_the_consent_is_not_written_to() {
    var onPaper = UUID.randomUUID().toString();
    moved(onPaper, applicant(onPaper, false), REFUSED);
    assertThat(outbox.state().waiting()).isZero();

    var caseId = UUID.randomUUID().toString();
    var applicant = applicant(caseId, true);
    moved(caseId, applicant, REFUSED);
    assertThat(outbox.state().waiting()).isEqualTo(1);
    var consent = consents.of(caseId).get(0);
    consents.withdraw(caseId, consent.id(), consent.givenOn());
    carrier.round();

    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(outbox.state().waiting()).isZero();
  }

  private PersonId applicant(String caseId, boolean onPage) {
    var id = PersonId.random();
    var email = "nelli@example.org";
    people.register(new Person(id, "Гурьева", "Нелли", null, null, null, null, email, null));
    var shown = ShownConsent.of("Согласие " + caseId);
    consents.keep(shown);
    consents.give(
        caseId,
        id,
        cooperative,
        "membership",
        LocalDate.of(2026, 1, 15),
        true,
        "Согласие",
        onPage ? shown.digest() : null);
    return id;
  }

  private void moved(String caseId, PersonId applicant, coop.artel.members.Status status) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            begun ->
                news.publishEvent(new ApplicationMoved(caseId, applicant, cooperative, status)));
  }

  @Test
  void an_address_counts_when_its_owner_has_proved_it_and_not_before() throws Exception {
    proofs.ask(secretary, " Anna@Example.org ", RUSSIAN);
    var secret = secretOf(only());
    given(secretary.person(), aCase());
    assertThat(outboxed()).isZero();

    var other = callers.of(PersonId.random());
    refused(() -> addresses.prove(other, secret), "mail-confirmation-unknown");
    addresses.prove(secretary, secret);
    refused(() -> addresses.prove(secretary, secret), "mail-confirmation-unknown");

    assertThat(addresses.of(secretary.person()).orElseThrow().address())
        .hasToString("Anna@example.org");
    given(secretary.person(), aCase());
    assertThat(outboxed()).isEqualTo(1);
  }

  @Test
  void a_proof_comes_too_late_after_a_day_and_the_address_of_before_counts_until_then() {
    proved("anna@example.org");
    var asked = addresses.ask(secretary, "new@example.org", RUSSIAN);
    sql.sql("update notices.addresses set proof_until = now() - interval '1 second'").update();

    refused(() -> addresses.prove(secretary, asked.secret()), "mail-confirmation-unknown");
    assertThat(addresses.of(secretary.person()).orElseThrow().address())
        .hasToString("anna@example.org");
  }

  @Test
  void neither_address_nor_secret_lies_open_in_the_database() {
    var asked = addresses.ask(secretary, "anna@example.org", RUSSIAN);

    var row = sql.sql("select it::text from notices.addresses it").query(String.class).single();

    var hex = java.util.HexFormat.of();
    assertThat(row)
        .doesNotContain(asked.secret())
        .doesNotContain(hex.formatHex("anna@example".getBytes(UTF_8)))
        .doesNotContain(hex.formatHex(asked.secret().getBytes(UTF_8)));
  }

  @Test
  void nobody_is_flooded_with_letters_of_confirmation() {
    for (int i = 0; i < 5; i++) {
      proofs.ask(secretary, "anna@example.org", RUSSIAN);
    }
    refused(() -> proofs.ask(secretary, "anna@example.org", RUSSIAN), "mail-address-too-often");
    assertThat(SERVER.getReceivedMessages()).hasSize(5);
  }

  @Test
  void a_letter_of_confirmation_that_cannot_be_sent_leaves_nothing_to_be_proved() {
    SERVER.stop();
    refused(() -> proofs.ask(secretary, "anna@example.org", RUSSIAN), "mail-not-sent-server-away");
    assertThat(addresses.of(secretary.person()).orElseThrow().pending()).isNull();
  }

  @Test
  void what_rolls_back_is_written_to_nobody() {
    proved("anna@example.org");
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              given(secretary.person(), aCase());
              status.setRollbackOnly();
            });
    assertThat(outboxed()).isZero();
  }

  @Test
  void a_server_that_was_away_gets_the_letter_once_when_it_is_back() throws Exception {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    SERVER.stop();

    carrier.round();
    carrier.round();

    var state = outbox.state();
    assertThat(state.waiting()).isEqualTo(1);
    assertThat(state.failure()).isEqualTo("server-away");
    assertThat(attempts()).isEqualTo(1);
    assertThat(health.health().getDetails()).containsEntry("lastFailure", "server-away");

    SERVER.start();
    hurry();
    carrier.round();
    hurry();
    carrier.round();

    only();
    assertThat(outbox.state().waiting()).isZero();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_letter_whose_sender_died_is_sent_again_under_the_same_id() throws Exception {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    outbox.gather();
    var taken = outbox.claim().orElseThrow();
    assertThat(outbox.claim()).as("another node meanwhile").isEmpty();

    hurry();
    carrier.round();

    assertThat(only().getMessageID()).isEqualTo("<" + taken.id() + "@artel.example.org>");
  }

  @Test
  void a_letter_is_given_up_after_eight_attempts_and_operator_and_reader_see_it() {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    SERVER.stop();
    for (int attempt = 0; attempt < 12; attempt++) {
      carrier.round();
      hurry();
    }

    assertThat(attempts()).isEqualTo(Outbox.MOST_ATTEMPTS).isEqualTo(8);
    assertThat(outbox.state().waiting()).isZero();
    assertThat(outbox.state().givenUp()).isEqualTo(1);
    assertThat(outboxed()).isZero();
    assertThat(health.health().getDetails()).containsEntry("givenUpThisWeek", 1L);
    assertThat(health.health().getStatus()).as("nothing waits").isEqualTo(Status.UP);
    assertThat(addresses.lost(secretary.person()).orElseThrow())
        .satisfies(it -> assertThat(it.letters()).isEqualTo(1))
        .satisfies(it -> assertThat(it.failure()).isEqualTo("server-away"));
    assertThat(addresses.lost(PersonId.random())).isEmpty();
  }

  @Test
  void the_queue_is_delayed_while_a_letter_waits_for_more_than_an_hour() {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    SERVER.stop();
    carrier.round();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    sql.sql("update notices.letters set made = made - interval '61 minutes'").update();

    assertThat(health.health().getStatus()).isEqualTo(MailHealth.DELAYED);
  }

  @Test
  void a_letter_that_brings_every_node_down_is_given_up_too() {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    outbox.gather();
    for (int attempt = 0; attempt < Outbox.MOST_ATTEMPTS; attempt++) {
      assertThat(outbox.claim()).isPresent();
      hurry();
    }

    carrier.round();

    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(outbox.state().givenUp()).isEqualTo(1);
  }

  @Test
  void a_reader_who_is_not_there_is_not_tried_again() {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    outbox.gather();

    outbox.failed(outbox.claim().orElseThrow(), Cause.RECIPIENT_REFUSED);

    assertThat(outbox.state().givenUp()).isEqualTo(1);
    hurry();
    assertThat(outbox.claim()).isEmpty();
  }

  @Test
  void what_waits_for_the_morning_comes_in_one_letter() throws Exception {
    proved("anna@example.org");
    opened("secretary");
    opened("secretary");

    carrier.round();
    assertThat(SERVER.getReceivedMessages()).isEmpty();

    sql.sql("update notices.outbox set due = now()").update();
    carrier.round();
    assertThat(only().getSubject()).isEqualTo("Артель: 2 извещения");
    assertThat(part(only(), 0)).contains("Новая задача: Сверить личность");
  }

  @Test
  void the_morning_is_the_next_eight_oclock_there() {
    proved("anna@example.org");
    opened("secretary");

    var zone = cooperatives.find(cooperative).zone();
    var due =
        sql.sql("select due from notices.outbox").query(java.time.OffsetDateTime.class).single();
    assertThat(due.atZoneSameInstant(zone).toLocalTime()).isEqualTo(java.time.LocalTime.of(8, 0));
    assertThat(due.toInstant())
        .isAfter(java.time.Instant.now())
        .isBefore(java.time.Instant.now().plus(java.time.Duration.ofHours(25)));
  }

  @Test
  void nobody_is_written_to_about_what_they_do_not_want_to_read() {
    proved("anna@example.org");
    ways.choose(secretary, Map.of(Kind.TASK_GIVEN, Way.NEVER));

    given(secretary.person(), aCase());

    assertThat(outboxed()).isZero();
    assertThat(ways.of(secretary.person()))
        .containsEntry(Kind.TASK_GIVEN, Way.NEVER)
        .containsEntry(Kind.TASK_NEW, Way.DAILY);
  }

  @Test
  void who_has_lost_the_office_is_not_written_to_about_its_tasks() {
    proved("anna@example.org");
    opened("secretary");
    sql.sql("update notices.outbox set due = now()").update();
    var stranger = callers.of(PersonId.random());
    addresses.prove(stranger, addresses.ask(stranger, "eva@example.org", RUSSIAN).secret());
    sql.sql("update notices.outbox set person = ?").param(stranger.person().value()).update();

    carrier.round();

    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(outboxed()).isZero();
    assertThat(outbox.state().waiting()).isZero();
  }

  @Test
  void what_waits_is_not_sent_to_an_address_that_was_removed() {
    proved("anna@example.org");
    given(secretary.person(), aCase());
    addresses.remove(secretary);

    carrier.round();

    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(outboxed()).isZero();
  }

  private void proved(String address) {
    addresses.prove(secretary, addresses.ask(secretary, address, RUSSIAN).secret());
  }

  private String given(PersonId to, String caseId) {
    var task = UUID.randomUUID().toString();
    news.publishEvent(
        new TaskGiven(task, caseId, "verify-identity", cooperative, to, PersonId.random()));
    return task;
  }

  private void opened(String office) {
    news.publishEvent(
        new TaskOpened(
            UUID.randomUUID().toString(),
            "case",
            "verify-identity",
            cooperative,
            Set.of(cooperative + ":" + office),
            null));
  }

  private String aCase() {
    return sql.sql(
            """
            insert into workflow.cases (id, process, cooperative, subject, started, year, number)
            values ('case-of-letters', 'admit-member', ?, ?, now(), 1998, 7)
            on conflict (id) do update set outcome = cases.outcome returning id
            """)
        .params(cooperative.value(), UUID.randomUUID())
        .query(String.class)
        .single();
  }

  private long outboxed() {
    return sql.sql("select count(*) from notices.outbox").query(Long.class).single();
  }

  private int attempts() {
    return sql.sql("select attempts from notices.letters").query(Integer.class).single();
  }

  /** As if all pauses were over. */
  private void hurry() {
    sql.sql("update notices.letters set next_try = now() - interval '1 second'").update();
  }

  private static MimeMessage only() {
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    return SERVER.getReceivedMessages()[0];
  }

  private static String part(MimeMessage letter, int number) throws Exception {
    BodyPart part = ((MimeMultipart) letter.getContent()).getBodyPart(number);
    return (String) part.getContent();
  }

  private static String secretOf(MimeMessage letter) throws Exception {
    var found = PROOF.matcher(part(letter, 0));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
