package coop.artel.desk;

import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.law.Law;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperative;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Cases;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of cases: history, documents, seals, terms. */
@Component
class CaseViews {
  /** The term that runs until its activity is done, by process. */
  private static final Map<String, Term> TERMS =
      Map.of("admit-member", new Term("admission.decision-days", "write-council-decision"));

  private record Term(String norm, String endedBy) {}

  private final Cases cases;
  private final Records records;
  private final Documents documents;
  private final Law law;
  private final DecisionViews decisions;
  private final Names names;
  private final LegalClock clock;

  CaseViews(
      Cases cases,
      Records records,
      Documents documents,
      Law law,
      DecisionViews decisions,
      Names names,
      LegalClock clock) {
    this.cases = cases;
    this.records = records;
    this.documents = documents;
    this.law = law;
    this.decisions = decisions;
    this.names = names;
    this.clock = clock;
  }

  CaseView.Head head(Cases.Case it, Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var ended = it.endedAt();
    return new CaseView.Head(
        it.id(),
        wording.caseNumber(it.id()),
        wording.sayOr("process." + it.process(), it.process()),
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
    var activities = cases.activities(it.id());
    var seals =
        records.of(it.id()).stream().map(record -> SealView.of(record, wording, zone)).toList();
    var byNumber = seals.stream().collect(Collectors.toMap(SealView::number, Function.identity()));
    var lines =
        activities.stream().map(activity -> line(activity, byNumber, zone, wording)).toList();
    return new CaseView(
        head(it, wording),
        lines.stream().filter(line -> !line.state().equals("waiting")).toList(),
        lines.stream().filter(CaseViews::awaitsSomebody).toList(),
        papers(it.id(), zone, wording),
        seals,
        deadline(it, activities, cooperative, wording));
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

  private CaseView.Line line(
      Cases.Activity activity, Map<Long, SealView> seals, ZoneId zone, Wording wording) {
    var ended = activity.endedAt();
    var at = ended == null ? activity.startedAt() : ended;
    var number = activity.record();
    return new CaseView.Line(
        activity.activity(),
        TaskRows.title(activity.activity(), wording),
        activity.kind(),
        activity.state(),
        wording.day(at, zone),
        wording.time(at, zone),
        names.personOrNull(activity.actor(), wording),
        decisions.explain(activity.decision(), wording).orElse(null),
        number == null ? null : seals.get(number));
  }

  /** A call waits only because something inside it does. */
  private static boolean awaitsSomebody(CaseView.Line line) {
    return line.state().equals("waiting")
        && !line.kind().equals("callActivity")
        && !line.kind().startsWith("boundary")
        && !line.kind().equals("subProcess");
  }

  private CaseView.@Nullable Deadline deadline(
      Cases.Case it, List<Cases.Activity> activities, Cooperative cooperative, Wording wording) {
    var term = TERMS.get(it.process());
    if (term == null
        || it.endedAt() != null
        || activities.stream().anyMatch(a -> a.activity().equals(term.endedBy()))) {
      return null;
    }
    var from = LocalDate.ofInstant(it.startedAt(), cooperative.zone());
    var last = law.term(term.norm(), from, it.cooperative());
    var today = clock.today(cooperative.zone());
    var length = ChronoUnit.DAYS.between(from, last.lastDay());
    var passed = Math.max(0, Math.min(length, ChronoUnit.DAYS.between(from, today)));
    return new CaseView.Deadline(
        wording.date(last.lastDay()),
        wording.away(last.lastDay(), today),
        passed,
        length,
        today.isAfter(last.lastDay()),
        last.preliminary(),
        last.article());
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
