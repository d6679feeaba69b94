package coop.artel.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.desk.frame.Languages;
import coop.artel.desk.frame.MessageConfiguration;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.documents.Document;
import coop.artel.members.Corrections;
import coop.artel.members.Imports;
import coop.artel.people.FormerPerson;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Memberships;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseChanges;
import coop.artel.workflow.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeViewsTest {
  private static final String CASE = "0f0e44aa-7c1e-11f0-8c53-0242ac120002";
  private static final CooperativeId OURS = CooperativeId.random();
  private static final PersonId MEMBER = PersonId.random();
  private static final PersonId SECOND = PersonId.random();
  private static final Instant AT = Instant.parse("2026-03-10T09:00:00Z");

  private final Memberships memberships = mock();
  private final Corrections corrections = mock();
  private final Imports imports = mock();
  private final People people = mock();
  private final Names names = mock();
  private final Wording russian =
      new WordingSource(new MessageConfiguration().messageSource()).in(Languages.RUSSIAN);
  private final ChangeViews views =
      new ChangeViews(mock(CaseChanges.class), memberships, corrections, imports, people, names);

  @BeforeEach
  void a_cooperative() {
    Cooperative cooperative = mock();
    when(cooperative.zone()).thenReturn(ZoneId.of("Europe/Moscow"));
    when(names.cooperative(OURS)).thenReturn(cooperative);
    when(names.personOrNull(SECOND, russian)).thenReturn("Орлов Пётр");
  }

  @Test
  void an_admission_tells_the_line_that_it_put_into_the_register_and_its_record() {
    var decision = UUID.randomUUID();
    Document paper = mock();
    when(paper.id()).thenReturn(decision);
    when(memberships.entered(OURS, Set.of(decision.toString())))
        .thenReturn(
            List.of(
                new Memberships.Membership(
                    OURS, 12, MEMBER, LocalDate.of(2026, 3, 10), null, decision.toString())));

    var rows = views.of(theCase(), file("enter-in-register", List.of(paper)), 2, russian);

    assertThat(rows)
        .extracting(ChangeViews.Row::what, ChangeViews.Row::before, ChangeViews.Row::record)
        .containsExactly(tuple("Реестр, №\u00a012: С какого дня", null, 9L));
    assertThat(rows.get(0).after()).contains("марта 2026");
  }

  @Test
  void a_list_tells_its_lines_and_that_there_are_more() {
    when(imports.basis(CASE)).thenReturn(Optional.of("import:x"));
    when(names.persons(List.of(MEMBER, MEMBER), russian)).thenReturn(Map.of(MEMBER, "Белова Инна"));
    when(memberships.entered(OURS, "import:x", 3))
        .thenReturn(List.of(lineOf(1), lineOf(2), lineOf(3)));

    var rows = views.of(theCase(), file("enter-imported-lines", List.of()), 2, russian);

    assertThat(rows)
        .extracting(ChangeViews.Row::what, ChangeViews.Row::record)
        .containsExactly(
            tuple("Реестр, №\u00a01: С какого дня (Белова Инна)", 9L),
            tuple("Реестр, №\u00a02: С какого дня (Белова Инна)", 9L),
            tuple("Остальные строки списка", 9L));
  }

  @Test
  void a_list_that_entered_nothing_changed_nothing() {
    when(imports.basis(CASE)).thenReturn(Optional.empty());

    assertThat(views.of(theCase(), file("enter-imported-lines", List.of()), 2, russian)).isEmpty();
  }

  private static Memberships.Membership lineOf(long number) {
    return new Memberships.Membership(
        OURS, number, MEMBER, LocalDate.of(2019, 3, 10), null, "import:x");
  }

  @Test
  void a_correction_tells_once_what_stood_in_the_line_who_approved_it_and_its_record() {
    when(corrections.ofCase(CASE)).thenReturn(Optional.of(correction("entered")));
    when(people.formers(MEMBER)).thenReturn(List.of(new FormerPerson(named("Иванова"), AT)));
    when(people.find(MEMBER)).thenReturn(named("Петрова"));

    var rows = views.of(theCase(), file("correct-register-entry", List.of()), 2, russian);

    assertThat(rows)
        .extracting(
            ChangeViews.Row::what,
            ChangeViews.Row::before,
            ChangeViews.Row::after,
            ChangeViews.Row::actor,
            ChangeViews.Row::record)
        .containsExactly(
            tuple("Реестр, №\u00a012: Пайщик", "Иванова Анна", "Петрова Анна", "Орлов Пётр", 9L));
  }

  @Test
  void a_correction_that_was_refused_changed_nothing() {
    when(corrections.ofCase(CASE)).thenReturn(Optional.of(correction("refused")));

    assertThat(views.of(theCase(), file("correct-register-entry", List.of()), 2, russian))
        .isEmpty();
  }

  private static Corrections.Correction correction(String state) {
    var day = LocalDate.of(2025, 5, 5);
    return new Corrections.Correction(
        UUID.randomUUID(),
        CASE,
        12,
        new Corrections.Content("Иванова Анна", day, "устав"),
        new Corrections.Content("Петрова Анна", day, "устав"),
        "паспорт",
        state,
        MEMBER,
        null,
        AT,
        SECOND,
        AT,
        null);
  }

  private static Person named(String family) {
    return new Person(MEMBER, family, "Анна", null, null, null, null, null, null);
  }

  private static Cases.Case theCase() {
    return new Cases.Case(
        CASE, "correct-entry", OURS, MEMBER, AT.minusSeconds(60), null, null, "2026-0001");
  }

  private static CaseFile file(String activity, List<Document> papers) {
    var run =
        new Cases.Activity(
            "correct-entry",
            CASE,
            activity,
            "serviceTask",
            "done",
            AT,
            AT,
            null,
            null,
            null,
            9L,
            activity + ":1",
            null,
            null,
            List.of());
    return new CaseFile(
        List.of(new CaseFile.Step(run, "done", 1, null, null, List.of(), null, List.of())),
        papers,
        List.of());
  }
}
