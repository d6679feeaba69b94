package coop.artel.desk;

import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of cases: history, documents, seals, terms. */
@Component
class CaseViews {
  private final CaseFiles files;
  private final Documents documents;
  private final DecisionViews decisions;
  private final Deadlines deadlines;
  private final Names names;
  private final LegalClock clock;

  CaseViews(
      CaseFiles files,
      Documents documents,
      DecisionViews decisions,
      Deadlines deadlines,
      Names names,
      LegalClock clock) {
    this.files = files;
    this.documents = documents;
    this.decisions = decisions;
    this.deadlines = deadlines;
    this.names = names;
    this.clock = clock;
  }

  CaseView.Head head(Cases.Case it, Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var ended = it.endedAt();
    return new CaseView.Head(
        it.id(),
        it.number(),
        process(it.process(), wording),
        names.person(it.subject(), wording),
        cooperative.shortName(),
        wording.day(it.startedAt(), cooperative.zone()),
        ended == null ? null : wording.day(ended, cooperative.zone()),
        it.outcome(),
        state(it, wording));
  }

  CaseView view(Cases.Case it, Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var zone = cooperative.zone();
    var file = files.of(it);
    var seals = file.records().stream().map(each -> SealView.of(each, wording, zone)).toList();
    return new CaseView(
        head(it, wording),
        file.steps().stream()
            .filter(step -> !step.open())
            .map(step -> line(it, step, zone, wording))
            .toList(),
        file.steps().stream()
            .filter(CaseViews::awaitsSomebody)
            .map(step -> line(it, step, zone, wording))
            .toList(),
        file.documents().stream().map(each -> paper(each, zone, wording)).toList(),
        seals,
        deadlines.of(it, cooperative, wording));
  }

  List<CaseView.Paper> papers(String caseId, ZoneId zone, Wording wording) {
    return documents.of(caseId).stream().map(it -> paper(it, zone, wording)).toList();
  }

  static CaseView.Paper paper(Document document, ZoneId zone, Wording wording) {
    return new CaseView.Paper(
        document.id().toString(),
        wording.say("document." + document.kind().id()),
        document.number(),
        wording.moment(document.writtenAt(), zone),
        document.digest());
  }

  private CaseView.Line line(Cases.Case it, CaseFile.Step step, ZoneId zone, Wording wording) {
    var activity = step.activity();
    var ended = activity.endedAt();
    var at = ended == null ? activity.startedAt() : ended;
    var sealed = step.record();
    return new CaseView.Line(
        activity.id(),
        activity.instance(),
        activity.activity(),
        TaskRows.title(activity.activity(), wording),
        activity.kind(),
        step.state(),
        activity.instance().equals(it.id()) ? null : process(activity.process(), wording),
        step.run(),
        wording.day(at, zone),
        wording.time(at, zone),
        names.personOrNull(activity.actor(), wording),
        offices(step.task(), wording),
        due(step.task(), zone, wording),
        decisions.explain(activity.decision(), wording).orElse(null),
        step.documents().stream().map(each -> paper(each, zone, wording)).toList(),
        sealed == null ? null : SealView.of(sealed, wording, zone));
  }

  static String process(String id, Wording wording) {
    return wording.sayOr("process." + id, id);
  }

  /** A group is called after its cooperative and an office of it. */
  static List<String> offices(@Nullable Task task, Wording wording) {
    return task == null
        ? List.of()
        : task.groups().stream()
            .map(group -> group.substring(group.indexOf(':') + 1))
            .sorted()
            .map(office -> wording.sayOr("office." + office, office))
            .toList();
  }

  private CaseView.@Nullable Due due(@Nullable Task task, ZoneId zone, Wording wording) {
    var day = task == null ? null : task.due();
    if (day == null) {
      return null;
    }
    var today = clock.today(zone);
    return new CaseView.Due(wording.date(day), wording.away(day, today), day.isBefore(today));
  }

  /** A call waits only because something inside it does. */
  private static boolean awaitsSomebody(CaseFile.Step step) {
    var kind = step.activity().kind();
    return step.open()
        && !kind.equals("callActivity")
        && !kind.startsWith("boundary")
        && !kind.equals("subProcess");
  }

  private static String state(Cases.Case it, Wording wording) {
    if (it.endedAt() == null) {
      return wording.say("case.open");
    }
    var outcome = it.outcome();
    return outcome == null
        ? wording.say("case.ended")
        : wording.sayOr("outcome." + outcome, outcome);
  }
}
