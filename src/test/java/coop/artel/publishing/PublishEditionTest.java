package coop.artel.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.House;
import coop.artel.ScriptedSteps;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.law.EditionFault;
import coop.artel.law.LegalDays;
import coop.artel.law.Publication;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import coop.artel.notary.Exports;
import coop.artel.notary.Policies;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notary.Verifier;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.CaseFilter;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.Cases;
import coop.artel.workflow.FlowCoverage;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.Tasks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the model of a publication; no decision of anybody changes by it. */
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class PublishEditionTest {
  public static final Set<String> MODELS = Set.of("publish-edition");

  private static final CooperativeId RUSSIA = CooperativeId.ofCountry("ru");

  @Autowired private ApplicationContext house;
  @Autowired private Publications publications;
  @Autowired private Proposals proposals;
  @Autowired private NoticeBoard notices;
  @Autowired private RuleDrafts drafts;
  @Autowired private Tasks tasks;
  @Autowired private Cases cases;
  @Autowired private CaseSearch search;
  @Autowired private Records records;
  @Autowired private Jobs jobs;
  @Autowired private LegalDays days;
  @Autowired private Callers callers;
  @Autowired private ScriptedSteps steps;
  @Autowired private FlowCoverage coverage;
  @Autowired private JdbcClient sql;
  @Autowired private Exports exports;
  @Autowired private Policies policies;
  private Lawyers lawyers;
  private int before;

  @BeforeAll
  void who_is_here() {
    lawyers = new Lawyers(house);
    before = publications.newest("ru");
  }

  /** What was in force before this test is so again, by the process itself. */
  @AfterEach
  void the_files_are_as_they_were() {
    steps.mend("putInForce");
    var newest = publications.find("ru", publications.newest("ru"));
    if (!newest.fileSet().equals(publications.find("ru", before).fileSet())) {
      var back = proposals.restore(lawyers.author(), "ru", before);
      jobs.runDue(back.caseId());
      lawyers.publish(back, today());
    }
  }

  @AfterAll
  void every_activity_and_flow_of_the_model_was_passed() {
    assertThat(coverage.neverPassedIn(MODELS)).isEmpty();
  }

  private LocalDate today() {
    return publications.today("ru");
  }

  private Publication newest() {
    return publications.find("ru", publications.newest("ru"));
  }

  @Test
  void what_one_lawyer_writes_is_in_force_once_a_second_has_published_it() {
    var draft = lawyers.draft();
    var proposed = lawyers.propose(draft);
    int number = newest().number();

    assertThat(lawyers.waiting(proposed, "review-edition").groups())
        .containsExactly(RUSSIA + ":lawyer");
    lawyers.publish(proposed, today());

    assertThat(newest().number()).isEqualTo(number + 1);
    assertThat(newest().fileSet()).isEqualTo(proposed.fileSet());
    assertThat(newest().liveFrom()).contains(today());
    assertThat(newest().author()).contains(lawyers.author().person());
    assertThat(newest().approver()).contains(lawyers.second().person());
    assertThat(publications.now("ru")).contains(newest());
    assertThat(drafts.find(draft).state()).isEqualTo(RuleDraft.State.PUBLISHED);
    assertThat(proposals.find(proposed.id()).state()).isEqualTo(Proposal.State.PUBLISHED);
    assertThat(cases.find(lawyers.second(), proposed.caseId()).outcome())
        .isEqualTo("edition-published");
  }

  @Test
  void the_case_and_the_countrys_editions_both_tell_of_the_publication() {
    var proposed = lawyers.propose(lawyers.draft());
    lawyers.publish(proposed, today());

    for (var series : new String[] {proposed.caseId(), "rules:ru"}) {
      var told =
          records.of(series).stream()
              .filter(it -> it.kind() == RecordKind.EDITION_PUBLISHED)
              .reduce((first, last) -> last)
              .orElseThrow();
      assertThat(told.members())
          .containsEntry("files", proposed.fileSet())
          .containsEntry("edition", newest().edition())
          .containsEntry("liveFrom", today().toString());
      assertThat(told.members().get("author")).isNotEqualTo(told.members().get("approver"));
    }
    assertThat(records.of(proposed.caseId()))
        .filteredOn(it -> "review-edition".equals(it.members().get("activity")))
        .singleElement()
        .satisfies(it -> assertThat(it.actor()).isEqualTo(lawyers.second().person()));
  }

  @Test
  void its_case_is_exported_and_proven_as_any_other() throws IOException {
    var proposed = lawyers.propose(lawyers.draft());
    lawyers.publish(proposed, today());
    var out = new ByteArrayOutputStream();
    exports.write(proposed.caseId(), out);

    var verdict =
        Verifier.verify(out.toByteArray(), policies.text().getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.result()).as("%s", verdict.lines()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void an_edition_is_a_case_of_its_country_that_lawyers_find_and_others_do_not() {
    var proposed = lawyers.propose(lawyers.draft());
    var stranger = new Caller(PersonId.random(), "", Map.of(), Set.of());

    var found = cases.find(lawyers.second(), proposed.caseId());
    assertThat(found.cooperative()).isEqualTo(RUSSIA);
    assertThat(found.number()).startsWith(days.of(RUSSIA).getYear() + "-");
    assertThat(search.list(lawyers.second(), CaseFilter.of(found.number()), 0, 100))
        .extracting(Cases.Case::id)
        .contains(proposed.caseId());
    assertThat(cases.knows(stranger, proposed.caseId())).isFalse();
    assertThat(tasks.list(lawyers.second(), Tasks.View.GROUPS, 0, 100))
        .extracting(it -> it.caseId())
        .contains(proposed.caseId());
    assertThat(callers.inGroup(RUSSIA + ":lawyer"))
        .contains(lawyers.author().person(), lawyers.second().person());
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void a_red_case_goes_back_to_its_author_who_mends_it() {
    var draft = lawyers.draft("refused");
    var proposed = lawyers.propose(draft);

    assertThat(proposed.faults())
        .containsExactly(
            new EditionFault(
                "case-red", Optional.of("signature"), List.of("E-" + draft, "ещё один пример")));
    var task = lawyers.waiting(proposed, "mend-edition");
    assertThat(task.assignee()).isEqualTo(lawyers.author().person());
    assertThat(tasks.form(lawyers.author(), task.id()).values().get("wrong").toString())
        .contains("E-" + draft);
    assertThat(tasks.form(lawyers.author(), task.id()).values().get("where").toString())
        .contains(drafts.find(draft).title());
    assertThat(notices.list(lawyers.author(), 0, 20))
        .extracting(Notice::kind, Notice::about)
        .contains(tuple(Notice.Kind.TASK_GIVEN, task.id()));
    refused("draft-proposed-already", () -> proposals.propose(lawyers.author(), draft));
    assertThat(proposals.openOf(draft)).map(Proposal::id).contains(proposed.id());
    refused("draft-proposed-already", () -> proposals.withdraw(lawyers.second(), draft));
    lawyers.write(draft, "granted");
    lawyers.complete(lawyers.author(), proposed, "mend-edition", Map.of("next", "resubmit"));

    lawyers.waiting(proposed, "review-edition");
    assertThat(proposals.find(proposed.id()).faults()).isEmpty();
    assertThat(proposals.find(proposed.id()).round()).isEqualTo(2);
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void what_a_second_lawyer_sends_back_says_why_and_may_be_withdrawn() {
    var draft = lawyers.draft();
    var proposed = lawyers.propose(draft);

    assertThatThrownBy(
            () ->
                lawyers.complete(
                    lawyers.second(), proposed, "review-edition", Map.of("verdict", "return")))
        .isInstanceOfSatisfying(
            FormInvalid.class, it -> assertThat(it.errors().get(0).key()).isEqualTo("note"));
    lawyers.complete(
        lawyers.second(),
        proposed,
        "review-edition",
        Map.of("verdict", "return", "note", "Назовите пример иначе"));
    var task = lawyers.waiting(proposed, "mend-edition");
    assertThat(tasks.form(lawyers.author(), task.id()).values())
        .containsEntry("wrong", "Назовите пример иначе");
    lawyers.complete(lawyers.author(), proposed, "mend-edition", Map.of("next", "withdraw"));

    assertThat(cases.find(lawyers.author(), proposed.caseId()).outcome())
        .isEqualTo("edition-withdrawn");
    assertThat(proposals.find(proposed.id()).state()).isEqualTo(Proposal.State.WITHDRAWN);
    assertThat(drafts.find(draft).state()).isEqualTo(RuleDraft.State.OPEN);
  }

  @Test
  void only_its_author_recalls_what_waits_for_review() {
    var draft = lawyers.draft();
    var proposed = lawyers.propose(draft);

    refused("proposal-not-theirs", () -> proposals.recall(lawyers.second(), proposed.id()));
    proposals.recall(lawyers.author(), proposed.id());

    assertThat(cases.find(lawyers.author(), proposed.caseId()).outcome())
        .isEqualTo("edition-recalled");
    assertThat(drafts.find(draft).state()).isEqualTo(RuleDraft.State.OPEN);
    refused("not-awaited", () -> proposals.recall(lawyers.author(), proposed.id()));
  }

  @Test
  void what_was_overtaken_before_it_was_published_goes_back() {
    var slow = lawyers.propose(lawyers.draft());
    var task = lawyers.waiting(slow, "review-edition");
    tasks.claim(lawyers.second(), task.id());
    tasks.complete(
        lawyers.second(), task.id(), Map.of("verdict", "publish", "liveFrom", today().toString()));
    var quick = lawyers.propose(lawyers.draft());
    lawyers.publish(quick, today());
    int number = newest().number();

    jobs.runDue(slow.caseId());

    lawyers.waiting(slow, "mend-edition");
    assertThat(newest().number()).isEqualTo(number);
    assertThat(proposals.find(slow.id()).faults())
        .extracting(EditionFault::code)
        .containsExactly("base-superseded");
    assertThat(drafts.find(slow.draft()).state()).isEqualTo(RuleDraft.State.OPEN);
    lawyers.complete(lawyers.author(), slow, "mend-edition", Map.of("next", "withdraw"));
  }

  @Test
  void a_node_that_fails_in_mid_publication_leaves_what_is_in_force() {
    var proposed = lawyers.propose(lawyers.draft());
    var inForce = newest();
    long told = records.of("rules:ru").size();
    steps.breakDown("putInForce", new IllegalStateException("the node is gone"));

    assertThatThrownBy(() -> lawyers.publish(proposed, today())).hasMessageContaining("gone");

    assertThat(newest()).isEqualTo(inForce);
    assertThat(publications.now("ru")).isEqualTo(Optional.of(inForce));
    assertThat(records.of("rules:ru")).hasSize((int) told);
    assertThat(proposals.find(proposed.id()).state()).isEqualTo(Proposal.State.OPEN);
    steps.mend("putInForce");
    sql.sql("update act_ru_job set duedate_ = null where process_instance_id_ = ?")
        .param(proposed.caseId())
        .update();
    jobs.runDue(proposed.caseId());
    assertThat(newest().fileSet()).isEqualTo(proposed.fileSet());
  }

  @Test
  void an_edition_is_in_force_from_a_day_that_is_no_earlier_than_today() {
    var proposed = lawyers.propose(lawyers.draft());

    for (var day : new LocalDate[] {today().minusDays(1), today().plusYears(11)}) {
      assertThatThrownBy(() -> lawyers.publish(proposed, day))
          .isInstanceOfSatisfying(
              FormInvalid.class, it -> assertThat(it.errors().get(0).key()).isEqualTo("liveFrom"));
    }
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void nobody_publishes_before_past_decisions_were_asked_about_again() {
    var proposed = proposals.propose(lawyers.author(), lawyers.draft());
    jobs.runDue(proposed.caseId());
    var task = lawyers.waiting(proposed, "review-edition");
    var publish = Map.of("verdict", "publish", "liveFrom", today().toString());

    assertThat(proposals.replay(proposed)).map(Replay.Run::state).contains(Replay.State.WAITING);
    assertThatThrownBy(
            () -> lawyers.complete(lawyers.second(), proposed, "review-edition", publish))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it -> assertThat(it.errors().get(0).code()).isEqualTo("past-not-asked"));
    assertThat(tasks.form(lawyers.second(), task.id()).values())
        .containsEntry("replay", "Ждёт своей очереди.");
    lawyers.askThePast();
    assertThat(tasks.form(lawyers.second(), task.id()).values().get("replay").toString())
        .startsWith("Закончена");
    lawyers.complete(lawyers.second(), proposed, "review-edition", publish);

    assertThat(newest().fileSet()).isEqualTo(proposed.fileSet());
  }

  @Test
  void a_contradiction_goes_back_to_its_author_until_a_lawyer_has_explained_it() {
    var draft = lawyers.draft();
    lawyers.contradict(draft);

    var proposed = lawyers.propose(draft);

    assertThat(proposed.faults())
        .filteredOn(it -> it.code().equals("contradiction"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.question()).contains("minutes"));
    lawyers.explain(draft, "minutes");
    lawyers.complete(lawyers.author(), proposed, "mend-edition", Map.of("next", "resubmit"));
    assertThat(proposals.find(proposed.id()).faults())
        .extracting(EditionFault::code)
        .doesNotContain("contradiction");
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void an_earlier_edition_is_brought_back_in_the_same_way() {
    var earlier = newest();
    lawyers.publish(lawyers.propose(lawyers.draft()), today());
    refused(
        "edition-as-in-force", () -> proposals.restore(lawyers.author(), "ru", newest().number()));

    var back = proposals.restore(lawyers.author(), "ru", earlier.number());
    jobs.runDue(back.caseId());
    lawyers.publish(back, today());

    assertThat(newest().fileSet()).isEqualTo(earlier.fileSet());
    assertThat(newest().number()).isEqualTo(earlier.number() + 2);
    assertThat(proposals.find(back.id()).restores()).contains(earlier.number());
  }

  @Test
  void what_cannot_be_read_is_refused_at_its_file_before_it_is_proposed() {
    var draft = lawyers.draft();
    drafts.change(
        lawyers.author(),
        draft,
        "jurisdictions/ru/cases/minutes.yaml",
        Optional.of("- id: M0\n  name: без дня\n"),
        0);

    assertThatThrownBy(() -> proposals.propose(lawyers.author(), draft))
        .isInstanceOf(FileNotUnderstood.class)
        .hasMessageContaining("minutes.yaml");
    assertThat(drafts.find(draft).state()).isEqualTo(RuleDraft.State.OPEN);
    assertThat(proposals.open("ru")).extracting(Proposal::draft).doesNotContain(draft);
    proposals.withdraw(lawyers.author(), draft);
  }

  @Test
  void nobody_but_a_lawyer_proposes_an_edition() {
    var draft = lawyers.draft();
    var operator = new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.OPERATOR));

    refused("rules-lawyer-only", () -> proposals.propose(operator, draft));
    refused("rules-lawyer-only", () -> proposals.restore(operator, "ru", before));
    refused("rule-draft-unknown", () -> proposals.propose(lawyers.author(), UUID.randomUUID()));
    proposals.withdraw(lawyers.author(), draft);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
