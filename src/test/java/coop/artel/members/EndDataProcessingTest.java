package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.workflow.FlowCoverage;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Task;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the data of whoever consents no longer. */
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndDataProcessingTest {
  static final Set<String> MODELS = Set.of("end-data-processing");

  @Autowired private ApplicationContext house;
  @Autowired private FlowCoverage coverage;
  @Autowired private AccountForData accounted;
  @Autowired private JdbcClient sql;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @AfterAll
  void every_activity_and_flow_of_this_model_was_passed() {
    assertThat(coverage.neverPassedIn(MODELS)).isEmpty();
  }

  @Test
  void the_secretary_has_thirty_days_from_the_withdrawal_and_tells_the_ground_of_keeping() {
    var received = staff.apply(Map.of());
    var today = staff.today();
    staff
        .applications()
        .withdrawConsentOnPaper(staff.holder(Office.SECRETARY), received.application(), today);
    var caseId = begunAbout(personOf(received));

    Task task = staff.waiting(caseId, "account-for-data");
    assertThat(task.due()).isAfterOrEqualTo(today.plusDays(30)).isBefore(today.plusDays(45));
    assertThat(task.groups()).containsExactly(staff.cooperative().id() + ":secretary");
    assertThatThrownBy(
            () ->
                staff.complete(
                    staff.holder(Office.SECRETARY), caseId, "account-for-data", Map.of()))
        .isInstanceOf(FormInvalid.class);
    staff.complete(
        staff.holder(Office.SECRETARY),
        caseId,
        "account-for-data",
        Map.of("ground", "152-ФЗ, ст. 6: заявление хранится пять лет"));

    assertThat(staff.outcome(caseId)).isEqualTo("data-accounted-for");
    assertThat(accounted.of(caseId))
        .singleElement()
        .satisfies(it -> assertThat(it.value().toString()).startsWith("152-ФЗ"));
  }

  private PersonId personOf(Applications.Received received) {
    return house
        .getBean(Dossiers.class)
        .find(received.application())
        .map(Dossier::person)
        .orElseThrow();
  }

  private String begunAbout(PersonId person) {
    return sql.sql("select id from workflow.cases where process = ? and subject = ?")
        .params("end-data-processing", person.value())
        .query(String.class)
        .single();
  }
}
