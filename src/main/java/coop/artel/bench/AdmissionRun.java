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
import java.util.List;
import java.util.Map;
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
  private final AdmissionForms forms;
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
    LocalDate today = service.getBean(LegalClock.class).today(cooperative.zone());
    forms = new AdmissionForms(today);
    var callers = service.getBean(Callers.class);
    var offices = service.getBean(Offices.class);
    council =
        offices.holders(cooperative.id(), Office.COUNCIL, today).stream().map(callers::of).toList();
    chair = holder(offices, callers, Office.CHAIR, today);
    secretary = holder(offices, callers, Office.SECRETARY, today);
    accountant = holder(offices, callers, Office.ACCOUNTANT, today);
  }

  private Caller holder(Offices offices, Callers callers, Office office, LocalDate today) {
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
    String caseId = apply();
    decide(caseId);
    pay(caseId);
    if (!tasks.ofCase(caseId).isEmpty()) {
      throw new IllegalStateException("Case %s did not end".formatted(caseId));
    }
  }

  /** A case that waits for the secretary. */
  String apply() {
    String shown = applications.consent(cooperative.id()).digest();
    return applications.apply(cooperative.id(), forms.application(), shown).caseId();
  }

  /** From the secretary to the accountant. */
  void decide(String caseId) {
    complete(secretary, caseId, forms.verification());
    var question =
        questions.forVoter(chair).stream()
            .filter(it -> it.caseId().equals(caseId))
            .findFirst()
            .orElseThrow();
    for (Caller member : council) {
      questions.vote(member, question.id(), Questions.Choice.FOR);
    }
    jobs.runDue(caseId);
    complete(secretary, caseId, forms.notice());
  }

  /** From the accountant to the certificate. */
  void pay(String caseId) {
    complete(accountant, caseId, forms.payment());
    jobs.runDue(caseId);
  }

  /** The only task of a case of its own, claimed. */
  String openStep() {
    String caseId =
        processes.start("ask-a-person", cooperative.id(), null, PersonId.random(), JUDGE_BY);
    String task = tasks.ofCase(caseId).get(0).id();
    tasks.claim(chair, task);
    return task;
  }

  void completeStep(String task) {
    tasks.complete(
        chair, task, Map.of("allowed", "yes", "reason", "Документы проверены, оснований нет"));
  }

  private static final coop.artel.workflow.Variable.Assignment JUDGE_BY =
      coop.artel.workflow.Variable.date("judgeBy").with(LocalDate.of(2099, 1, 1));

  private void complete(Caller caller, String caseId, Map<String, Object> values) {
    Task task = tasks.ofCase(caseId).get(0);
    tasks.claim(caller, task.id());
    tasks.complete(caller, task.id(), values);
  }

  /** The sequencer works beside; whatever it has not sealed yet is still part of the work. */
  void awaitSealed() {
    while (sql.sql("select count(*) from notary.queue").query(Long.class).single() > 0) {
      Thread.onSpinWait();
    }
  }
}
