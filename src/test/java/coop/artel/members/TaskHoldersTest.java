package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.notary.Receipt;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.TaskAlreadyDone;
import coop.artel.workflow.TaskHeld;
import coop.artel.workflow.TaskUnknown;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whose a task is when several may do it. */
@House
class TaskHoldersTest {
  private static final Map<String, Object> WITHOUT_SIGNATURE =
      Map.of(
          "documentKind", "passport-rf",
          "documentNumber", "0509 123456",
          "issuedOn", "2010-05-20",
          "issuedBy", "ОВД «Учебный» г. Москвы",
          "matches", true,
          "signing", "none");

  @Autowired private ApplicationContext house;
  @Autowired private Callers callers;
  @Autowired private Offices offices;
  @Autowired private People people;
  @Autowired private Tasks tasks;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void a_task_whose_holder_lost_the_office_may_be_taken_by_a_colleague() {
    var secretary = staff.holder(Office.SECRETARY);
    var second = secondSecretary();
    var task = staff.waiting(staff.caseOfApplicant(), "verify-identity").id();
    tasks.claim(callers.of(second), task);
    assertThatExceptionOfType(TaskHeld.class).isThrownBy(() -> tasks.claim(secretary, task));

    offices.relieve(staff.cooperative().id(), Office.SECRETARY, second, staff.today().minusDays(1));

    assertThatExceptionOfType(TaskUnknown.class)
        .isThrownBy(() -> tasks.complete(callers.of(second), task, WITHOUT_SIGNATURE));
    tasks.claim(secretary, task);
    assertThat(tasks.find(secretary, task).assignee()).isEqualTo(secretary.person());
    assertThat(tasks.complete(secretary, task, WITHOUT_SIGNATURE).number()).isPositive();
  }

  @Test
  void of_two_who_complete_a_task_at_once_one_is_told_that_it_is_done() throws Exception {
    var secretary = staff.holder(Office.SECRETARY);
    var task = staff.waiting(staff.caseOfApplicant(), "verify-identity").id();
    tasks.claim(secretary, task);

    var receipts = new ArrayList<Receipt>();
    var refusals = new ArrayList<Refusal>();
    var threads = Executors.newFixedThreadPool(2);
    try {
      for (var answer : threads.invokeAll(twice(secretary, task))) {
        collect(answer, receipts, refusals);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(receipts).hasSize(1);
    assertThat(refusals).hasSize(1).allMatch(TaskAlreadyDone.class::isInstance);
    assertThat(refusals.get(0).code()).isEqualTo("task-already-done");
    assertThat(refusals.get(0).kind()).isEqualTo(Refusal.Kind.CONFLICT);
  }

  private List<Callable<Receipt>> twice(Caller caller, String task) {
    var both = new CyclicBarrier(2);
    Callable<Receipt> completion =
        () -> {
          both.await();
          return tasks.complete(caller, task, WITHOUT_SIGNATURE);
        };
    return List.of(completion, completion);
  }

  private static void collect(
      Future<Receipt> answer, List<Receipt> receipts, List<Refusal> refusals) throws Exception {
    try {
      receipts.add(answer.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        refusals.add(refusal);
      } else {
        throw e;
      }
    }
  }

  private PersonId secondSecretary() {
    var person =
        new Person(
            PersonId.random(),
            "Лаврова",
            "Инна",
            null,
            LocalDate.of(1980, 4, 12),
            null,
            null,
            null,
            null);
    people.register(person);
    offices.entrust(
        staff.cooperative().id(), Office.SECRETARY, person.id(), staff.today().minusDays(30), null);
    return person.id();
  }
}
