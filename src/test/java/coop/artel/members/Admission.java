package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.MeetingVariables;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Resolution;
import coop.artel.notary.Receipt;
import coop.artel.notary.Records;
import coop.artel.people.Consents;
import coop.artel.people.FieldCipher;
import coop.artel.people.People;
import coop.artel.people.ShownConsent;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.registry.Offices;
import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Processes;
import coop.artel.workflow.Submission;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An admission on a fresh database with real tables and documents; law, council, engine faked. */
final class Admission {
  static final String CASE = "case-1";
  static final LocalDate DECIDED_ON = LocalDate.of(2026, 3, 10);

  final CooperativeId cooperative = CooperativeId.random();
  final ZoneId zone = ZoneId.of("Asia/Vladivostok");
  final TestDatabase database = TestDatabase.fresh();
  final DataSource source = database.service();
  final JdbcClient sql = JdbcClient.create(source);
  final FieldCipher marks = FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")));
  final SubjectCipher cipher = new SubjectCipher(sql, marks);
  Duration ahead = Duration.ZERO;
  final LegalClock clock = () -> ahead;
  final Records records = mock(Records.class);
  final Law law = mock(Law.class);
  final Questions questions = mock(Questions.class);
  final Memberships memberships = mock(Memberships.class);
  final Offices offices = mock(Offices.class);
  final Cooperatives cooperatives = mock(Cooperatives.class);
  final People people = new People(sql, cipher, marks, clock, new Countries());
  final Consents consents = new Consents(sql, cipher, records, clock);
  final Documents documents;
  final Dossiers dossiers = new Dossiers(sql, cipher, people, clock, event -> {});
  final DayFields days = new DayFields(cooperatives, clock);
  final Signings signings = new Signings(sql, cipher, clock, days);
  final Notices notices = new Notices(sql);
  final Payments payments = new Payments(sql, cipher);
  final Returns returns = new Returns(sql, cipher, clock);
  final FormerApplications former = new FormerApplications(dossiers, people, law);
  final Applicants applicants = new Applicants(people, consents, memberships, former);
  final OwnTerms own = new OwnTerms(law, cooperatives, clock);
  final EntryMatter matter;
  final PaperWithdrawals withdrawals =
      new PaperWithdrawals(dossiers, mock(Processes.class), own, cipher, sql);
  final Papers papers;
  final PaymentFields fields;
  final IdentityFindings findings;
  final FormSentences sentences;
  List<String> against = List.of();
  private int tasks;

  Admission() {
    lenient()
        .when(cooperatives.find(cooperative))
        .thenReturn(
            new Cooperative(
                cooperative,
                "ru",
                "consumer-society",
                "Потребительское общество «Рассвет»",
                "ПО «Рассвет»",
                "1027700132195",
                "7707083893",
                "г. Тверь, ул. Советская, д. 1",
                zone,
                Currency.getInstance("RUB"),
                false));
    lenient()
        .when(records.append(anyString(), any()))
        .thenReturn(List.of(new Receipt(CASE, 1, "ab")));
    figure("share.entrance-fee", "500", "RUB");
    figure("share.minimum-contribution", "1500", "RUB");
    figure("admission.reapply-months", "1", "months");
    lenient()
        .when(law.workingDaysAfter(any(), anyInt(), any()))
        .thenAnswer(
            asked -> asked.<LocalDate>getArgument(0).plusDays(asked.<Integer>getArgument(1)));
    term("admission.decision-days", 30);
    term("admission.notice-days", 3);
    term("admission.payment-working-days", 14);
    term("admission.reapply-months", 31);
    documents =
        new Documents(
            sql,
            cipher,
            cooperatives,
            new coop.artel.jurisdiction.Countries(),
            clock,
            Clock.systemUTC());
    var messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/members", "messages/law");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setDefaultLocale(Locale.forLanguageTag("ru"));
    var words = new coop.artel.law.Explanations(messages, new coop.artel.jurisdiction.Countries());
    sentences = new FormSentences(messages, words);
    papers = new Papers(documents, people, offices, cooperatives, law, words, sentences, clock);
    matter = new EntryMatter(dossiers, payments, questions, applicants, papers);
    fields = new PaymentFields(payments, papers, cooperatives, days);
    findings = new IdentityFindings(dossiers, signings, returns, people, papers, cooperatives);
  }

  void figure(String norm, String value, String unit) {
    lenient()
        .when(law.figure(eq(norm), any(), any()))
        .thenReturn(
            Optional.of(new Law.Figure(norm, value, unit, "устав", "charter", "confirmed")));
  }

  private void term(String norm, int days) {
    lenient()
        .when(law.term(eq(norm), any(), any()))
        .thenAnswer(
            asked -> new Law.Term(asked.<LocalDate>getArgument(1).plusDays(days), false, "устав"));
  }

  LocalDate today() {
    return clock.today(zone);
  }

  static Map<String, Object> values() {
    var values = new HashMap<String, Object>();
    values.put("familyName", "Иванова");
    values.put("givenName", "Анна");
    values.put("patronymic", "Петровна");
    values.put("born", LocalDate.of(1990, 5, 17));
    values.put("address", "170100, г. Тверь, ул. Мира, д. 5");
    values.put("phone", "+79123456789");
    values.put("email", "anna@example.org");
    values.put("pension", true);
    values.put("consentGiven", true);
    return values;
  }

  /** An application with these values that has not been received by the process yet. */
  FakeRun applied(Map<String, Object> values) {
    return applied(values, today());
  }

  private FakeRun applied(Map<String, Object> values, LocalDate receivedOn) {
    var entered = new Entered(values);
    var person = entered.person(PersonId.random());
    people.register(person);
    UUID id = UUID.randomUUID();
    var shown = ShownConsent.of(papers.consentText(cooperative));
    consents.keep(shown);
    dossiers.add(id, cooperative, person.id(), receivedOn, entered.income(), shown.digest());
    return new FakeRun(CASE + "-" + id, cooperative).with(MemberVariables.APPLICANT.with(id));
  }

  /** An application that the process has received. */
  FakeRun received() {
    return received(today());
  }

  private FakeRun received(LocalDate receivedOn) {
    var run = applied(values(), receivedOn);
    new ReceiveApplication(dossiers, consents, papers, sentences, cooperatives, law, own).run(run);
    return run;
  }

  /** An application on which the council has decided. */
  FakeRun decided(boolean adopted) {
    var run = received(DECIDED_ON.minusDays(9));
    var decision = lawAnswers(Outcome.GRANTED);
    var document = papers.application(dossiers.of(run));
    UUID question = UUID.randomUUID();
    dossiers.question(dossiers.of(run).id(), question);
    lenient()
        .when(questions.resolution(question))
        .thenReturn(new Resolution(adopted, DECIDED_ON, document.id(), decision.id(), against));
    return run.with(MeetingVariables.QUESTION.with(question));
  }

  Decision lawAnswers(Outcome outcome, String... missing) {
    var decision = asked(outcome, LocalDate.of(2026, 3, 1), missing);
    lenient().when(law.ask(any(), any(), any(), any(), any())).thenReturn(decision);
    lenient().when(law.find(decision.id())).thenReturn(Optional.of(decision));
    return decision;
  }

  Decision asked(Outcome outcome, LocalDate day, String... missing) {
    return new Decision(
        UUID.randomUUID(),
        cooperative,
        "admission",
        day,
        outcome,
        List.of(missing),
        List.of("admission.age"),
        List.of(
            new Finding(
                "admission.age",
                outcome == Outcome.GRANTED,
                "заявителю исполнилось 16 лет",
                "3085-1, ст. 7",
                "born",
                "2015-01-01",
                "membership.min-age",
                "16 years",
                "law",
                "confirmed")),
        "ed",
        "d1",
        false);
  }

  Submission sent(FakeRun run, Map<String, Object> values) {
    tasks++;
    return new Submission(
        "task-" + tasks,
        run.caseId(),
        cooperative,
        new Caller(PersonId.random(), "", Map.of(), Set.of()),
        null,
        values,
        run);
  }

  Document newest(FakeRun run) {
    var all = documents.of(run.caseId());
    return all.get(all.size() - 1);
  }

  Map<String, Object> content(Document document) {
    return CanonicalJson.read(document.canonical());
  }

  /** What the secretary sends of somebody who has signed nothing yet. */
  static Map<String, Object> verified(boolean matches) {
    return Map.of(
        "documentKind",
        "passport-rf",
        "documentNumber",
        "0012 345678",
        "issuedOn",
        LocalDate.of(2010, 6, 1),
        "issuedBy",
        "ОВД г. Твери",
        "matches",
        matches,
        "signing",
        "none");
  }

  /** The handler refuses one field. */
  void invalid(
      String field, String code, FormHandler handler, FakeRun run, Map<String, Object> values) {
    assertThatThrownBy(() -> handler.handle(sent(run, values)))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            refusal ->
                assertThat(refusal.errors())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.key()).isEqualTo(field);
                          assertThat(error.code()).isEqualTo(code);
                        }));
  }
}
