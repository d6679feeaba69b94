package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.documents.Document;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.MeetingVariables;
import coop.artel.people.Person;
import coop.artel.values.Money;
import coop.artel.values.Refusal;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdmissionFormsTest {
  private final Admission admission = new Admission();
  private final CompleteApplication completing =
      new CompleteApplication(
          admission.dossiers,
          admission.returns,
          admission.people,
          admission.papers,
          admission.sentences);
  private final ReturnApplication returning =
      new ReturnApplication(
          admission.dossiers,
          admission.returns,
          admission.papers,
          admission.cooperatives,
          admission.sentences);
  private final VerifyIdentity verifying =
      new VerifyIdentity(
          admission.dossiers, admission.findings, admission.people, admission.applicants);
  private final ObtainSignature obtaining =
      new ObtainSignature(
          admission.dossiers,
          admission.signings,
          admission.findings,
          admission.people,
          admission.sentences);
  private final SendNotice sending =
      new SendNotice(
          admission.dossiers,
          admission.questions,
          admission.people,
          admission.sentences,
          admission.notices,
          admission.days);
  private final ConfirmPayment confirming =
      new ConfirmPayment(admission.dossiers, admission.questions, admission.fields);
  private final ConfirmNonpayment unpaid =
      new ConfirmNonpayment(
          admission.dossiers, admission.questions, admission.notices, admission.fields);

  @BeforeEach
  void inRussian() {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void an_applicant_adds_what_is_missing_and_keeps_the_rest() {
    var run = admission.applied(onlyNamed());
    new ReceiveApplication(
            admission.dossiers,
            admission.consents,
            admission.papers,
            admission.sentences,
            admission.cooperatives,
            admission.law,
            admission.own)
        .run(run);
    asked(run, Outcome.MISSING, "born");
    assertThat(completing.prefill(run))
        .containsOnlyKeys("asked", "address", "familyName", "givenName");

    completing.handle(
        admission.sent(
            run, Map.of("born", LocalDate.of(1990, 5, 17), "noEarnings", true, "pension", true)));

    var dossier = admission.dossiers.of(run);
    var person = admission.people.find(dossier.person());
    assertThat(person.born()).isEqualTo(LocalDate.of(1990, 5, 17));
    assertThat(person.address()).isEqualTo("г. Тверь, ул. Мира, д. 5");
    assertThat(dossier.income()).containsExactly(Income.NONE, Income.PENSION);
    assertThat(dossier.status()).isEqualTo(Status.RECEIVED);
    assertThat(admission.newest(run).kind()).isEqualTo(Document.Kind.MEMBERSHIP_APPLICATION);
    assertThat(admission.newest(run).id()).isEqualTo(dossier.paper());
    assertThat(admission.documents.of(run.caseId()))
        .filteredOn(it -> it.kind() == Document.Kind.MEMBERSHIP_APPLICATION)
        .extracting(it -> it.number() + "/" + it.revision() + (it.replaced() ? " replaced" : ""))
        .containsExactly("1/1 replaced", "1/2");
    assertThat(admission.content(admission.newest(run)))
        .containsEntry("bornOn", "1990-05-17")
        .extractingByKey("statement")
        .isEqualTo(
            Map.of(
                "made", true,
                "ownEarnings", false,
                "noOwnEarnings", true,
                "benefit", false,
                "pension", true,
                "stipend", false));
  }

  @Test
  void the_secretary_sees_the_reasons_and_asks_for_a_correction_in_own_words() {
    var run = admission.received();
    asked(run, Outcome.REFUSED);
    assertThat(returning.prefill(run))
        .isEqualTo(
            Map.of(
                "reasons",
                "Не выполнено: заявителю исполнилось 16 лет (норма: 16\u00a0лет) — 3085-1, ст. 7"));

    var told =
        returning.handle(
            admission.sent(run, Map.of("decision", "correct", "note", "Проверьте год рождения")));

    assertThat(told).containsExactly(new Variable.Assignment("correction", true));
    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.TO_BE_CORRECTED);
    assertThat(completing.prefill(run).get("asked"))
        .isEqualTo(
            "Проверьте год рождения\n\n"
                + "Не выполнено: заявителю исполнилось 16 лет (норма: 16\u00a0лет) — 3085-1, ст."
                + " 7");
  }

  @Test
  void returning_for_good_tells_the_process_so() {
    var run = admission.received();

    var told = returning.handle(admission.sent(run, Map.of("decision", "return")));

    assertThat(told).containsExactly(new Variable.Assignment("correction", false));
    assertThat(admission.returns.newest(admission.dossiers.of(run).id()).orElseThrow().note())
        .isNull();
  }

  @Test
  void a_notice_says_what_was_decided_and_where_to_send_it() {
    var run = admission.decided(true);
    assertThat(sending.prefill(run))
        .containsEntry("decision", "Принять в пайщики")
        .containsEntry(
            "sendTo",
            "Иванова Анна Петровна\n170100, г. Тверь, ул. Мира, д. 5\nanna@example.org\n"
                + "+79123456789");

    sending.handle(admission.sent(run, Map.of("sentOn", admission.today(), "means", "post")));

    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.TO_BE_PAID);
  }

  @Test
  void a_refusal_that_is_sent_ends_the_application() {
    var run = admission.decided(false);

    sending.handle(admission.sent(run, Map.of("sentOn", admission.today(), "means", "post")));

    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void an_applicant_who_is_refused_reads_what_was_said_with_the_votes_against() {
    admission.against = List.of("Живёт в другом районе", "Паевой фонд сейчас не растёт");
    var run = admission.decided(false);
    var resolution = admission.questions.resolution(MeetingVariables.QUESTION.in(run));
    var dossier = admission.dossiers.of(run);

    var notice =
        admission.papers.notice(
            dossier, resolution, new Law.Term(Admission.DECIDED_ON, false, "устав"), null);

    assertThat(admission.documents.html(notice))
        .contains("Причины, названные при голосовании", "Живёт в другом районе")
        .doesNotContain("не названы");
  }

  @Test
  void where_nobody_said_why_the_notice_says_so_and_invents_nothing() {
    var run = admission.decided(false);
    var resolution = admission.questions.resolution(MeetingVariables.QUESTION.in(run));
    var dossier = admission.dossiers.of(run);

    var notice =
        admission.papers.notice(
            dossier, resolution, new Law.Term(Admission.DECIDED_ON, false, "устав"), null);

    assertThat(admission.documents.html(notice))
        .contains("Причины отказа при голосовании не названы");
  }

  @Test
  void nothing_is_sent_or_paid_tomorrow() {
    var run = admission.decided(true);
    var tomorrow = admission.today().plusDays(1);

    admission.invalid(
        "sentOn", "day-ahead", sending, run, Map.of("sentOn", tomorrow, "means", "post"));
    admission.invalid(
        "sharePaidOn",
        "day-ahead",
        confirming,
        run,
        Map.of("share", "1500", "sharePaidOn", tomorrow, "paymentDocument", "ПП 1"));
    var signed = new HashMap<>(Admission.verified(true));
    signed.putAll(Map.of("signing", "paper", "signedOn", tomorrow));
    admission.invalid("signedOn", "day-ahead", verifying, run, signed);
    assertThat(admission.payments.of(admission.dossiers.of(run).id()).share()).isEmpty();
  }

  @Test
  void a_notice_is_not_sent_before_the_council_decided() {
    var run = admission.decided(true);
    var dayBefore = Admission.DECIDED_ON.minusDays(1);

    admission.invalid(
        "sentOn", "before-decision", sending, run, Map.of("sentOn", dayBefore, "means", "post"));
    assertThat(admission.notices.sentOn(admission.dossiers.of(run).id())).isEmpty();
  }

  @Test
  void a_notice_goes_by_no_mail_to_whoever_gave_no_address_for_it() {
    var run = admission.decided(true);
    var person = admission.people.find(admission.dossiers.of(run).person());
    admission.people.change(
        new Person(
            person.id(),
            person.familyName(),
            person.givenName(),
            person.patronymic(),
            person.born(),
            person.address(),
            null,
            null,
            person.document()));
    var dayBefore = Admission.DECIDED_ON.minusDays(1);

    assertThatThrownBy(
            () ->
                sending.handle(admission.sent(run, Map.of("sentOn", dayBefore, "means", "email"))))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it ->
                assertThat(it.errors())
                    .extracting(Form.FieldError::key, Form.FieldError::code)
                    .containsExactly(
                        tuple("sentOn", "before-decision"), tuple("means", "no-email")));
    assertThat(admission.notices.sentOn(admission.dossiers.of(run).id())).isEmpty();

    sending.handle(admission.sent(run, Map.of("sentOn", Admission.DECIDED_ON, "means", "post")));
    assertThat(admission.notices.sentOn(admission.dossiers.of(run).id()))
        .contains(Admission.DECIDED_ON);
  }

  @Test
  void nothing_is_paid_before_somebody_applied() {
    var run = admission.decided(true);
    var receivedOn = admission.dossiers.of(run).receivedOn();
    var early = receivedOn.minusDays(1);

    assertThatThrownBy(
            () ->
                confirming.handle(
                    admission.sent(
                        run,
                        Map.of(
                            "entranceFee",
                            "500",
                            "entranceFeePaidOn",
                            early,
                            "share",
                            "1500",
                            "sharePaidOn",
                            LocalDate.of(1900, 1, 1),
                            "paymentDocument",
                            "ПП 1"))))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it ->
                assertThat(it.errors())
                    .extracting(Form.FieldError::key, Form.FieldError::code)
                    .containsExactly(
                        tuple("entranceFeePaidOn", "paid-before-application"),
                        tuple("sharePaidOn", "paid-before-application")));
    assertThat(admission.payments.of(admission.dossiers.of(run).id()).share()).isEmpty();
    pay(run, Map.of("share", "1500", "sharePaidOn", receivedOn));
    assertThat(admission.payments.of(admission.dossiers.of(run).id()).share()).isPresent();
  }

  @Test
  void nobody_signs_before_they_were_born_or_by_agreement_before_they_applied() {
    var run = admission.received();
    var dossier = admission.dossiers.of(run);
    var paper = new HashMap<>(Admission.verified(true));
    paper.putAll(
        Map.of(
            "signing",
            "paper",
            "scanDigest",
            "a".repeat(64),
            "signedOn",
            LocalDate.of(1900, 1, 1)));
    var agreed = new HashMap<>(Admission.verified(true));
    agreed.putAll(
        Map.of(
            "signing",
            "agreement",
            "agreementNumber",
            "1",
            "agreementDate",
            LocalDate.of(1900, 1, 1),
            "signedOn",
            dossier.receivedOn().minusDays(1)));

    admission.invalid("signedOn", "before-birth", verifying, run, paper);
    assertThatThrownBy(() -> verifying.handle(admission.sent(run, agreed)))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it ->
                assertThat(it.errors())
                    .extracting(Form.FieldError::key, Form.FieldError::code)
                    .containsExactly(
                        tuple("signedOn", "signed-before-application"),
                        tuple("agreementDate", "before-birth")));
    assertThat(admission.signings.newest(dossier.id())).isEmpty();
    assertThat(admission.people.find(dossier.person()).document()).isNull();
  }

  @Test
  void an_accountant_who_finds_the_money_after_the_term_enters_it_as_before_the_term() {
    var run = overdue();
    var id = admission.dossiers.of(run).id();

    assertThat(unpaid.prefill(run))
        .containsEntry("entranceFeeDue", Money.of("500", "RUB"))
        .containsEntry("payBy", LocalDate.of(2026, 3, 24))
        .containsEntry("decidedOn", Admission.DECIDED_ON)
        .containsEntry("noticeSentOn", Admission.DECIDED_ON.plusDays(2));
    admission.invalid("entranceFee", "required", unpaid, run, Map.of("arrived", "yes"));
    admission.invalid(
        "paymentDocument", "required", unpaid, run, Map.of("arrived", "yes", "share", "1500"));
    assertThat(admission.payments.of(id).share()).isEmpty();

    var told =
        unpaid.handle(
            admission.sent(
                run,
                Map.of(
                    "arrived",
                    "yes",
                    "share",
                    "1500",
                    "sharePaidOn",
                    LocalDate.of(2026, 3, 24),
                    "paymentDocument",
                    "ПП 3")));
    assertThat(told).containsExactly(new Variable.Assignment("arrived", true));
    assertThat(admission.payments.of(id).share().orElseThrow().paidOn())
        .isEqualTo(LocalDate.of(2026, 3, 24));
  }

  @Test
  void an_accountant_who_finds_nothing_says_so_and_enters_nothing() {
    var run = overdue();

    var told = unpaid.handle(admission.sent(run, Map.of("arrived", "no")));

    assertThat(told).containsExactly(new Variable.Assignment("arrived", false));
    assertThat(admission.payments.of(admission.dossiers.of(run).id()).share()).isEmpty();
  }

  @Test
  void what_came_in_part_is_kept_with_its_document_though_not_all_came() {
    var run = overdue();
    var part =
        Map.<String, Object>of(
            "arrived", "no", "share", "100", "sharePaidOn", LocalDate.of(2026, 3, 20));
    admission.invalid("paymentDocument", "required", unpaid, run, part);
    var documented = new HashMap<>(part);
    documented.put("paymentDocument", "ПП 3");

    unpaid.handle(admission.sent(run, documented));

    var id = admission.dossiers.of(run).id();
    assertThat(admission.payments.of(id).share().orElseThrow().sum())
        .isEqualTo(Money.of("100", "RUB"));
    assertThat(unpaid.handle(admission.sent(run, part)))
        .containsExactly(new Variable.Assignment("arrived", false));
  }

  @Test
  void a_name_is_corrected_and_the_application_written_anew_with_it() {
    var run = admission.received();
    asked(run, Outcome.MISSING, "born");
    assertThat(completing.prefill(run))
        .containsEntry("familyName", "Иванова")
        .containsEntry("patronymic", "Петровна");

    completing.handle(
        admission.sent(
            run,
            Map.of(
                "familyName",
                "Иванова-Ким",
                "givenName",
                "Анна",
                "born",
                LocalDate.of(1990, 5, 17))));

    var dossier = admission.dossiers.of(run);
    assertThat(admission.people.find(dossier.person()).fullName()).isEqualTo("Иванова-Ким Анна");
    assertThat(admission.people.find(dossier.person()).born()).isEqualTo(LocalDate.of(1990, 5, 17));
    assertThat(admission.content(admission.newest(run)).toString()).contains("Иванова-Ким Анна");
  }

  @Test
  void payments_come_one_by_one_and_the_newest_of_each_kind_counts() {
    var run = admission.decided(true);
    var id = admission.dossiers.of(run).id();
    assertThat(confirming.prefill(run))
        .isEqualTo(
            Map.of("entranceFeeDue", Money.of("500", "RUB"), "shareDue", Money.of("1500", "RUB")));

    pay(run, Map.of("entranceFee", "400"));
    pay(run, Map.of("share", "1500,00", "sharePaidOn", LocalDate.of(2026, 3, 11)));
    pay(run, Map.of("entranceFee", "500.00", "entranceFeePaidOn", LocalDate.of(2026, 3, 12)));

    var paid = admission.payments.of(id);
    assertThat(paid.entranceFee().orElseThrow())
        .isEqualTo(new Payments.Payment(Money.of("500", "RUB"), LocalDate.of(2026, 3, 12)));
    assertThat(paid.share().orElseThrow().sum()).isEqualTo(Money.of("1500", "RUB"));
    LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    assertThat(confirming.prefill(run))
        .containsEntry("entranceFee", "500,00")
        .containsEntry("sharePaidOn", LocalDate.of(2026, 3, 11));
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void no_sum_is_paid_by_nothing() {
    var run = admission.decided(true);

    refused("form-invalid", confirming, run, Map.of("share", "0", "paymentDocument", "ПП 1"));
  }

  @Test
  void every_field_that_a_form_only_shows_is_filled_by_its_handler_and_no_other_is_made_up()
      throws IOException {
    var run = admission.decided(true);
    asked(run, Outcome.REFUSED);
    verifying.handle(admission.sent(run, Admission.verified(true)));
    new DrawUpNotice(
            admission.dossiers, admission.papers, admission.questions, admission.law, admission.own)
        .run(run);
    sending.handle(admission.sent(run, Map.of("sentOn", admission.today(), "means", "post")));
    for (FormHandler handler :
        List.of(completing, returning, verifying, obtaining, sending, confirming, unpaid)) {
      var keys = new TreeSet<String>();
      var shown = new TreeSet<String>();
      try (InputStream file =
          getClass().getResourceAsStream("/processes/members/" + handler.form() + ".form")) {
        for (var component : new ObjectMapper().readTree(file).get("components")) {
          if (component.has("key")) {
            keys.add(component.get("key").asText());
            if (component.path("readonly").asBoolean()) {
              shown.add(component.get("key").asText());
            }
          }
        }
      }
      assertThat(handler.prefill(run).keySet()).as(handler.form()).containsAll(shown);
      assertThat(keys).as(handler.form()).containsAll(handler.prefill(run).keySet());
    }
  }

  @Test
  void nothing_personal_lies_open_in_the_tables() {
    var run = admission.decided(true);
    var note = Map.<String, Object>of("decision", "correct", "note", "Анне семнадцать");
    returning.handle(admission.sent(run, note));
    obtaining.handle(
        admission.sent(
            run,
            Map.of(
                "matches",
                true,
                "signing",
                "agreement",
                "agreementNumber",
                "АВ-17/2",
                "signedOn",
                admission.today())));
    pay(run, Map.of("share", "1500"));

    var tables =
        List.of("applications", "identity_checks", "signings", "returns", "notices", "payments");
    for (String table : tables) {
      String rows =
          JdbcClient.create(admission.database.superuser())
              .sql("select coalesce(string_agg(t::text, ' '), '') from members." + table + " t")
              .query(String.class)
              .single();
      for (String secret :
          List.of("Иванова", "Анне", "1990-05-17", "Тверь", "pension", "АВ-17", "ПП 12")) {
        assertThat(rows).as(table).doesNotContain(secret).doesNotContain(hex(secret));
      }
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Decided, told and not paid. */
  private FakeRun overdue() {
    var run = admission.decided(true);
    admission.dossiers.payBy(admission.dossiers.of(run).id(), LocalDate.of(2026, 3, 24));
    sending.handle(
        admission.sent(run, Map.of("sentOn", Admission.DECIDED_ON.plusDays(2), "means", "post")));
    return run;
  }

  private void asked(FakeRun run, Outcome outcome, String... missing) {
    MeetingVariables.DECISION.set(run, admission.lawAnswers(outcome, missing).id());
  }

  private void pay(FakeRun run, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("paymentDocument", "ПП 12");
    confirming.handle(admission.sent(run, all));
  }

  private void refused(String code, FormHandler handler, FakeRun run, Map<String, Object> values) {
    assertThatThrownBy(() -> handler.handle(admission.sent(run, values)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static Map<String, Object> onlyNamed() {
    return Map.of("familyName", "Ким", "givenName", "Ли", "address", "г. Тверь, ул. Мира, д. 5");
  }
}
