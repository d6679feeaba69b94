package coop.artel.desk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.access.Accounts;
import coop.artel.access.ApplicationLimit;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.access.SignIns;
import coop.artel.access.Viewings;
import coop.artel.chain.Chain;
import coop.artel.chain.ChainState;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.law.Decision;
import coop.artel.law.DraftComments;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import coop.artel.law.LawWatch;
import coop.artel.law.Outcome;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDrafts;
import coop.artel.meetings.Questions;
import coop.artel.members.Applications;
import coop.artel.members.Arrivals;
import coop.artel.members.Status;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Exports;
import coop.artel.notary.LogState;
import coop.artel.notary.LogWatch;
import coop.artel.notary.Receipt;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notary.SealState;
import coop.artel.notary.StampState;
import coop.artel.notary.StampWatch;
import coop.artel.people.Consents;
import coop.artel.people.NameIndex;
import coop.artel.people.People;
import coop.artel.people.ShownConsent;
import coop.artel.publishing.Proposals;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Held;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.registry.RegisterSearch;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseChanges;
import coop.artel.workflow.CaseModels;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Cases;
import coop.artel.workflow.ClockControl;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormSamples;
import coop.artel.workflow.Models;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A cooperative at work, as the services behind the desk would tell it. */
public final class DeskScene {
  static final CooperativeId LADYA = CooperativeId.of("0b5c4900-0000-4000-8000-000000000001");
  static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
  static final PersonId SECRETARY = person(1);
  static final PersonId CHAIR = person(2);
  static final PersonId APPLICANT = person(20);
  static final PersonId OPERATOR = person(30);
  static final PersonId LAWYER = person(31);
  static final String CASE = "3f2a91c0-7c1e-11f0-8c53-0242ac120002";
  static final String NUMBER = "2026-0042";
  static final String MODEL = "admit-member:1:0b5c4901";
  static final String TASK = "task-verify";
  static final String FREE_TASK = "task-return";
  static final String HELD_TASK = "task-pay";
  static final UUID QUESTION = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  static final UUID PAPER = UUID.fromString("00000000-0000-4000-8000-0000000000d1");
  static final UUID COUNCIL_PAPER = UUID.fromString("00000000-0000-4000-8000-0000000000d3");
  static final UUID REFUSED = UUID.fromString("00000000-0000-4000-8000-0000000000e1");
  static final UUID GRANTED = UUID.fromString("00000000-0000-4000-8000-0000000000e2");
  static final String TOKEN = "artel_Wc2zKf0Q9uE7sVb1nXr5tYh8mJp3dLg6aSo4kTi0eRw";
  static final String PASSWORD = "тихая гавань";
  static final String DIGEST = "9f2c1a77be04d6513d8a0c4e5b6f7a8192a3b4c5d6e7f8091a2b3c4d5e6f7081";

  private static final Map<PersonId, String> NAMES =
      Map.ofEntries(
          Map.entry(SECRETARY, "Лебедева Анна Сергеевна"),
          Map.entry(CHAIR, "Воронцов Пётр Ильич"),
          Map.entry(person(3), "Зимина Ольга Павловна"),
          Map.entry(person(4), "Кузнецов Андрей Львович"),
          Map.entry(person(5), "Орлова Дарья Николаевна"),
          Map.entry(person(6), "Тихонов Сергей Юрьевич"),
          Map.entry(person(7), "Ёлкина Вера Романовна"),
          Map.entry(APPLICANT, "Миронова Екатерина Андреевна"),
          Map.entry(person(21), "Щукин Глеб Олегович"),
          Map.entry(person(22), "Абдуллаев Тимур Рашидович"),
          Map.entry(LAWYER, "Ильина Софья Михайловна"),
          Map.entry(person(32), "Громов Виктор Эдуардович"),
          Map.entry(OPERATOR, "Соколов Илья Викторович"));

  static final UUID APPLICATION = UUID.fromString("00000000-0000-4000-8000-0000000000b1");

  final Accounts accounts = mock();
  final SignIns signIns = mock();
  final ApplicationLimit limit = mock();
  final Consents consents = mock();
  final People people = mock();
  final Offices offices = mock();
  final Cooperatives cooperatives = mock();
  final Memberships memberships = mock();
  final RegisterSearch register = mock();
  final Arrivals arrivals = mock();
  final Tasks tasks = mock();
  final Cases cases = mock();
  final CaseSearch search = mock();
  final LawWatch watch = mock();
  final RuleDrafts ruleDrafts = mock();
  final DraftComments draftComments = mock();
  final CaseChanges changes = mock();
  final Viewings viewings = mock();
  final NameIndex index = mock();
  final Questions questions = mock();
  final Applications applications = mock();
  final Documents documents = mock();
  final Law law = mock();
  final Replay replay = mock();
  final Records records = mock();
  final Exports exports = mock();
  final Chain chain = mock();
  final LogWatch log = mock();
  final StampWatch stamps = mock();
  final Models models = mock();
  final CaseModels caseModels = mock();
  final CaseTerms terms = mock();
  final ClockControl control = mock();
  final Publications publications = mock();
  final Proposals proposals = mock();
  final GovernScene govern;
  final StaffScene staff = new StaffScene();

  final LegalClock clock =
      new LegalClock() {
        @Override
        public Duration offset() {
          return Duration.ofDays(33);
        }

        @Override
        public Instant now() {
          return TODAY.atTime(11, 20).atZone(ZONE).toInstant();
        }
      };

  static PersonId person(int number) {
    return PersonId.of("00000000-0000-4000-8000-%012d".formatted(number));
  }

  DeskScene() {
    peopleAndOffices();
    work();
    questions();
    papers();
    application();
    govern = new GovernScene(cooperatives, models);
  }

  private void peopleAndOffices() {
    NAMES.forEach((id, name) -> when(people.nameOf(id)).thenReturn(Optional.of(name)));
    when(people.namesOf(any())).thenReturn(NAMES);
    when(signIns.signIn(eq("secretary"), eq(PASSWORD), any())).thenReturn(Optional.of(SECRETARY));
    when(signIns.signIn(eq("chair"), eq(PASSWORD), any())).thenReturn(Optional.of(CHAIR));
    when(signIns.signIn(eq("operator"), eq(PASSWORD), any())).thenReturn(Optional.of(OPERATOR));
    when(accounts.bearer(TOKEN))
        .thenReturn(Optional.of(new Accounts.Bearer(APPLICANT, Accounts.APPLICANT)));
    when(signIns.signIn(eq("lawyer"), eq(PASSWORD), any())).thenReturn(Optional.of(LAWYER));
    token("token-lawyer", LAWYER);
    when(accounts.roles(LAWYER)).thenReturn(Set.of(PlatformRole.LAWYER));
    token("token-secretary", SECRETARY);
    token("token-chair", CHAIR);
    token("token-operator", OPERATOR);
    when(accounts.roles(OPERATOR)).thenReturn(Set.of(PlatformRole.OPERATOR));
    when(offices.held(any(), any())).thenReturn(Held.of(Map.of()));
    when(offices.held(eq(SECRETARY), any()))
        .thenReturn(Held.of(Map.of(LADYA, EnumSet.of(Office.SECRETARY, Office.COUNCIL))));
    when(offices.held(eq(CHAIR), any()))
        .thenReturn(Held.of(Map.of(LADYA, EnumSet.of(Office.CHAIR, Office.COUNCIL))));
    var ladya =
        new Cooperative(
            LADYA,
            "ru",
            "consumer-society",
            "Потребительское общество «Ладья»",
            "ПО «Ладья»",
            "1027700000016",
            "7700000007",
            "115035, Москва, Садовническая набережная, д. 9",
            ZONE,
            Currency.getInstance("RUB"),
            true);
    when(cooperatives.all()).thenReturn(List.of(ladya));
    when(cooperatives.find(LADYA)).thenReturn(ladya);
    when(chain.state())
        .thenReturn(
            new ChainState(ChainState.Phase.READY, null, Instant.EPOCH, 31337L, "0x5fbdb2", true));
    when(log.state())
        .thenAnswer(
            call ->
                new LogState(1234, Instant.EPOCH, 1230, Instant.EPOCH, 0, 0, null, Instant.now()));
    when(log.queuedAgain()).thenReturn(new LogWatch.QueuedAgain(0, null));
    when(stamps.state()).thenReturn(new StampState(false, null, null, null, null));
    members();
  }

  private void token(String token, PersonId person) {
    when(accounts.bearer(token)).thenReturn(Optional.of(new Accounts.Bearer(person, "api")));
  }

  void members() {
    lines(member(1, CHAIR, 2019), member(2, person(3), 2019), member(7, SECRETARY, 2021));
  }

  /** All of the register, whatever is asked of it. */
  void lines(Memberships.Membership... lines) {
    when(register.count(eq(LADYA), any())).thenReturn((long) lines.length);
    when(register.list(eq(LADYA), any(), anyInt(), anyInt()))
        .then(
            asked ->
                Stream.of(lines)
                    .skip((int) asked.getArgument(2))
                    .limit((int) asked.getArgument(3))
                    .toList());
  }

  static Memberships.Membership member(long number, PersonId person, int year) {
    return new Memberships.Membership(
        LADYA, number, person, LocalDate.of(year, 5, 14), null, "protocol");
  }

  private void work() {
    var secretaries = Set.of(LADYA + ":secretary");
    var verify = task(TASK, "verify-identity", SECRETARY, secretaries, 16, false);
    var back = task(FREE_TASK, "return-application", null, secretaries, 10, true);
    var notice = task("task-notice", "send-notice", null, secretaries, 12, false);
    var pay = task(HELD_TASK, "confirm-payment", person(5), secretaries, 30, false);
    when(tasks.ofCase(CASE)).thenReturn(List.of(verify));
    list(Tasks.View.MINE, verify);
    list(Tasks.View.GROUPS, back, notice);
    list(Tasks.View.OVERDUE, back);
    list(Tasks.View.ALL, back, notice, verify, pay);
    list(Tasks.View.TEAM, back, notice, verify, pay);
    staff.done(records);
    for (var task : List.of(verify, back, notice, pay)) {
      when(tasks.find(any(), eq(task.id()))).thenReturn(task);
    }
    var form = FormSamples.read("processes/members/verify-identity.form");
    var filled =
        new Tasks.FilledForm(
            form,
            Map.of(
                "applicantName",
                "Миронова Екатерина Андреевна",
                "applicantBorn",
                "4 июля 1991",
                "applicantAddress",
                "119017, Москва, Лаврушинский пер., д. 15, кв. 8"));
    when(tasks.form(any(), anyString())).thenReturn(filled);
    when(tasks.form(any(), eq(FREE_TASK)))
        .thenReturn(
            new Tasks.FilledForm(
                FormSamples.read("processes/members/return-application.form"), Map.of()));
    when(tasks.form(any(), eq("task-complete")))
        .thenReturn(
            new Tasks.FilledForm(
                FormSamples.read("processes/members/complete-application.form"), Map.of()));
    cases();
  }

  private void list(Tasks.View view, Task... found) {
    when(tasks.list(argThat(DeskScene::staff), eq(view), anyInt(), anyInt()))
        .thenReturn(List.of(found));
    staff.list(view, found);
  }

  private static boolean staff(Caller caller) {
    return caller != null && !caller.person().equals(APPLICANT);
  }

  private static Task task(
      String id, String activity, PersonId assignee, Set<String> groups, int day, boolean overdue) {
    return new Task(
        id,
        CASE,
        "admit-member",
        activity,
        LADYA,
        assignee,
        groups,
        at(9, 10, 0),
        LocalDate.of(2026, 3, day),
        overdue);
  }

  static Instant at(int day, int hour, int minute) {
    return LocalDate.of(2026, 3, day).atTime(hour, minute).atZone(ZONE).toInstant();
  }

  private void cases() {
    var open =
        new Cases.Case(CASE, "admit-member", LADYA, APPLICANT, at(9, 10, 2), null, null, NUMBER);
    when(cases.find(any(), eq(CASE))).thenReturn(open);
    when(cases.knows(any(), anyString())).thenReturn(true);
    when(cases.number(anyString())).thenReturn(NUMBER);
    when(cases.numbers(any())).thenReturn(Map.of(CASE, NUMBER));
    when(viewings.mayList(any())).thenReturn(true);
    when(viewings.count(any(), any())).thenReturn(2L);
    var looks =
        List.of(
            new Viewings.Viewing(
                at(10, 9, 5), CHAIR, null, LADYA, Viewings.Kind.CASE, CASE, APPLICANT),
            new Viewings.Viewing(
                at(9, 16, 0), SECRETARY, null, LADYA, Viewings.Kind.REGISTER, null, null));
    when(viewings.list(any(), any(), anyInt(), anyInt())).thenReturn(looks);
    when(viewings.ofCase(eq(CASE), anyInt())).thenReturn(looks.subList(0, 1));
    when(changes.of(CASE))
        .thenReturn(
            List.of(
                new CaseChanges.Change(
                    "receivedOn", null, "2026-03-09", at(9, 10, 2), "receive-application-2"),
                new CaseChanges.Change(
                    "noticeBy", "2026-03-12", "2026-03-16", at(9, 10, 41), "return-application-41"),
                new CaseChanges.Change("known", null, "true", at(9, 10, 57), null)));
    when(search.count(any(), any())).thenReturn(3L);
    when(search.resting(any(), any(), any())).thenReturn(new CaseSearch.Resting(List.of(), 0));
    when(search.processes(any())).thenReturn(List.of("admit-member"));
    when(search.outcomes(any())).thenReturn(List.of("application-returned", "member-admitted"));
    when(search.articles()).thenReturn(List.of("3085-1, ст. 10, п. 2", "3085-1, ст. 11, п. 1"));
    when(search.list(any(), any(), anyInt(), anyInt()))
        .thenReturn(
            List.of(
                open,
                ended("8d0e44aa-1", 21, "application-returned", 5),
                ended("c7710b3e-2", 22, "member-admitted", 2)));
    var steps =
        List.of(
            begun(
                at(8, 18, 30),
                activity(5, "complete-application", "userTask", "done", 55, APPLICANT, null)),
            activity(1, "application-received", "startEvent", "done", 2, null, null),
            activity(2, "receive-application", "serviceTask", "done", 2, null, null),
            activity(3, "check-application", "businessRuleTask", "done", 3, null, REFUSED),
            activity(4, "return-application", "userTask", "done", 41, SECRETARY, null),
            activity(6, "check-application", "businessRuleTask", "done", 56, null, GRANTED),
            activity(0, "verify-identity", "userTask", "waiting", 57, SECRETARY, null));
    when(cases.activities(CASE)).thenReturn(steps);
    when(cases.activities(eq(CASE), any())).thenReturn(steps);
    var series = new ArrayList<CaseRecord>();
    var activities =
        List.of(
            "application-received",
            "receive-application",
            "check-application",
            "return-application",
            "complete-application",
            "check-application");
    for (int i = 0; i < activities.size(); i++) {
      series.add(record(i + 1, activities.get(i)));
    }
    when(records.of(CASE)).thenReturn(series);
    when(terms.of(CASE)).thenReturn(List.of(decisionTerm(null)));
    when(caseModels.instances(CASE))
        .thenReturn(List.of(new CaseModels.Instance(CASE, "admit-member", MODEL, null)));
    when(caseModels.passed(CASE)).thenReturn(Map.of(CASE, List.of("lawful")));
    when(caseModels.incidents(CASE))
        .thenReturn(
            List.of(
                new CaseModels.Incident("admit-member", CASE, "enter-in-register", at(9, 11, 0))));
    when(caseModels.xml(MODEL)).thenReturn("<bpmn:definitions/>");
    when(law.find(REFUSED)).thenReturn(Optional.of(refused()));
    when(law.find(GRANTED)).thenReturn(Optional.of(granted()));
    when(law.findAll(any())).thenReturn(Map.of(REFUSED, refused(), GRANTED, granted()));
  }

  static CaseTerms.Term decisionTerm(LocalDate keptOn) {
    return new CaseTerms.Term(
        "admission.decision-days",
        LocalDate.of(2026, 3, 9),
        LocalDate.of(2026, 4, 8),
        false,
        "3085-1, ст. 10, п. 2",
        keptOn);
  }

  private static Cases.Case ended(String id, int person, String outcome, int day) {
    return new Cases.Case(
        id + "-7c1e-11f0-8c53-0242ac120002",
        "admit-member",
        LADYA,
        person(person),
        at(1, 9, 0),
        at(day, 15, 30),
        outcome,
        "2026-00%02d".formatted(person));
  }

  /** The engine tells activities in the order in which they began. */
  private static Cases.Activity begun(Instant at, Cases.Activity it) {
    return new Cases.Activity(
        it.process(),
        it.instance(),
        it.activity(),
        it.kind(),
        it.state(),
        at,
        it.endedAt(),
        it.actor(),
        it.doneFor(),
        it.decision(),
        it.record(),
        it.id(),
        it.task(),
        it.called(),
        it.documents());
  }

  private static Cases.Activity activity(
      long number,
      String id,
      String kind,
      String state,
      int minute,
      PersonId actor,
      UUID decision) {
    return new Cases.Activity(
        "admit-member",
        CASE,
        id,
        kind,
        state,
        at(9, 10, minute),
        state.equals("waiting") ? null : at(9, 10, minute),
        actor,
        null,
        decision == null ? null : decision.toString(),
        number == 0 ? null : number,
        id + "-" + minute,
        id.equals("verify-identity") ? TASK : null,
        null,
        id.equals("receive-application") ? List.of(DIGEST) : List.of());
  }

  private static CaseRecord record(long number, String activity) {
    var stage =
        number < 4
            ? SealState.Stage.ANCHORED
            : number < 6 ? SealState.Stage.SEALED : SealState.Stage.RECORDED;
    var sealed = stage != SealState.Stage.RECORDED;
    var anchored = stage == SealState.Stage.ANCHORED;
    return new CaseRecord(
        CASE,
        number,
        RecordKind.COMPLETED,
        at(9, 10, (int) number),
        null,
        Map.of("activity", activity, "instance", CASE, "process", "admit-member"),
        DIGEST,
        new SealState(
            stage,
            sealed ? 56 + number : null,
            sealed ? at(9, 10, 10) : null,
            anchored ? "0x" + DIGEST : null,
            anchored ? 1204L : null,
            anchored ? at(9, 10, 11) : null));
  }

  private static Decision refused() {
    return decision(
        REFUSED,
        Outcome.MISSING,
        List.of("address"),
        List.of("admission.address"),
        List.of(
            new Finding(
                "admission.address",
                false,
                "в заявлении указано место жительства",
                "3085-1, ст. 10, п. 1",
                "addressGiven",
                "false",
                "admission.citizen-data",
                "фамилия, имя, дата рождения, место жительства",
                "law",
                "confirmed"),
            age()));
  }

  private static Decision granted() {
    return decision(
        GRANTED,
        Outcome.GRANTED,
        List.of(),
        List.of("admission.age"),
        List.of(
            age(),
            new Finding(
                "admission.consent",
                true,
                "согласие на обработку персональных данных оформлено отдельно",
                "152-ФЗ, ст. 9",
                "consentSeparate",
                "true",
                null,
                null,
                null,
                "unverified")));
  }

  private static Finding age() {
    return new Finding(
        "admission.age",
        true,
        "заявителю исполнилось не меньше лет, чем требует норма membership.min-age",
        "3085-1, ст. 7",
        "born",
        "1991-07-04",
        "membership.min-age",
        "16 years",
        "charter",
        "demonstration");
  }

  private static Decision decision(
      UUID id,
      Outcome outcome,
      List<String> missing,
      List<String> reasons,
      List<Finding> findings) {
    return new Decision(
        id,
        LADYA,
        "admission",
        LocalDate.of(2026, 3, 9),
        outcome,
        missing,
        reasons,
        findings,
        DIGEST,
        DIGEST,
        true);
  }

  private void questions() {
    var voters = new ArrayList<Questions.Voter>();
    for (int i = 1; i <= 7; i++) {
      voters.add(new Questions.Voter(person(i), person(i).equals(CHAIR)));
    }
    var question =
        new Questions.Question(
            QUESTION,
            LADYA,
            CASE,
            new Questions.Matter(
                "admission", person(22), UUID.randomUUID(), 40, LocalDate.of(2026, 3, 2)),
            at(10, 9, 0),
            LocalDate.of(2026, 3, 15),
            null,
            null,
            null,
            false,
            voters,
            List.of(
                vote(3, Questions.Choice.FOR),
                vote(4, Questions.Choice.FOR),
                vote(6, Questions.Choice.AGAINST)));
    when(questions.forVoter(any())).thenReturn(List.of(question));
    when(questions.find(any(), eq(QUESTION))).thenReturn(question);
    when(questions.vote(any(), eq(QUESTION), any(), any()))
        .thenReturn(new Receipt(CASE, 8, DIGEST));
    figure("council.quorum-percent", "75", "percent");
    figure("council.majority", "50", "percent");
  }

  private void figure(String norm, String value, String unit) {
    when(law.figure(norm, LADYA, TODAY))
        .thenReturn(
            Optional.of(
                new Law.Figure(norm, value, unit, "устав, п. 9.4", "charter", "demonstration")));
  }

  private static Questions.Vote vote(int person, Questions.Choice choice) {
    return new Questions.Vote(person(person), choice, at(11, 9, 30 + person));
  }

  private void papers() {
    var application = paper(PAPER, Document.Kind.MEMBERSHIP_APPLICATION, 41);
    var consent =
        paper(
            UUID.fromString("00000000-0000-4000-8000-0000000000d2"),
            Document.Kind.DATA_CONSENT,
            38);
    var decision = paper(COUNCIL_PAPER, Document.Kind.COUNCIL_DECISION, 12);
    when(documents.of(CASE)).thenReturn(List.of(application, consent, decision));
    when(documents.find(PAPER)).thenReturn(Optional.of(application));
    when(documents.find(COUNCIL_PAPER)).thenReturn(Optional.of(decision));
    when(documents.html(any())).thenReturn("<!DOCTYPE html><title>Заявление</title>");
  }

  private static Document paper(UUID id, Document.Kind kind, long number) {
    return new Document(
        id,
        kind,
        number,
        LADYA,
        CASE,
        at(9, 10, 2),
        "{\"kind\":1}".getBytes(StandardCharsets.UTF_8),
        DIGEST,
        1,
        false);
  }

  private void application() {
    Form form = FormSamples.read("processes/members/apply-for-membership.form");
    when(applications.form(LADYA)).thenReturn(form);
    when(limit.within(any(), any())).thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
    var consent =
        ShownConsent.of(
            "Я даю потребительскому обществу «Ладья» согласие на обработку моих персональных"
                + " данных: фамилии, имени, отчества, даты рождения, места жительства, телефона и"
                + " адреса электронной почты.\n\nЦель — рассмотрение моего заявления о вступлении"
                + " и ведение реестра пайщиков. Данные хранятся до достижения цели или до отзыва"
                + " согласия.\n\nСогласие можно отозвать в любое время, написав в общество. Отзыв"
                + " не делает незаконной обработку, которая была до него.");
    when(applications.consent(LADYA)).thenReturn(consent);
    when(applications.consent(LADYA, consent.digest())).thenReturn(consent);
    var mine =
        new Applications.Application(
            APPLICATION,
            LADYA,
            APPLICANT,
            CASE,
            Status.TO_BE_COMPLETED,
            LocalDate.of(2026, 3, 9),
            LocalDate.of(2026, 4, 8),
            false);
    when(applications.mine(argThat(caller -> caller != null && !staff(caller))))
        .thenReturn(List.of(mine));
    when(applications.find(any(), eq(APPLICATION))).thenReturn(mine);
    when(applications.apply(eq(LADYA), any(), any()))
        .thenAnswer(
            call -> {
              Map<String, Object> values = call.getArgument(1);
              if (!values.containsKey("familyName")) {
                throw FormSamples.invalid(
                    new Form.FieldError("familyName", "required", List.of()),
                    new Form.FieldError("email", "pattern", List.of()));
              }
              return new Applications.Received(mine.id(), TOKEN, CASE);
            });
    var ask =
        new Task(
            "task-complete",
            CASE,
            "admit-member",
            "complete-application",
            LADYA,
            APPLICANT,
            Set.of(),
            at(9, 10, 3),
            null,
            false);
    when(tasks.list(argThat(c -> c != null && !staff(c)), any(), anyInt(), anyInt()))
        .thenReturn(List.of(ask));
  }
}
