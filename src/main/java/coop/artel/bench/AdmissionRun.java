package coop.artel.bench;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.meetings.Questions;
import coop.artel.members.Applications;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.Processes;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole admissions and single steps, played in one thread against the service's own beans. */
final class AdmissionRun {
  private final Applications applications;
  private final Tasks tasks;
  private final Questions questions;
  private final Processes processes;
  private final Jobs jobs;
  private final JdbcClient sql;
  private final Cooperative cooperative;
  private final LocalDate today;
  private final List<Caller> council;
  private final Caller chair;
  private final Caller secretary;
  private final Caller accountant;

  AdmissionRun(ApplicationContext service) {
    applications = service.getBean(Applications.class);
    tasks = service.getBean(Tasks.class);
    questions = service.getBean(Questions.class);
    processes = service.getBean(Processes.class);
    jobs = service.getBean(Jobs.class);
    sql = service.getBean(JdbcClient.class);
    cooperative = service.getBean(Cooperatives.class).all().get(0);
    today = service.getBean(LegalClock.class).today(cooperative.zone());
    var callers = service.getBean(Callers.class);
    var offices = service.getBean(Offices.class);
    council =
        offices.holders(cooperative.id(), Office.COUNCIL, today).stream().map(callers::of).toList();
    chair = holder(offices, callers, Office.CHAIR);
    secretary = holder(offices, callers, Office.SECRETARY);
    accountant = holder(offices, callers, Office.ACCOUNTANT);
  }

  private Caller holder(Offices offices, Callers callers, Office office) {
    return callers.of(offices.holders(cooperative.id(), office, today).get(0));
  }

  /** Seconds for so many admissions, from application to certificate, sealed. */
  double admit(int cases) {
    long begun = System.nanoTime();
    for (int i = 0; i < cases; i++) {
      admit();
    }
    awaitSealed();
    return (System.nanoTime() - begun) / 1e9;
  }

  private void admit() {
    String shown = applications.consent(cooperative.id()).digest();
    String caseId = applications.apply(cooperative.id(), application(), shown).caseId();
    complete(secretary, caseId, verification());
    var question =
        questions.forVoter(chair).stream()
            .filter(it -> it.caseId().equals(caseId))
            .findFirst()
            .orElseThrow();
    for (Caller member : council) {
      questions.vote(member, question.id(), Questions.Choice.FOR);
    }
    jobs.runDue(caseId);
    complete(secretary, caseId, Map.of("sentOn", today.toString(), "means", "email"));
    complete(accountant, caseId, payment());
    jobs.runDue(caseId);
    if (!tasks.ofCase(caseId).isEmpty()) {
      throw new IllegalStateException("Case %s did not end".formatted(caseId));
    }
  }

  /** Seconds for completing so many user tasks of a process that has nothing else. */
  double completeSteps(int steps) {
    String[] waiting = new String[steps];
    for (int i = 0; i < steps; i++) {
      String caseId =
          processes.start("ask-a-person", cooperative.id(), null, PersonId.random(), JUDGE_BY);
      waiting[i] = tasks.ofCase(caseId).get(0).id();
      tasks.claim(chair, waiting[i]);
    }
    awaitSealed();
    long begun = System.nanoTime();
    for (String task : waiting) {
      tasks.complete(
          chair, task, Map.of("allowed", "yes", "reason", "Документы проверены, оснований нет"));
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static final coop.artel.workflow.Variable.Assignment JUDGE_BY =
      coop.artel.workflow.Variable.date("judgeBy").with(LocalDate.of(2099, 1, 1));

  private void complete(Caller caller, String caseId, Map<String, Object> values) {
    Task task = tasks.ofCase(caseId).get(0);
    tasks.claim(caller, task.id());
    tasks.complete(caller, task.id(), values);
  }

  /** The sequencer works beside; whatever it has not sealed yet is still part of the work. */
  private void awaitSealed() {
    while (sql.sql("select count(*) from notary.queue").query(Long.class).single() > 0) {
      Thread.onSpinWait();
    }
  }

  private Map<String, Object> application() {
    var values = new HashMap<String, Object>();
    values.put("familyName", "Петров");
    values.put("givenName", "Иван");
    values.put("born", today.minusYears(36).toString());
    values.put("address", "г. Москва, ул. Зелёная, д. 5, кв. 12");
    values.put("phone", "+7 900 000-00-00");
    values.put("email", "bench@example.org");
    values.put("income", "earns");
    values.put("consentGiven", true);
    return values;
  }

  /** Each applicant with a passport of the own: one that is known sends the case another way. */
  private Map<String, Object> verification() {
    return Map.of(
        "documentKind",
        "passport-rf",
        "documentNumber",
        "%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L)),
        "issuedOn",
        "2010-05-20",
        "issuedBy",
        "ОВД «Учебный» г. Москвы",
        "matches",
        true,
        "signing",
        "paper",
        "signedOn",
        today.toString(),
        "scanDigest",
        "ab".repeat(32));
  }

  private Map<String, Object> payment() {
    return Map.of(
        "entranceFee", "100.00",
        "entranceFeePaidOn", today.toString(),
        "share", "300.00",
        "sharePaidOn", today.toString(),
        "paymentDocument", "ПП-17");
  }
}
