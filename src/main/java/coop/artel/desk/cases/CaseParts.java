package coop.artel.desk.cases;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.Wording;
import coop.artel.documents.Documents;
import coop.artel.meetings.Questions;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case has beside its history, for programs: documents, terms, open tasks, votes. */
@Component
class CaseParts {
  private final Documents documents;
  private final List<CaseTerms> terms;
  private final Tasks tasks;
  private final Questions questions;
  private final ArrivalViews arrivals;
  private final Names names;

  CaseParts(
      Documents documents,
      List<CaseTerms> terms,
      Tasks tasks,
      Questions questions,
      ArrivalViews arrivals,
      Names names) {
    this.documents = documents;
    this.terms = terms;
    this.tasks = tasks;
    this.questions = questions;
    this.arrivals = arrivals;
    this.names = names;
  }

  /**
   * A term of the law or the charter.
   *
   * @param from the day of the event; the term begins on the next
   * @param preliminary the calendar of the last day's year is not established
   * @param keptOn when what had to be done was done, absent until then
   */
  record TermJson(
      String norm,
      String title,
      LocalDate from,
      LocalDate lastDay,
      boolean preliminary,
      String article,
      @Nullable LocalDate keptOn) {}

  /**
   * A task that waits; its form is at {@code /api/tasks/{id}/form} for whoever has it.
   *
   * @param groups who may claim it: {@code <cooperative>:secretary}
   */
  record OpenTaskJson(
      String id,
      String activity,
      String title,
      @Nullable PersonJson assignee,
      SortedSet<String> groups,
      Instant created,
      @Nullable LocalDate due,
      boolean overdue) {}

  /**
   * All of it.
   *
   * @param documents see {@code /api/documents/{id}}
   * @param questions of the council, see {@code /api/questions/{id}}
   * @param arrival how the application came, absent where the case is no admission
   */
  record Parts(
      List<DocumentJson> documents,
      List<TermJson> terms,
      List<OpenTaskJson> tasks,
      List<String> questions,
      ArrivalViews.@Nullable ArrivalJson arrival) {}

  /** For those who were allowed to find the case. */
  Parts of(Cases.Case it, Wording wording) {
    return new Parts(
        documents.of(it.id()).stream().map(DocumentJson::of).toList(),
        terms.stream()
            .flatMap(source -> source.of(it.id()).stream())
            .map(term -> json(term, wording))
            .toList(),
        tasks.ofCase(it.id()).stream().map(task -> json(task, wording)).toList(),
        questions.ofCase(it.id()).stream().map(question -> question.id().toString()).toList(),
        arrivals.json(it.id(), wording).orElse(null));
  }

  private static TermJson json(CaseTerms.Term it, Wording wording) {
    return new TermJson(
        it.norm(),
        Deadlines.name(it, wording),
        it.from(),
        it.lastDay(),
        it.preliminary(),
        it.article(),
        it.keptOn());
  }

  private OpenTaskJson json(Task it, Wording wording) {
    var assignee = it.assignee();
    return new OpenTaskJson(
        it.id(),
        it.activity(),
        TaskRows.title(it.activity(), wording),
        assignee == null ? null : PersonJson.of(assignee, names, wording),
        new TreeSet<>(it.groups()),
        it.created(),
        it.due(),
        it.overdue());
  }
}
