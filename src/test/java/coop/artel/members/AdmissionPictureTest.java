package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.law.Outcome;
import coop.artel.law.ScriptedLaw;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.CaseModels;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Cases;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an admission shows of itself on its way: models, steps, terms. */
@House
class AdmissionPictureTest {
  @Autowired private ApplicationContext house;
  @Autowired private Cases cases;
  @Autowired private CaseModels models;
  @Autowired private AdmissionTerms terms;
  @Autowired private Questions questions;
  @Autowired private ScriptedLaw law;
  @Autowired private ProcessEngine engine;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void a_running_case_names_its_called_process_and_each_model_as_it_was_deployed()
      throws IOException {
    var received = staff.apply(Map.of());
    String admission = received.caseId();
    staff.verifyIdentity(admission, "paper");

    var instances = models.instances(admission);
    assertThat(instances)
        .extracting(CaseModels.Instance::process)
        .containsExactly("admit-member", "decide-in-council");
    assertThat(instances.get(0).parent()).isNull();
    assertThat(instances.get(1).parent()).isEqualTo(admission);
    assertThat(models.xml(instances.get(1).model()))
        .isEqualTo(shipped("processes/meetings/decide-in-council.bpmn"));
    assertThat(models.passed(admission).get(admission)).contains("lawful", "signed");

    assertThat(step(admission, "decide-in-council").called()).isEqualTo(instances.get(1).id());
    assertThat(step(admission, "decide-in-council").state()).isEqualTo("waiting");
    assertThat(step(admission, "receive-application").documents()).hasSize(2);

    var application = staff.applications().find(staff.applicant(received), received.application());
    assertThat(terms.of(admission))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.norm()).isEqualTo("admission.decision-days");
              assertThat(it.from()).isEqualTo(application.receivedOn());
              assertThat(it.lastDay()).isEqualTo(application.decideBy());
              assertThat(it.preliminary()).isEqualTo(application.preliminary());
              assertThat(it.article()).startsWith("3085-1");
              assertThat(it.keptOn()).isNull();
            });
  }

  @Test
  void an_admitted_case_has_kept_its_terms() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    assertThat(terms.of(admission))
        .extracting(CaseTerms.Term::norm)
        .contains("admission.payment-working-days");
    staff.pay(admission, "100.00", "300.00");

    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
    assertThat(terms.of(admission))
        .hasSize(3)
        .extracting(CaseTerms.Term::keptOn)
        .containsOnly(staff.today());
    assertThat(cases.activities(admission)).noneMatch(it -> it.state().equals("waiting"));
  }

  @Test
  void a_withdrawn_case_shows_what_was_cancelled_and_keeps_no_term() {
    var received = staff.apply(Map.of());
    staff.verifyIdentity(received.caseId(), "paper");

    staff.applications().withdraw(staff.applicant(received), received.application());

    assertThat(step(received.caseId(), "decide-in-council").state()).isEqualTo("cancelled");
    assertThat(step(received.caseId(), "collect-votes").state()).isEqualTo("cancelled");
    assertThat(terms.of(received.caseId())).extracting(CaseTerms.Term::keptOn).containsOnlyNulls();
  }

  @Test
  void a_lapsed_case_did_not_keep_the_term_to_pay() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    var payBy = staff.waiting(admission, "confirm-payment").due();

    staff.moveClockTo(payBy.plusDays(1), admission);
    law.next("lapse", Outcome.GRANTED);
    staff.sayUnpaid(admission);

    assertThat(staff.outcome(admission)).isEqualTo("decision-lapsed");
    assertThat(step(admission, "confirm-payment").state()).isEqualTo("cancelled");
    assertThat(terms.of(admission))
        .filteredOn(it -> it.norm().equals("admission.payment-working-days"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.lastDay()).isEqualTo(payBy);
              assertThat(it.keptOn()).isNull();
            });
  }

  @Test
  void a_step_that_fails_for_good_is_told_where_it_stands() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    for (var member : staff.council()) {
      questions.vote(member, staff.question(admission).id(), Choice.FOR);
    }
    String council = models.instances(admission).get(1).id();
    assertThat(models.incidents(admission)).isEmpty();

    var jobs = engine.getManagementService();
    jobs.createJobQuery().processInstanceId(council).messages().list().stream()
        .forEach(job -> jobs.setJobRetries(job.getId(), 0));

    assertThat(models.incidents(admission))
        .extracting(CaseModels.Incident::instance, CaseModels.Incident::activity)
        .contains(tuple(council, "count-votes"));
  }

  @Test
  void an_officer_of_another_cooperative_does_not_learn_of_the_case() {
    String admission = staff.caseOfApplicant();
    var stranger =
        new Caller(
            PersonId.random(),
            "Чужой секретарь",
            Map.of(CooperativeId.random(), EnumSet.of(Office.SECRETARY)),
            Set.of());

    assertThatThrownBy(() -> cases.find(stranger, admission))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.code()).isEqualTo("case-unknown"));
  }

  private Cases.Activity step(String caseId, String activity) {
    List<Cases.Activity> runs =
        cases.activities(caseId).stream().filter(it -> it.activity().equals(activity)).toList();
    assertThat(runs).as("runs of %s", activity).isNotEmpty();
    return runs.get(runs.size() - 1);
  }

  private static String shipped(String file) throws IOException {
    try (InputStream stream = AdmissionPictureTest.class.getResourceAsStream("/" + file)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
