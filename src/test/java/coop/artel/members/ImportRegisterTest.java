package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.CaseModels;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.FlowCoverage;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Tasks;
import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through the models of moving in, on real parts. */
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRegisterTest {
  private static final String HEADINGS =
      "№;Фамилия;Имя;Отчество;Дата рождения;Серия и номер;Дата выдачи;Кем выдан;Пайщик с";
  static final Set<String> MODELS = Set.of("import-register", "correct-entry");

  private static int numbers = 100;

  @Autowired private ApplicationContext house;
  @Autowired private FlowCoverage coverage;
  @Autowired private Imports imports;
  @Autowired private ImportNotes notes;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Corrections corrections;
  @Autowired private Memberships memberships;
  @Autowired private People people;
  @Autowired private Records records;
  @Autowired private Tasks tasks;
  @Autowired private Jobs jobs;
  @Autowired private CaseModels models;
  @Autowired private JdbcClient sql;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @AfterAll
  void every_activity_and_flow_of_these_models_was_passed() {
    assertThat(coverage.neverPassedIn(MODELS)).isEmpty();
  }

  @Test
  void a_list_that_two_persons_stand_for_is_entered_with_its_numbers() {
    long first = nextNumbers(3);
    var brought =
        bring(
            line(first, "Абрамов", "Пётр", "11.02.1980", "4509 100001", "01.02.2019"),
            line(first + 2, "Белова", "Инна", "12.02.1981", "4509 100002", "2019-03-01"));

    propose(brought);
    approve(brought);

    assertThat(staff.outcome(brought.caseId())).isEqualTo("register-imported");
    var entered = memberships.numbered(staff.cooperative().id(), first + 2).orElseThrow();
    assertThat(people.nameOf(entered.person())).contains("Белова Инна Ивановна");
    assertThat(entered.since()).isEqualTo("2019-03-01");
    assertThat(entered.basis()).isEqualTo("import:" + brought.id());
    assertThat(imports.basis(brought.caseId())).contains(entered.basis());
    assertThat(imports.casesOf(secretary(), Set.of(entered.person())))
        .containsExactly(brought.caseId());
    assertThat(
            imports.casesOf(
                new Caller(entered.person(), "Чужой", Map.of(), Set.of()),
                Set.of(entered.person())))
        .isEmpty();
    assertThat(nextEntered()).isGreaterThan(first + 2);
  }

  @Test
  void an_approved_list_is_told_as_being_entered_until_it_is() {
    var brought =
        bring(line(nextNumbers(1), "Вносимая", "Нина", "13.02.1980", "4509 100077", "01.02.2019"));
    propose(brought);
    approve(brought, staff.holder(Office.CHAIR), "approve");
    var steps = Set.of("enter-imported-lines");

    assertThat(models.about(brought.cooperative(), steps)).contains(brought.caseId());
    assertThat(models.about(brought.cooperative(), Set.of("enter-in-register")))
        .doesNotContain(brought.caseId());
    jobs.runDue(brought.caseId());

    assertThat(models.about(brought.cooperative(), steps)).doesNotContain(brought.caseId());
  }

  @Test
  void a_list_without_numbers_gets_the_next_ones() {
    long last = lastNumber();
    var brought =
        imports.bring(
            secretary(),
            staff.cooperative().id(),
            Lists.csv("Фамилия;Имя;Пайщик с", "Волков;Олег;01.02.2019", "Гусев;Олег;01.02.2019"),
            Lists.MINUTES);

    propose(brought);
    approve(brought);

    assertThat(number("Волков Олег")).isEqualTo(last + 1);
    assertThat(number("Гусев Олег")).isEqualTo(last + 2);
    assertThat(imports.lines(secretary(), brought.id()))
        .extracting(Imports.Line::name, Imports.Line::entered)
        .containsExactly(tuple("Волков Олег", last + 1), tuple("Гусев Олег", last + 2));
  }

  @Test
  void a_line_says_the_number_that_it_has_though_it_was_corrected_and_others_taken_out() {
    long first = nextNumbers(4);
    var brought =
        bring(
            line(first + 2, "Старшая", "Инна", "12.02.1981", "4509 100081", "01.03.2019"),
            line(first + 3, "Лишняя", "Инна", "12.02.1982", "4509 100082", "01.03.2019"),
            line(first, "Младшая", "Инна", "12.02.1983", "4509 100083", "01.03.2019"));
    var second = imports.lines(secretary(), brought.id()).get(1).line();
    imports.takeOut(secretary(), brought.id(), Set.of(second));
    propose(brought);
    approve(brought);
    var wrong = memberships.numbered(staff.cooperative().id(), first + 2).orElseThrow();
    memberships.correct(wrong, wrong.since().minusDays(1), wrong.basis());

    assertThat(imports.lines(secretary(), brought.id()))
        .extracting(Imports.Line::name, Imports.Line::entered)
        .containsExactly(
            tuple("Старшая Инна Ивановна", first + 2), tuple("Младшая Инна Ивановна", first));
  }

  @Test
  void a_title_above_the_headings_is_passed_over_and_told() {
    var brought =
        imports.bring(
            secretary(),
            staff.cooperative().id(),
            Lists.csv(
                "Реестр пайщиков ПО «Заря»;;",
                "на 1 марта;;",
                "Фамилия;Имя;Пайщик с",
                "Титулов;Олег;01.02.2019"),
            Lists.MINUTES);

    assertThat(brought.headings()).isEqualTo(3);
    assertThat(imports.lines(secretary(), brought.id()))
        .extracting(Imports.Line::line, Imports.Line::name)
        .containsExactly(tuple(4, "Титулов Олег"));
    imports.replace(
        secretary(), brought.id(), Lists.csv("Фамилия;Имя;Пайщик с", "Титулов;Олег;01.02.2019"));
    assertThat(imports.find(secretary(), brought.id()).headings()).isEqualTo(1);
  }

  @Test
  void each_mistake_is_told_at_its_line_and_cell() {
    long first = nextNumbers(9);
    enter(line(first, "Дроздов", "Илья", "01.01.1970", "4509 100010", "01.02.2019"));
    var brought =
        bring(
            line(first + 1, "Ежов", "Олег", "31.02.1980", "4509 100011", "01.02.2019"),
            line(first + 2, "Жуков", "Олег", "01.01.1980", "4509 100018", "01.02.2019"),
            line(first + 3, "Зуев", "Олег", "01.01.1980", "45-09 100012", "01.02.2019"),
            line(first + 4, "Ильин", "Олег", "01.01.1980", "4509 100012", "01.02.2019"),
            line(first + 4, "Котов", "Олег", "01.01.1980", "4509 100013", "01.02.2019"),
            line(first, "Лосев", "Олег", "01.01.1980", "4509 100014", "01.02.2019"),
            line(first + 5, "Дроздов", "Илья", "01.01.1970", "4509 100010", "01.02.2019"),
            line(first + 6, "Моров", "Олег", "01.01.1980", "4509 100015", "01.02.2199"),
            line(first + 7, "", "Олег", "01.01.1980", "4509 100016", "01.02.2019"),
            line(first + 8, "Nоров", "Олег", "01.01.1980", "4509 100017", "01.02.2019"));

    assertThat(faults(brought))
        .containsExactly(
            Map.entry(2, "BORN not-a-day []"),
            Map.entry(5, "DOCUMENT_NUMBER document-twice [4]"),
            Map.entry(6, "NUMBER number-twice [5]"),
            Map.entry(7, "NUMBER number-taken []"),
            Map.entry(8, "null already-member [%d]".formatted(first)),
            Map.entry(9, "SINCE since-ahead [2199-02-01]"),
            Map.entry(10, "FAMILY_NAME missing []"),
            Map.entry(11, "FAMILY_NAME name-malformed [Nоров]"));
  }

  @Test
  void nothing_is_proposed_while_a_line_is_refused_unless_it_was_taken_out_on_purpose() {
    long first = nextNumbers(2);
    var brought =
        bring(
            line(first, "Павлов", "Олег", "01.01.1980", "4509 100020", "01.02.2019"),
            line(first + 1, "Рыбин", "Олег", "01.01.1980", "4509 100021", "вчера"));

    assertThatThrownBy(() -> propose(brought))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it -> assertThat(it.errors().get(0).code()).isEqualTo("lines-refused"));
    imports.takeOut(secretary(), brought.id(), Set.of(3));
    propose(brought);
    assertThatThrownBy(() -> imports.takeOut(secretary(), brought.id(), Set.of()))
        .isInstanceOf(ImportRefused.class);
    approve(brought);

    assertThat(memberships.numbered(staff.cooperative().id(), first)).isPresent();
    assertThat(memberships.numbered(staff.cooperative().id(), first + 1)).isEmpty();
  }

  @Test
  void a_list_of_which_every_line_is_taken_out_cannot_be_proposed() {
    var brought = bring(line(nextNumbers(1), "Сомов", "Олег", "01.01.1980", "4509 1", "вчера"));
    imports.takeOut(secretary(), brought.id(), Set.of(2));

    assertThatThrownBy(() -> propose(brought)).isInstanceOf(FormInvalid.class);
  }

  @Test
  void whoever_proposed_does_not_approve() {
    long number = nextNumbers(2);
    var brought = bring(line(number, "Титов", "Олег", "", "", "01.02.2019"));
    propose(brought);
    enter(line(number + 1, "Уваров", "Олег", "01.01.1980", "4509 100090", "01.02.2019"));
    var proposed = correct(number + 1, Map.of("givenName", "Глеб"));

    assertThatThrownBy(
            () ->
                approvesAlone(
                    ApproveRegisterImport.class,
                    brought.caseId(),
                    MemberVariables.IMPORT.with(brought.id())))
        .isInstanceOf(SecondPersonNeeded.class);
    assertThatThrownBy(
            () ->
                approvesAlone(
                    ApproveCorrection.class,
                    proposed.caseId(),
                    MemberVariables.ENTRY_CORRECTION.with(proposed.id())))
        .isInstanceOf(SecondPersonNeeded.class);
  }

  /** The secretary holds the chair's office too, say, and takes the task. */
  private void approvesAlone(
      Class<? extends FormHandler> form, String caseId, Variable.Assignment about) {
    var cooperative = staff.cooperative().id();
    var run = new FakeRun(caseId, cooperative).with(about);
    house
        .getBean(form)
        .handle(
            new Submission(
                "task",
                caseId,
                cooperative,
                secretary(),
                null,
                Map.of("approval", "approve"),
                run));
  }

  @Test
  void a_list_comes_back_with_the_reason_and_may_be_given_up() {
    var brought = bring(line(nextNumbers(1), "Уткин", "Олег", "", "", "01.02.2019"));
    propose(brought);

    assertThatThrownBy(() -> approve(brought, staff.holder(Office.CHAIR), "return"))
        .isInstanceOf(FormInvalid.class);
    var task = staff.waiting(brought.caseId(), "approve-register-import");
    tasks.complete(
        staff.holder(Office.CHAIR),
        task.id(),
        Map.of("approval", "return", "note", "Нет протокола"));

    assertThat(imports.find(secretary(), brought.id()).note()).isEqualTo("Нет протокола");
    assertThatThrownBy(() -> giveUp(brought, Map.of("proposal", "give-up")))
        .isInstanceOfSatisfying(
            FormInvalid.class, it -> assertThat(it.errors().get(0).key()).isEqualTo("note"));
    giveUp(brought, Map.of("proposal", "give-up", "note", "Протокол не тот"));
    assertThat(staff.outcome(brought.caseId())).isEqualTo("register-list-given-up");
    assertThat(imports.lines(secretary(), brought.id())).isEmpty();
    assertThat(imports.find(secretary(), brought.id()).note()).isEqualTo("Протокол не тот");
    assertThat(notes.of(brought.caseId()))
        .extracting(Answers.Answer::what, Answers.Answer::value)
        .containsExactly(
            tuple("import-returned", "Нет протокола"), tuple("import-given-up", "Протокол не тот"));
  }

  private void giveUp(Imports.Import brought, Map<String, Object> values) {
    staff.complete(secretary(), brought.caseId(), "propose-register-import", values);
  }

  @Test
  void a_wrong_file_is_replaced_in_its_own_case_until_it_is_proposed() {
    long first = nextNumbers(2);
    var brought =
        bring(
            line(first, "Пахомов", "Олег", "01.01.1980", "4509 100101", "вчера"),
            line(first + 1, "Репин", "Олег", "01.01.1980", "4509 100102", "01.02.2019"));
    imports.takeOut(secretary(), brought.id(), Set.of(3));
    byte[] right =
        Lists.csv(
            HEADINGS, line(first, "Пахомов", "Олег", "01.01.1980", "4509 100101", "01.02.2019"));

    assertThatThrownBy(() -> imports.replace(secretary(), brought.id(), Lists.csv("Фамилия")))
        .isInstanceOf(ImportRefused.class);
    assertThat(imports.lines(secretary(), brought.id())).hasSize(2);
    assertThatThrownBy(() -> imports.replace(staff.holder(Office.CHAIR), brought.id(), right))
        .isInstanceOf(SecretaryOnly.class);
    var replaced = imports.replace(secretary(), brought.id(), right);

    assertThat(replaced.caseId()).isEqualTo(brought.caseId());
    assertThat(replaced.fileDigest()).isNotEqualTo(brought.fileDigest());
    assertThat(imports.lines(secretary(), brought.id()))
        .singleElement()
        .satisfies(it -> assertThat(it.takenOut() || it.refused()).isFalse());
    propose(brought);
    assertThatThrownBy(() -> imports.replace(secretary(), brought.id(), right))
        .isInstanceOfSatisfying(
            ImportRefused.class, it -> assertThat(it.code()).isEqualTo("import-closed"));
    approve(brought);
    assertThat(memberships.numbered(staff.cooperative().id(), first)).isPresent();
    assertThat(memberships.numbered(staff.cooperative().id(), first + 1)).isEmpty();
  }

  @Test
  void a_line_keeps_its_number_whether_it_is_wrong_or_taken_out_or_entered() {
    long first = nextNumbers(3);
    var brought =
        bring(
            line(first, "Сухов", "Олег", "01.01.1980", "4509 100111", "01.02.2019"),
            line(first + 1, "", "Олег", "01.01.1980", "4509 100112", "01.02.2019"),
            line(first + 2, "Ткачёв", "Олег", "01.01.1980", "4509 100113", "вчера"),
            line(first + 3, "Усов", "Олег", "01.01.1980", "4509 100114", "01.02.2019")
                .replaceFirst("^\\d+", "12а"));

    assertThat(imports.lines(secretary(), brought.id()))
        .extracting(Imports.Line::numberCell)
        .containsExactly("" + first, "" + (first + 1), "" + (first + 2), "12а");
    imports.takeOut(secretary(), brought.id(), Set.of(3, 4, 5));
    assertThat(imports.lines(secretary(), brought.id()))
        .extracting(Imports.Line::number)
        .containsExactly(first, first + 1, first + 2, null);
    propose(brought);
    approve(brought);
    assertThat(imports.lines(secretary(), brought.id()))
        .singleElement()
        .satisfies(it -> assertThat(it.number()).isEqualTo(first));
  }

  @Test
  void the_register_is_held_for_its_own_lines_only_and_what_changed_meanwhile_is_checked()
      throws Exception {
    long first = nextNumbers(2);
    var brought = bring(line(first, "Фролов", "Олег", "01.01.1980", "4509 100121", "01.02.2019"));
    propose(brought);
    staff.complete(
        staff.holder(Office.CHAIR),
        brought.caseId(),
        "approve-register-import",
        Map.of("approval", "approve"));
    var other = people(first + 1);

    var entering =
        new TransactionTemplate(transactions)
            .execute(
                begun -> {
                  memberships.hold(staff.cooperative().id());
                  var job = CompletableFuture.runAsync(() -> jobs.runDue(brought.caseId()));
                  await()
                      .until(
                          () -> imports.find(secretary(), brought.id()).progress(),
                          new Imports.Progress(1, 1)::equals);
                  memberships.enterAll(staff.cooperative().id(), List.of(other), "иное");
                  return job;
                });

    assertThatThrownBy(() -> Objects.requireNonNull(entering).get())
        .hasRootCauseInstanceOf(ConcurrencyFailureException.class);
    assertThat(memberships.numbered(staff.cooperative().id(), first)).isEmpty();
    // A step that failed rests for some seconds.
    await().until(() -> jobs.runDue(brought.caseId()) > 0);
    assertThat(staff.outcome(brought.caseId())).isEqualTo("register-imported");
    assertThat(imports.find(secretary(), brought.id()).progress()).isNull();
  }

  private Memberships.Entry people(long number) {
    var person =
        new Person(PersonId.random(), "Харитонов", "Олег", null, null, null, null, null, null);
    people.register(person);
    return new Memberships.Entry(number, person.id(), LocalDate.of(2019, 2, 1));
  }

  @Test
  void nothing_is_entered_if_the_register_changed_after_the_approval() {
    long first = nextNumbers(2);
    var brought =
        bring(
            line(first, "Фомин", "Олег", "01.01.1980", "4509 100030", "01.02.2019"),
            line(first + 1, "Хомин", "Олег", "01.01.1980", "4509 100031", "01.02.2019"));
    propose(brought);
    staff.complete(
        staff.holder(Office.CHAIR),
        brought.caseId(),
        "approve-register-import",
        Map.of("approval", "approve"));
    enter(line(first + 1, "Цаплин", "Олег", "01.01.1980", "4509 100032", "01.02.2019"));

    jobs.runDue(brought.caseId());

    assertThat(memberships.numbered(staff.cooperative().id(), first)).isEmpty();
    assertThat(imports.basis(brought.caseId())).isEmpty();
    assertThat(faults(brought)).containsExactly(Map.entry(3, "NUMBER number-taken []"));
    staff.waiting(brought.caseId(), "propose-register-import");
  }

  @Test
  void who_holds_an_office_is_not_made_anew() {
    var chair = people.find(staff.holder(Office.CHAIR).person());
    long first = nextNumbers(1);
    var known = memberships.of(staff.cooperative().id(), chair.id(), staff.today());
    var born = chair.born() == null ? LocalDate.of(1971, 6, 5) : chair.born();

    var line = imports.lines(secretary(), bringChair(chair, first, born).id()).get(0);

    assertThat(line.known()).isTrue();
    assertThat(line.faults().isEmpty()).isEqualTo(known.isEmpty());
  }

  @Test
  void a_name_alone_makes_nobody_the_same_and_asks_for_the_birth_date() {
    var chair = people.find(staff.holder(Office.CHAIR).person());

    var line = imports.lines(secretary(), bringChair(chair, nextNumbers(1), null).id()).get(0);

    assertThat(line.known()).isFalse();
    assertThat(line.faults()).extracting(Imports.Fault::code).contains("namesake");
  }

  private Imports.Import bringChair(Person chair, long number, @Nullable LocalDate born) {
    return bring(
        "%d;%s;%s;%s;%s;;;;01.02.2019"
            .formatted(
                number,
                chair.familyName(),
                chair.givenName(),
                chair.patronymic(),
                born == null ? "" : born));
  }

  @Test
  void the_records_name_the_persons_who_acted_and_the_digests_and_nobody_of_the_list() {
    long first = nextNumbers(1);
    var brought = enter(line(first, "Чижова", "Римма", "05.06.1977", "4509 100040", "01.02.2019"));

    var written = records.of(brought.caseId());

    assertThat(written)
        .filteredOn(it -> "propose-register-import".equals(it.members().get("activity")))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.actor()).isEqualTo(secretary().person());
              assertThat(it.members().get("documents").toString())
                  .contains(brought.fileDigest(), Lists.MINUTES.digest());
            });
    assertThat(written)
        .filteredOn(it -> "approve-register-import".equals(it.members().get("activity")))
        .singleElement()
        .satisfies(it -> assertThat(it.actor()).isEqualTo(staff.holder(Office.CHAIR).person()));
    assertThat(written.toString()).doesNotContain("Чижова", "Римма", "100040");
    assertThat(
            sql.sql("select count(*) from act_hi_varinst where text_ like '%Чижова%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void only_the_secretary_brings_a_list_and_others_elsewhere_know_of_none() {
    var brought = bring(line(nextNumbers(1), "Шубин", "Олег", "", "", "01.02.2019"));
    var stranger = new Caller(secretary().person(), "Кто-то", Map.of(), Set.of());

    assertThatThrownBy(
            () ->
                imports.bring(
                    staff.holder(Office.CHAIR),
                    staff.cooperative().id(),
                    Lists.csv("Фамилия"),
                    Lists.MINUTES))
        .isInstanceOf(SecretaryOnly.class);
    assertThatThrownBy(() -> imports.find(stranger, brought.id()))
        .isInstanceOf(ImportRefused.class);
    assertThatThrownBy(
            () ->
                imports.bring(
                    secretary(),
                    staff.cooperative().id(),
                    Lists.csv("Фамилия"),
                    new Minutes("5", staff.today().plusDays(1), Lists.MINUTES.digest())))
        .hasMessageContaining("protocol");
  }

  @Test
  void a_slip_in_a_name_and_a_day_is_corrected_and_the_old_line_stays_to_be_seen() {
    long number = nextNumbers(1);
    enter(line(number, "Щукена", "Анна", "01.01.1980", "4509 100050", "01.02.2019"));
    var wrong = memberships.numbered(staff.cooperative().id(), number).orElseThrow();

    var proposed = correct(number, Map.of("familyName", "Щукина", "since", "2018-02-01"));
    approveCorrection(proposed, "approve");

    assertThat(staff.outcome(proposed.caseId())).isEqualTo("entry-corrected");
    var right = memberships.numbered(staff.cooperative().id(), number).orElseThrow();
    assertThat(right.since()).isEqualTo("2018-02-01");
    assertThat(right.person()).isEqualTo(wrong.person());
    assertThat(people.nameOf(right.person())).contains("Щукина Анна Ивановна");
    assertThat(kept(number)).isEqualTo(2);
    assertThat(corrections.of(secretary(), staff.cooperative().id(), number))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.before().name()).isEqualTo("Щукена Анна Ивановна");
              assertThat(it.after().name()).isEqualTo("Щукина Анна Ивановна");
              assertThat(it.state()).isEqualTo("entered");
            });
    assertThat(records.of(proposed.caseId()))
        .filteredOn(it -> it.kind() == RecordKind.CORRECTION)
        .singleElement()
        .satisfies(it -> assertThat(it.members().toString()).doesNotContain("Щук"));
  }

  @Test
  void a_correction_is_refused_with_a_reason_and_the_line_stays() {
    long number = nextNumbers(1);
    enter(line(number, "Эрлих", "Анна", "01.01.1980", "4509 100060", "01.02.2019"));
    var proposed = correct(number, Map.of("givenName", "Инна"));

    assertThatThrownBy(() -> correct(number, Map.of("givenName", "Нина")))
        .isInstanceOf(CorrectionRefused.class);
    assertThatThrownBy(() -> approveCorrection(proposed, "refuse")).isInstanceOf(FormInvalid.class);
    tasks.complete(
        staff.holder(Office.CHAIR),
        staff.waiting(proposed.caseId(), "approve-correction").id(),
        Map.of("approval", "refuse", "note", "В паспорте — Анна"));

    assertThat(staff.outcome(proposed.caseId())).isEqualTo("correction-refused");
    assertThat(kept(number)).isEqualTo(1);
  }

  @Test
  void a_correction_of_a_line_that_changed_meanwhile_is_out_of_date() {
    long number = nextNumbers(1);
    enter(line(number, "Юдин", "Олег", "01.01.1980", "4509 100070", "01.02.2019"));
    var proposed = correct(number, Map.of("since", "2018-02-01"));
    var line = memberships.numbered(staff.cooperative().id(), number).orElseThrow();
    memberships.end(staff.cooperative().id(), line.person(), staff.today(), "выход");
    people.change(
        new EntryContent("Юдина", "Ольга", null, line.since(), "")
            .named(people.find(line.person())));

    approveCorrection(proposed, "approve");

    assertThat(staff.outcome(proposed.caseId())).isEqualTo("correction-outdated");
    assertThat(memberships.numbered(staff.cooperative().id(), number).map(Membership::since))
        .contains(line.since());
  }

  @Test
  void a_correction_that_changes_nothing_or_lies_ahead_is_refused_at_its_field() {
    long number = nextNumbers(1);
    enter(line(number, "Яшин", "Олег", "01.01.1980", "4509 100080", "01.02.2019"));

    assertThatThrownBy(() -> correct(number, Map.of()))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it -> assertThat(it.errors().get(0).code()).isEqualTo("nothing-changed"));
    assertThatThrownBy(() -> correct(number, Map.of("since", staff.today().plusDays(1).toString())))
        .isInstanceOfSatisfying(
            FormInvalid.class, it -> assertThat(it.errors().get(0).key()).isEqualTo("since"));
    assertThatThrownBy(() -> correct(999_999, Map.of())).isInstanceOf(CorrectionRefused.class);
  }

  private Corrections.Correction correct(long number, Map<String, Object> changes) {
    var values = new HashMap<String, Object>();
    memberships
        .numbered(staff.cooperative().id(), number)
        .ifPresent(
            line ->
                values.putAll(
                    corrections.draft(secretary(), staff.cooperative().id(), number).values()));
    values.put("ground", "Паспорт");
    values.putAll(changes);
    return corrections.propose(secretary(), staff.cooperative().id(), number, values);
  }

  private void approveCorrection(Corrections.Correction proposed, String approval) {
    staff.complete(
        staff.holder(Office.CHAIR),
        proposed.caseId(),
        "approve-correction",
        Map.of("approval", approval));
    jobs.runDue(proposed.caseId());
  }

  private Imports.Import enter(String... lines) {
    var brought = bring(lines);
    propose(brought);
    approve(brought);
    return brought;
  }

  private Imports.Import bring(String... lines) {
    var file = new ArrayList<>(List.of(HEADINGS));
    file.addAll(List.of(lines));
    return imports.bring(
        secretary(),
        staff.cooperative().id(),
        Lists.csv(file.toArray(String[]::new)),
        Lists.MINUTES);
  }

  private static String line(
      long number, String family, String given, String born, String document, String since) {
    String issued = document.isEmpty() ? ";" : "01.03.2001;ОВД «Учебный»";
    return "%d;%s;%s;Ивановна;%s;%s;%s;%s"
        .formatted(number, family, given, born, document, issued, since);
  }

  private void propose(Imports.Import brought) {
    staff.complete(
        secretary(), brought.caseId(), "propose-register-import", Map.of("proposal", "propose"));
  }

  private void approve(Imports.Import brought) {
    approve(brought, staff.holder(Office.CHAIR), "approve");
    jobs.runDue(brought.caseId());
  }

  private void approve(Imports.Import brought, Caller by, String approval) {
    staff.complete(by, brought.caseId(), "approve-register-import", Map.of("approval", approval));
  }

  /** Line and first fault of each refused line. */
  private List<Map.Entry<Integer, String>> faults(Imports.Import brought) {
    return imports.lines(secretary(), brought.id()).stream()
        .filter(Imports.Line::refused)
        .map(
            it -> {
              var fault = it.faults().get(0);
              return Map.entry(
                  it.line(), "%s %s %s".formatted(fault.column(), fault.code(), fault.arguments()));
            })
        .toList();
  }

  private Caller secretary() {
    return staff.holder(Office.SECRETARY);
  }

  private static long nextNumbers(int count) {
    numbers += count + 5;
    return numbers - count;
  }

  private long lastNumber() {
    return sql.sql("select last_number from registry.heads where cooperative = ?")
        .param(staff.cooperative().id().value())
        .query(Long.class)
        .single();
  }

  private long nextEntered() {
    return lastNumber() + 1;
  }

  private long number(String name) {
    return memberships.all(staff.cooperative().id()).stream()
        .filter(it -> people.nameOf(it.person()).orElse("").equals(name))
        .mapToLong(Membership::number)
        .findFirst()
        .orElseThrow();
  }

  /** Lines that the register has kept under a number, superseded ones among them. */
  private long kept(long number) {
    return sql.sql(
            "select count(*) from registry.membership_lines where cooperative = ? and number = ?")
        .params(staff.cooperative().id().value(), number)
        .query(Long.class)
        .single();
  }
}
