package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.members.Applications;
import coop.artel.notary.Receipt;
import coop.artel.people.NameIndex;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.TaskFilter.Sort;
import coop.artel.workflow.TaskFilter.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff do with tasks besides completing them. */
@House
class StaffWorkTest {
  @Autowired private Tasks tasks;
  @Autowired private Cases cases;
  @Autowired private TaskFinder finder;
  @Autowired private Assignments assignments;
  @Autowired private Comments comments;
  @Autowired private Drafts drafts;
  @Autowired private FinishedTasks finished;
  @Autowired private NameIndex index;
  @Autowired private Callers callers;
  @Autowired private Offices offices;
  @Autowired private People people;
  @Autowired private Applications applications;
  @Autowired private Cooperatives cooperatives;
  @Autowired private LegalClock clock;
  @Autowired private JdbcClient sql;
  private Cooperative cooperative;
  private Caller secretary;
  private Caller chair;
  private @Nullable PersonId second;

  @BeforeEach
  void meetTheStaff() {
    cooperative = cooperatives.all().get(0);
    secretary = holder(Office.SECRETARY);
    chair = holder(Office.CHAIR);
  }

  /** The house is others' too, and who holds an office comes in the order of chance. */
  @AfterEach
  void leaveTheStaffAsItWas() {
    if (second != null) {
      var today = clock.today(cooperative.zone());
      offices.relieve(cooperative.id(), Office.SECRETARY, second, today.minusDays(1));
    }
  }

  @Test
  void a_task_is_found_by_the_beginning_of_a_surname_and_by_its_cases_number() {
    var task = apply("Белозерская");
    apply("Черноморская");

    assertThat(found(words(null, index.find("белоз")))).containsExactly(task.id());
    assertThat(found(words(numberOf(task), Set.of()))).containsExactly(task.id());
    assertThat(found(words(null, index.find("озерская")))).isEmpty();
  }

  @Test
  void a_list_is_counted_and_paged_to_its_end_in_the_order_asked_for() {
    for (int i = 0; i < 3; i++) {
      apply("Заозёрный");
    }
    var filter = filter(words(null, index.find("заозерный")), Sort.NEWEST);

    long total = finder.count(secretary, Tasks.View.ALL, filter);
    var first = finder.list(secretary, Tasks.View.ALL, filter, 0, 2);
    var rest = finder.list(secretary, Tasks.View.ALL, filter, 2, 2);

    assertThat(total).isEqualTo(3);
    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(1);
    assertThat(first.get(0).task().created()).isAfterOrEqualTo(rest.get(0).task().created());
  }

  @Test
  void in_the_order_of_processes_those_of_one_stand_together_by_their_due_dates() {
    var other = apply("Разносортный");
    var late = apply("Разносортный");
    var soon = apply("Разносортный");
    set("process", "a-process", other);
    set("due", clock.today(cooperative.zone()).minusDays(3), soon);

    var words = words(null, index.find("разносортный"));
    assertThat(finder.list(secretary, Tasks.View.ALL, filter(words, Sort.PROCESS), 0, 10))
        .extracting(it -> it.task().id())
        .containsExactly(other.id(), soon.id(), late.id());
    set("process", other.process(), other);
  }

  @Test
  void in_the_order_of_persons_a_family_stands_together_and_pages_go_on_from_there() {
    var ya = apply("Ящерицына-Пробная");
    var second = apply("ёлкин-Пробный");
    var first = apply("Ёлкин-Пробный");
    var longer = apply("Ёлкина-Пробная");
    set("due", clock.today(cooperative.zone()).minusDays(3), first);
    var filter =
        filter(
            words(
                null,
                Stream.of("ящерицына", "елкин", "елкина")
                    .flatMap(it -> index.find(it + " пробн").stream())
                    .collect(Collectors.toSet())),
            Sort.PERSON);

    var pages =
        Stream.of(0, 2, 4)
            .flatMap(from -> finder.list(secretary, Tasks.View.ALL, filter, from, 2).stream())
            .map(it -> it.task().id());

    assertThat(pages).containsExactly(first.id(), second.id(), longer.id(), ya.id());
  }

  private void set(String column, Object value, Task task) {
    sql.sql("update workflow.tasks set %s = ? where id = ?".formatted(column))
        .params(value, task.id())
        .update();
  }

  @Test
  void the_numbers_on_the_parts_of_the_list_are_those_of_the_lists() {
    tasks.claim(secretary, apply("Сосчитанная").id());
    apply("Свободная");

    for (var caller : List.of(secretary, chair, holder(Office.ACCOUNTANT))) {
      var overview = finder.overview(caller);
      for (var view : Tasks.View.values()) {
        assertThat(overview.count(view))
            .as(view.name())
            .isEqualTo(finder.count(caller, view, TaskFilter.NONE));
      }
    }
  }

  @Test
  void nobody_finds_a_task_of_another_cooperative() {
    var task = apply("Нездешняя");
    var stranger = new Caller(PersonId.random(), "", Map.of(), Set.of());

    assertThat(finder.find(stranger, Tasks.View.ALL, task.id())).isEmpty();
    assertThat(finder.find(secretary, Tasks.View.ALL, task.id())).isPresent();
  }

  @Test
  void the_chair_gives_a_secretarys_task_to_a_secretary_and_the_history_says_so() {
    var task = apply("Порученная");

    assignments.assign(chair, task.id(), secretary.person());

    assertThat(tasks.find(secretary, task.id()).assignee()).isEqualTo(secretary.person());
    assertThat(assignments.of(chair, task.id()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.assignedBy()).isEqualTo(chair.person());
              assertThat(it.person()).isEqualTo(secretary.person());
              assertThat(it.heldBy()).isNull();
            });
  }

  @Test
  void a_task_is_not_given_to_whoever_does_not_hold_its_office_nor_by_whoever_leads_nothing() {
    var task = apply("Неотданная");
    var accountant = holder(Office.ACCOUNTANT);

    assertThatExceptionOfType(OfficeNotHeldForTask.class)
        .isThrownBy(() -> assignments.assign(chair, task.id(), accountant.person()));
    assertThatExceptionOfType(TaskUnknown.class)
        .isThrownBy(() -> assignments.assign(accountant, task.id(), secretary.person()));
    assertThat(assignments.candidates(accountant, task.id())).isEmpty();
    assertThat(tasks.find(secretary, task.id()).assignee()).isNull();
  }

  @Test
  void of_several_taken_at_once_each_says_what_became_of_it() {
    var free = apply("Свободная");
    var held = apply("Занятая");
    tasks.claim(secondSecretary(), held.id());

    var claimed = tasks.claimAll(secretary, List.of(free.id(), held.id(), "no-such-task"));

    assertThat(claimed)
        .extracting(it -> it.refusal() == null ? null : it.refusal().code())
        .containsExactly(null, "task-held", "task-unknown");
    assertThat(tasks.find(secretary, free.id()).assignee()).isEqualTo(secretary.person());
  }

  @Test
  void a_remark_on_a_task_is_read_by_its_office_only_and_sealed_in_the_database() {
    var task = apply("Замеченная");
    comments.onTask(secretary, task.id(), "  Звонила, принесёт паспорт в среду ");
    comments.onCase(chair, task.caseId(), "Проверить адрес");

    assertThat(comments.of(secretary, task.caseId()))
        .extracting(Comments.Comment::text)
        .containsExactly("Звонила, принесёт паспорт в среду", "Проверить адрес");
    assertThat(comments.of(holder(Office.ACCOUNTANT), task.caseId()))
        .extracting(Comments.Comment::text)
        .containsExactly("Проверить адрес");
    assertThat(comments.of(new Caller(PersonId.random(), "", Map.of(), Set.of()), task.caseId()))
        .isEmpty();
    assertThat(sql.sql("select content from workflow.comments").query(byte[].class).list())
        .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("паспорт"));
    assertThat(sql.sql("select count(*) from act_hi_comment").query(Long.class).single()).isZero();
  }

  @Test
  void an_empty_remark_is_refused_and_nothing_is_written() {
    var task = apply("Молчаливая");

    assertThatExceptionOfType(CommentMalformed.class)
        .isThrownBy(() -> comments.onTask(secretary, task.id(), " \n "));
    assertThatExceptionOfType(CommentMalformed.class)
        .isThrownBy(() -> comments.onTask(secretary, task.id(), "а".repeat(4001)));
    assertThat(comments.of(secretary, task.caseId())).isEmpty();
  }

  @Test
  void a_draft_is_its_holders_own_holds_what_is_wrong_too_and_goes_with_the_task() {
    var task = apply("Начатая");
    tasks.claim(secretary, task.id());
    drafts.save(
        secretary,
        task.id(),
        Map.of("documentNumber", "05", "issuedOn", "вчера", "unknown", "x", "matches", "true"));

    assertThat(drafts.find(secretary, task.id()).orElseThrow().values())
        .containsOnly(
            Map.entry("documentNumber", "05"),
            Map.entry("issuedOn", "вчера"),
            Map.entry("matches", "true"));
    assertThat(drafts.find(secondSecretary(), task.id())).isEmpty();
    assertThatExceptionOfType(TaskHeld.class)
        .isThrownBy(() -> drafts.save(secondSecretary(), task.id(), Map.of()));

    complete(task);

    assertThat(drafts.find(secretary, task.id())).isEmpty();
    assertThat(
            sql.sql("select count(*) from workflow.drafts where task = ?")
                .param(task.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_draft_larger_than_any_form_is_refused() {
    var task = apply("Многословная");
    tasks.claim(secretary, task.id());

    assertThatExceptionOfType(DraftTooLarge.class)
        .isThrownBy(
            () -> drafts.save(secretary, task.id(), Map.of("issuedBy", "ы".repeat(40_000))));
    assertThat(drafts.find(secretary, task.id())).isEmpty();
  }

  @Test
  void what_somebody_has_done_names_the_record_that_it_left() {
    var task = apply("Сделанная");
    tasks.claim(secretary, task.id());

    var receipt = complete(task);

    assertThat(finished.by(secretary, 0, 1))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.task()).isEqualTo(task.id());
              assertThat(it.number()).isEqualTo(receipt.number());
              assertThat(it.digest()).isEqualTo(receipt.digest());
            });
    assertThat(finished.by(chair, 0, 50)).noneMatch(it -> it.task().equals(task.id()));
  }

  private Receipt complete(Task task) {
    return tasks.complete(
        secretary,
        task.id(),
        Map.of(
            "documentKind", "passport-rf",
            "documentNumber", "0509 " + (Math.floorMod(task.id().hashCode(), 900_000) + 100_000),
            "issuedOn", "2010-05-20",
            "issuedBy", "ОВД «Учебный» г. Москвы",
            "matches", true,
            "signing", "none"));
  }

  private Task apply(String familyName) {
    var values = new HashMap<String, Object>();
    values.put("familyName", familyName);
    values.put("givenName", "Алла");
    values.put("born", clock.today(cooperative.zone()).minusYears(36).toString());
    values.put("address", "г. Москва, ул. Зелёная, д. 5, кв. 12");
    values.put("phone", "+7 900 000-00-00");
    values.put("email", "alla@example.org");
    values.put("consentGiven", true);
    var received =
        applications.apply(
            cooperative.id(), values, applications.consent(cooperative.id()).digest());
    return tasks.ofCase(received.caseId()).get(0);
  }

  private List<String> found(Words words) {
    return finder.list(secretary, Tasks.View.ALL, filter(words, Sort.DUE), 0, 100).stream()
        .map(it -> it.task().id())
        .toList();
  }

  private CaseNumber numberOf(Task task) {
    return CaseNumber.parse(cases.number(task.caseId())).orElseThrow();
  }

  private static Words words(@Nullable CaseNumber number, Set<PersonId> subjects) {
    return new Words(number, Set.of(), subjects);
  }

  private static TaskFilter filter(Words words, Sort sort) {
    return new TaskFilter(words, null, null, null, null, null, false, sort);
  }

  private Caller holder(Office office) {
    return callers.of(
        offices.holders(cooperative.id(), office, clock.today(cooperative.zone())).get(0));
  }

  private Caller secondSecretary() {
    if (second == null) {
      var person =
          new Person(PersonId.random(), "Вторая", "Анна", null, null, null, null, null, null);
      people.register(person);
      second = person.id();
      offices.entrust(
          cooperative.id(),
          Office.SECRETARY,
          second,
          clock.today(cooperative.zone()).minusDays(30),
          null);
    }
    return callers.of(second);
  }
}
