package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.ScriptedSteps;
import coop.artel.people.People;
import coop.artel.values.Refusal;
import coop.artel.workflow.Tasks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that refuses where no model expects it: the caller is told, and nothing is half done. */
@House
class RefusedStepTest {
  /** Of the editions that come into use the house tells by itself, soon after its start. */
  private static final String RECORDS = "notary.records where kind <> 'edition-published'";

  private static final List<String> TABLES =
      List.of(
          "people.persons",
          "people.consents",
          "people.shown_consents",
          "members.applications",
          "documents.documents",
          "access.tokens",
          "law.decisions",
          "workflow.cases",
          "workflow.tasks",
          RECORDS,
          "act_ru_execution");

  @Autowired private ApplicationContext house;
  @Autowired private ScriptedSteps steps;
  @Autowired private JdbcClient sql;
  @Autowired private Tasks tasks;
  @Autowired private People people;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void an_application_that_a_step_refuses_leaves_nothing() {
    var before = counts();
    steps.refuse("checkApplication", new EditionGone());

    assertThatThrownBy(() -> staff.apply(Map.of())).isInstanceOf(EditionGone.class);

    assertThat(counts()).isEqualTo(before);
    assertThat(staff.waiting(staff.caseOfApplicant(), "verify-identity")).isNotNull();
  }

  @Test
  void a_withdrawal_that_a_step_refuses_leaves_the_application_as_it_was() {
    var received = staff.apply(Map.of());
    var applicant = staff.applicant(received);
    var before = counts();
    steps.refuse("recordWithdrawal", new EditionGone());

    assertThatThrownBy(() -> staff.applications().withdraw(applicant, received.application()))
        .isInstanceOf(EditionGone.class);

    assertThat(counts()).isEqualTo(before);
    assertThat(staff.applications().find(applicant, received.application()).status())
        .isEqualTo(Status.IN_CHECK);
    staff.applications().withdraw(applicant, received.application());
    assertThat(staff.outcome(received.caseId())).isEqualTo("withdrawal-recorded");
  }

  @Test
  void an_answer_that_a_step_refuses_leaves_its_task_and_changes_nobody() {
    var received = staff.apply(Map.of("born", ""));
    var applicant = staff.applicant(received);
    var task = staff.waiting(received.caseId(), "complete-application");
    var values = Map.of("born", staff.today().minusYears(40).toString());
    var before = counts();
    steps.refuse("checkApplication", new EditionGone());

    assertThatThrownBy(() -> tasks.complete(applicant, task.id(), values))
        .isInstanceOf(EditionGone.class);

    assertThat(counts()).isEqualTo(before);
    assertThat(people.find(applicant.person()).born()).isNull();
    assertThat(staff.waiting(received.caseId(), "complete-application").id()).isEqualTo(task.id());
    assertThat(tasks.complete(applicant, task.id(), values)).isNotNull();
  }

  private List<Long> counts() {
    return TABLES.stream()
        .map(table -> sql.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  private static final class EditionGone extends Refusal {
    EditionGone() {
      super("edition-gone", "The edition is gone");
    }
  }
}
