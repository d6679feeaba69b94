package coop.artel.desk.members;

import coop.artel.access.Caller;
import coop.artel.desk.cases.CaseView;
import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.cases.ConsentView;
import coop.artel.desk.cases.SealView;
import coop.artel.desk.cases.ViewingViews;
import coop.artel.desk.forms.FormViews;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.members.Applications;
import coop.artel.notary.Records;
import coop.artel.people.Consents;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Form;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells an applicant what has happened and what comes, without the inner workings. */
@Component
class ApplicationViews {
  /** A station is reached when its last activity is done, and current when one of them waits. */
  private record Station(String id, String last, Set<String> activities) {}

  private static final List<Station> WAY =
      List.of(
          new Station("received", "application-received", Set.of("receive-application")),
          new Station(
              "checked",
              "check-application",
              Set.of(
                  "obtain-completion",
                  "complete-application",
                  "complete-paper-application",
                  "return-application",
                  "judge-application")),
          new Station(
              "identified",
              "check-signing",
              Set.of("verify-identity", "obtain-signature", "judge-signing")),
          new Station(
              "decided",
              "write-council-decision",
              Set.of("decide-in-council", "collect-votes", "put-to-council")),
          new Station("notified", "send-notice", Set.of("draw-up-notice", "send-notice")),
          new Station("paid", "confirm-payment", Set.of("confirm-payment")),
          new Station(
              "entered", "enter-in-register", Set.of("enter-in-register", "issue-certificate")));

  private final Tasks tasks;
  private final Cases cases;
  private final Records records;
  private final Consents consents;
  private final Documents documents;
  private final FormViews forms;
  private final Names names;
  private final ViewingViews looks;

  ApplicationViews(
      Tasks tasks,
      Cases cases,
      Records records,
      Consents consents,
      Documents documents,
      FormViews forms,
      Names names,
      ViewingViews looks) {
    this.tasks = tasks;
    this.cases = cases;
    this.records = records;
    this.consents = consents;
    this.documents = documents;
    this.forms = forms;
    this.names = names;
    this.looks = looks;
  }

  /**
   * @param entered what was sent in and refused, empty when nothing was
   */
  ApplicationView view(
      Applications.Application it,
      Caller caller,
      Map<String, Object> entered,
      List<Form.FieldError> errors,
      Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var zone = cooperative.zone();
    var activities = cases.activities(it.caseId());
    var decideBy = it.decideBy();
    var theCase = cases.find(caller, it.caseId());
    var outcome = theCase.outcome();
    return new ApplicationView(
        it.id().toString(),
        theCase.number(),
        names.person(it.person(), wording),
        cooperative.shortName(),
        wording.say("application.status." + it.status().id()),
        wording.date(it.receivedOn()),
        decideBy == null ? null : wording.date(decideBy),
        outcome,
        WAY.stream().map(s -> mark(s, activities, outcome != null, zone, wording)).toList(),
        task(it, caller).map(task -> ask(task, caller, entered, errors, wording)).orElse(null),
        papers(it.caseId(), zone, wording),
        ConsentView.newest(consents.of(it.caseId()), wording),
        records.of(it.caseId()).stream()
            .findFirst()
            .map(record -> SealView.of(record, wording, zone))
            .orElse(null),
        looks.ofCase(it.caseId(), wording));
  }

  /**
   * A station of an application's way.
   *
   * @param state {@code done}, {@code now}, {@code ahead}, {@code off} where it will not come
   * @param reachedAt absent until it is done
   */
  record Reached(String station, String state, @Nullable Instant reachedAt) {}

  List<Reached> way(Applications.Application it, boolean ended) {
    var activities = cases.activities(it.caseId());
    return WAY.stream().map(station -> reached(station, activities, ended)).toList();
  }

  Optional<Task> task(Applications.Application it, Caller caller) {
    return tasks.list(caller, Tasks.View.MINE, 0, 100).stream()
        .filter(task -> task.caseId().equals(it.caseId()))
        .findFirst();
  }

  /** A document that the applicant may open: one of the own case and of a kind meant for them. */
  Optional<Document> paper(String caseId, String id) {
    return papers(caseId).stream()
        .filter(document -> document.id().toString().equals(id))
        .findFirst();
  }

  /** The documents of a case that are meant for its applicant. */
  List<Document> papers(String caseId) {
    return documents.of(caseId).stream()
        .filter(document -> CaseAccess.OWN.contains(document.kind()))
        .toList();
  }

  private List<CaseView.Paper> papers(String caseId, ZoneId zone, Wording wording) {
    return papers(caseId).stream()
        .map(document -> CaseViews.paper(document, zone, wording))
        .toList();
  }

  private ApplicationView.Ask ask(
      Task task,
      Caller caller,
      Map<String, Object> entered,
      List<Form.FieldError> errors,
      Wording wording) {
    var filled = tasks.form(caller, task.id());
    return new ApplicationView.Ask(
        task.id(),
        forms.draw(
            filled.form(),
            entered.isEmpty() ? filled.values() : forms.again(filled, entered),
            errors,
            wording));
  }

  private static ApplicationView.Mark mark(
      Station station,
      List<Cases.Activity> activities,
      boolean ended,
      ZoneId zone,
      Wording wording) {
    var reached = reached(station, activities, ended);
    var at = reached.reachedAt();
    return new ApplicationView.Mark(
        station.id(),
        reached.state(),
        at == null ? null : wording.day(at, zone),
        reached.state().equals("now") ? now(station, activities, wording) : null);
  }

  private static Reached reached(Station station, List<Cases.Activity> activities, boolean ended) {
    var waits =
        activities.stream()
            .anyMatch(
                a -> a.state().equals("waiting") && station.activities().contains(a.activity()));
    if (waits) {
      return new Reached(station.id(), "now", null);
    }
    var done = newest(station.last(), activities);
    var at = done == null ? null : done.endedAt();
    return at == null
        ? new Reached(station.id(), ended ? "off" : "ahead", null)
        : new Reached(station.id(), "done", at);
  }

  /** What is awaited there; some activities say it otherwise than their station. */
  private static String now(Station station, List<Cases.Activity> activities, Wording wording) {
    return activities.stream()
        .filter(it -> it.state().equals("waiting"))
        .map(it -> wording.sayOr("way.now." + it.activity(), ""))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElseGet(() -> wording.say("way." + station.id() + ".now"));
  }

  private static Cases.@Nullable Activity newest(String id, List<Cases.Activity> activities) {
    return activities.stream()
        .filter(a -> a.activity().equals(id) && a.state().equals("done"))
        .reduce((first, second) -> second)
        .orElse(null);
  }
}
