package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.meetings.Questions;
import coop.artel.notary.Receipt;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Cases;
import coop.artel.workflow.ClockControl;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** The people of a cooperative, if not of the demonstration's, and what they do in an admission. */
final class Staff {
  private static final AtomicInteger APPLICANTS = new AtomicInteger();
  private static final AtomicInteger DOCUMENTS = new AtomicInteger();

  private final Applications applications;
  private final Accounts accounts;
  private final Callers callers;
  private final Offices offices;
  private final Tasks tasks;
  private final Cases cases;
  private final Questions questions;
  private final Jobs jobs;
  private final LegalClock clock;
  private final ClockControl control;
  private final Cooperative cooperative;

  Staff(ApplicationContext house) {
    this(house, house.getBean(Cooperatives.class).all().get(0));
  }

  Staff(ApplicationContext house, Cooperative cooperative) {
    applications = house.getBean(Applications.class);
    accounts = house.getBean(Accounts.class);
    callers = house.getBean(Callers.class);
    offices = house.getBean(Offices.class);
    tasks = house.getBean(Tasks.class);
    cases = house.getBean(Cases.class);
    questions = house.getBean(Questions.class);
    jobs = house.getBean(Jobs.class);
    clock = house.getBean(LegalClock.class);
    control = house.getBean(ClockControl.class);
    this.cooperative = cooperative;
  }

  /** Names hold letters only, and nobody may apply twice in a month after a lapse. */
  private static String letters(int number) {
    return String.valueOf(number)
        .chars()
        .mapToObj(c -> "абвгдежзик".substring(c - '0', c - '0' + 1))
        .collect(java.util.stream.Collectors.joining());
  }

  Applications.Received apply(Map<String, Object> changes) {
    return applications.apply(
        cooperative.id(), values(changes), applications.consent(cooperative.id()).digest());
  }

  Applications.Received applyOnPaper(Map<String, Object> changes) {
    String scan = "cd".repeat(32);
    return applications.applyOnPaper(
        holder(Office.SECRETARY),
        cooperative.id(),
        values(changes),
        new OnPaper(today(), scan, today(), scan));
  }

  private Map<String, Object> values(Map<String, Object> changes) {
    var values = new HashMap<String, Object>();
    values.put("familyName", "Петров" + letters(APPLICANTS.incrementAndGet()));
    values.put("givenName", "Иван");
    values.put("born", today().minusYears(36).toString());
    values.put("address", "г. Москва, ул. Зелёная, д. 5, кв. 12");
    values.put("phone", "+7 900 000-00-00");
    values.put("email", "ivan@example.org");
    values.put("consentGiven", true);
    values.putAll(changes);
    values.values().removeIf(""::equals);
    return values;
  }

  String caseOfApplicant() {
    return apply(Map.of()).caseId();
  }

  Caller applicant(Applications.Received received) {
    return callers.of(accounts.byToken(received.token()).orElseThrow());
  }

  Caller holder(Office office) {
    return callers.of(offices.holders(cooperative.id(), office, today()).get(0));
  }

  /** The chair first: without that vote there is no quorum. */
  List<Caller> council() {
    return offices.holders(cooperative.id(), Office.COUNCIL, today()).stream()
        .map(callers::of)
        .sorted(Comparator.comparing(it -> !it.holds(cooperative.id(), Office.CHAIR)))
        .toList();
  }

  LocalDate today() {
    return clock.today(cooperative.zone());
  }

  /** The one task of that name that waits in the case. */
  Task waiting(String caseId, String activity) {
    var open =
        tasks.ofCase(caseId).stream().filter(task -> task.activity().equals(activity)).toList();
    assertThat(open)
        .as("open tasks %s of the case", tasks.ofCase(caseId).stream().map(Task::activity).toList())
        .hasSize(1);
    return open.get(0);
  }

  Receipt complete(Caller caller, String caseId, String activity, Map<String, ?> values) {
    Task task = waiting(caseId, activity);
    tasks.claim(caller, task.id());
    return tasks.complete(caller, task.id(), values);
  }

  /** Of a document that nobody else has. */
  void verifyIdentity(String caseId, String signing) {
    verifyIdentity(caseId, signing, "0509 %06d".formatted(DOCUMENTS.incrementAndGet()));
  }

  void verifyIdentity(String caseId, String signing, String documentNumber) {
    var values = new HashMap<String, Object>();
    values.put("documentKind", "passport-rf");
    values.put("documentNumber", documentNumber);
    values.put("issuedOn", "2010-05-20");
    values.put("issuedBy", "ОВД «Учебный» г. Москвы");
    values.put("matches", true);
    values.put("signing", signing);
    if (!signing.equals("none")) {
      values.put("signedOn", today().toString());
    }
    if (signing.equals("paper")) {
      values.put("scanDigest", "ab".repeat(32));
    }
    complete(holder(Office.SECRETARY), caseId, "verify-identity", values);
  }

  /** The document that was shown is not the applicant's, or says something else. */
  void findMismatch(String caseId, String activity, String mismatch, String note) {
    var values = new HashMap<String, Object>();
    if (activity.equals("verify-identity")) {
      values.put("documentKind", "passport-rf");
      values.put("documentNumber", "0509 %06d".formatted(DOCUMENTS.incrementAndGet()));
      values.put("issuedOn", "2010-05-20");
      values.put("issuedBy", "ОВД «Учебный» г. Москвы");
    }
    values.put("matches", false);
    values.put("mismatch", mismatch);
    values.put("note", note);
    complete(holder(Office.SECRETARY), caseId, activity, values);
  }

  void vote(String caseId, Questions.Choice choice) {
    vote(caseId, council(), choice);
  }

  void vote(String caseId, List<Caller> voters, Questions.Choice choice) {
    var question = question(caseId);
    for (Caller member : voters) {
      questions.vote(member, question.id(), choice);
    }
    jobs.runDue(caseId);
  }

  /** Seats these on the council from today on, the first as the chair. */
  void seat(List<PersonId> members, String caseId) {
    entrust(Office.CHAIR, members.get(0), today(), caseId);
    members
        .subList(1, members.size())
        .forEach(member -> entrust(Office.COUNCIL, member, today(), caseId));
  }

  void dismissChair(PersonId chair, LocalDate last) {
    offices.relieve(cooperative.id(), Office.CHAIR, chair, last);
  }

  void fillSeats(String caseId) {
    var task = waiting(caseId, "fill-council-seats");
    var secretary = holder(Office.SECRETARY);
    tasks.claim(secretary, task.id());
    tasks.complete(secretary, task.id(), Map.of("filled", true));
    jobs.runDue(caseId);
  }

  Questions.Question question(String caseId) {
    return questions.forVoter(council().get(0)).stream()
        .filter(it -> it.caseId().equals(caseId))
        .findFirst()
        .orElseThrow();
  }

  void closeVote(String caseId) {
    questions.close(holder(Office.CHAIR), question(caseId).id());
    jobs.runDue(caseId);
  }

  /** From the next day on nobody sits on the council; answers who did, the chair first. */
  List<PersonId> dismissCouncil(String caseId) {
    var chair = holder(Office.CHAIR).person();
    var members = new ArrayList<>(council().stream().map(Caller::person).toList());
    members.remove(chair);
    members.add(0, chair);
    members.forEach(member -> dismiss(member, caseId));
    return members;
  }

  /** This day is the last of somebody's in the council. */
  void dismiss(PersonId member, String caseId) {
    var held = offices.of(member, today()).get(cooperative.id());
    var last = today();
    for (Office office : List.of(Office.CHAIR, Office.COUNCIL)) {
      if (held.contains(office)) {
        try {
          offices.relieve(cooperative.id(), office, member, last);
        } catch (Refusal seatedByTheChair) {
          // Whoever is the chair is of the council without a line of its own.
          assertThat(seatedByTheChair.code()).isEqualTo("office-not-held");
        }
      }
    }
    jobs.runDue(caseId);
  }

  void entrust(Office office, PersonId person, LocalDate first, String caseId) {
    offices.entrust(cooperative.id(), office, person, first, null);
    jobs.runDue(caseId);
  }

  void sendNotice(String caseId) {
    complete(
        holder(Office.SECRETARY),
        caseId,
        "send-notice",
        Map.of("sentOn", today().toString(), "means", "email"));
  }

  void pay(String caseId, String entranceFee, String share) {
    var values = new HashMap<String, Object>();
    values.put("entranceFee", entranceFee);
    values.put("entranceFeePaidOn", today().toString());
    if (!share.isEmpty()) {
      values.put("share", share);
      values.put("sharePaidOn", today().toString());
    }
    values.put("paymentDocument", "ПП-17");
    complete(holder(Office.ACCOUNTANT), caseId, "confirm-payment", values);
    jobs.runDue(caseId);
  }

  /** What the accountant says after the term: nothing came, or it came on a day. */
  void sayUnpaid(String caseId) {
    complete(holder(Office.ACCOUNTANT), caseId, "confirm-nonpayment", Map.of("arrived", "no"));
    jobs.runDue(caseId);
  }

  void sayPaidInPart(String caseId, String entranceFee, LocalDate day) {
    complete(
        holder(Office.ACCOUNTANT),
        caseId,
        "confirm-nonpayment",
        Map.of(
            "arrived",
            "no",
            "entranceFee",
            entranceFee,
            "entranceFeePaidOn",
            day.toString(),
            "paymentDocument",
            "ПП-19"));
    jobs.runDue(caseId);
  }

  /** The chair says whether additions are still waited for. */
  void decideOnWaiting(String caseId, Map<String, Object> decision) {
    var values = new HashMap<>(decision);
    values.put("note", "Заявитель обещал прислать сведения");
    complete(holder(Office.CHAIR), caseId, "take-up-overdue-application", values);
    jobs.runDue(caseId);
  }

  void sayPaid(String caseId, LocalDate day) {
    complete(
        holder(Office.ACCOUNTANT),
        caseId,
        "confirm-nonpayment",
        Map.of(
            "arrived",
            "yes",
            "entranceFee",
            "100.00",
            "entranceFeePaidOn",
            day.toString(),
            "share",
            "300.00",
            "sharePaidOn",
            day.toString(),
            "paymentDocument",
            "ПП-18"));
    jobs.runDue(caseId);
  }

  void judge(String caseId, boolean allowed) {
    complete(
        holder(Office.CHAIR),
        caseId,
        "judge-by-hand",
        Map.of("allowed", allowed ? "yes" : "no", "reason", "Изучил документы и решаю так"));
    jobs.runDue(caseId);
  }

  void moveClockTo(LocalDate day, String caseId) {
    var operator =
        new Caller(
            holder(Office.SECRETARY).person(), "Оператор", Map.of(), Set.of(PlatformRole.OPERATOR));
    if (day.isAfter(today())) {
      control.moveTo(operator, day);
    }
    jobs.runDue(caseId);
  }

  String outcome(String caseId) {
    return cases.find(holder(Office.AUDITOR), caseId).outcome();
  }

  List<String> path(String caseId) {
    return cases.activities(caseId).stream().map(Cases.Activity::activity).toList();
  }

  Cooperative cooperative() {
    return cooperative;
  }

  Applications applications() {
    return applications;
  }
}
