package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.Deeds;
import coop.artel.law.CaseMoves;
import coop.artel.law.Publications;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Exports;
import coop.artel.notary.Policies;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notary.Verifier;
import coop.artel.publishing.Lawyers;
import coop.artel.publishing.Moves;
import coop.artel.publishing.Proposals;
import coop.artel.registry.Office;
import coop.artel.values.Refusal;
import coop.artel.workflow.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A running admission, which keeps its edition until a lawyer and its chair move it. */
@House
class MovedCasesTest {
  @Autowired private ApplicationContext house;
  @Autowired private Moves moves;
  @Autowired private Deeds deeds;
  @Autowired private Records records;
  @Autowired private Exports exports;
  @Autowired private Policies policies;
  @Autowired private Publications publications;
  @Autowired private Proposals proposals;
  @Autowired private Jobs jobs;
  private Staff staff;
  private Lawyers lawyers;
  private String admission;
  private int before;

  @BeforeEach
  void an_admission_and_then_another_edition() {
    staff = new Staff(house);
    lawyers = new Lawyers(house);
    before = publications.newest("ru");
    admission = staff.apply(Map.of()).caseId();
    assertThat(steps()).isEmpty();
    lawyers.publish(lawyers.propose(lawyers.draft()), publications.today("ru"));
  }

  @AfterEach
  void what_was_in_force_is_so_again() {
    var back = proposals.restore(lawyers.author(), "ru", before);
    jobs.runDue(back.caseId());
    lawyers.publish(back, publications.today("ru"));
  }

  private List<CaseMoves.Step> steps() {
    return moves.of(lawyers.author(), "ru").stream()
        .filter(it -> it.of().id().equals(admission))
        .flatMap(it -> it.steps().stream())
        .toList();
  }

  private Caller chair() {
    return staff.holder(Office.CHAIR);
  }

  @Test
  void two_persons_move_a_case_and_its_record_names_both() throws IOException {
    assertThat(steps()).isNotEmpty().allSatisfy(it -> assertThat(it.otherwise()).isFalse());
    var questions = steps().stream().map(CaseMoves.Step::question).toList();

    var deed = moves.propose(lawyers.author(), admission);
    assertThat(deeds.openFor(chair())).contains(deed);
    assertThat(steps()).isNotEmpty();
    deeds.approve(deed.id(), chair());

    assertThat(steps()).isEmpty();
    refused("case-not-movable", () -> moves.propose(lawyers.author(), admission));
    assertProved();
    var moved = records.of(admission).stream().filter(it -> it.kind() == RecordKind.MOVED).toList();
    assertThat(moved)
        .extracting(it -> it.members().get("question"))
        .containsExactlyElementsOf(questions);
    assertThat(moved)
        .extracting(CaseRecord::members)
        .allSatisfy(
            it -> {
              assertThat(it).containsKeys("from", "to", "fromFiles", "toFiles", "deed");
              assertThat(it.get("fromFiles")).isNotEqualTo(it.get("toFiles"));
              assertThat(it.get("proposedBy")).isNotEqualTo(it.get("approvedBy"));
            });
  }

  private void assertProved() throws IOException {
    var out = new ByteArrayOutputStream();
    exports.write(admission, out);
    var verdict =
        Verifier.verify(out.toByteArray(), policies.text().getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.result()).as("%s", verdict.lines()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void neither_a_lawyer_alone_nor_the_staff_moves_a_case() {
    refused("deed-not-theirs", () -> moves.propose(chair(), admission));
    var deed = moves.propose(lawyers.author(), admission);

    refused("same-person", () -> deeds.approve(deed.id(), lawyers.author()));
    refused("deed-not-theirs", () -> deeds.approve(deed.id(), lawyers.second()));
    refused("deed-unknown", () -> deeds.approve(deed.id(), staff.holder(Office.SECRETARY)));
    refused("deed-waiting", () -> moves.propose(lawyers.second(), admission));
    assertThat(steps()).isNotEmpty();
    deeds.reject(deed.id(), lawyers.author(), "Передумали");
  }

  @Test
  void what_moving_means_is_approved_as_it_was_proposed_or_not_at_all() {
    var deed = moves.propose(lawyers.author(), admission);
    lawyers.publish(lawyers.propose(lawyers.draft()), publications.today("ru"));

    refused("move-changed", () -> deeds.approve(deed.id(), chair()));

    assertThat(steps()).isNotEmpty();
    assertThat(records.of(admission)).extracting(CaseRecord::kind).doesNotContain(RecordKind.MOVED);
    deeds.reject(deed.id(), lawyers.author(), "Предложу заново");
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
