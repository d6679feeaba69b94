package coop.artel.desk.cases;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.meetings.Questions;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.Money;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of cases: history, documents, seals, terms. */
@Component
public class CaseViews {
  /** What waits for a council and not for a task's holder. */
  private static final String VOTES = "collect-votes";

  private final CaseFiles files;
  private final Documents documents;
  private final Questions questions;
  private final DecisionViews decisions;
  private final Deadlines deadlines;
  private final RegisterLines register;
  private final Names names;
  private final LegalClock clock;

  CaseViews(
      CaseFiles files,
      Documents documents,
      Questions questions,
      DecisionViews decisions,
      Deadlines deadlines,
      RegisterLines register,
      Names names,
      LegalClock clock) {
    this.files = files;
    this.documents = documents;
    this.questions = questions;
    this.decisions = decisions;
    this.deadlines = deadlines;
    this.register = register;
    this.names = names;
    this.clock = clock;
  }

  private static CaseView.Head head(
      Cases.Case it, Cooperative cooperative, String subject, Wording wording) {
    var ended = it.endedAt();
    return new CaseView.Head(
        it.id(),
        it.number(),
        process(it.process(), wording),
        subject,
        cooperative.shortName(),
        wording.day(it.startedAt(), cooperative.zone()),
        ended == null ? null : wording.day(ended, cooperative.zone()),
        it.outcome(),
        state(it, wording));
  }

  /** Many, with their names read at once. */
  List<CaseView.Head> heads(List<Cases.Case> found, Wording wording) {
    var persons = names.persons(found.stream().map(Cases.Case::subject).toList(), wording);
    var cooperatives = new HashMap<CooperativeId, Cooperative>();
    return found.stream()
        .map(
            it ->
                head(
                    it,
                    cooperatives.computeIfAbsent(it.cooperative(), names::cooperative),
                    persons.getOrDefault(it.subject(), ""),
                    wording))
        .toList();
  }

  public CaseView view(Cases.Case it, Wording wording) {
    return view(it, files.of(it), wording);
  }

  /** For whoever has read the case's file. */
  public CaseView view(Cases.Case it, CaseFile file, Wording wording) {
    var votes = new Votes(lastVote(file), questions.ofCase(it.id()));
    var cooperative = names.cooperative(it.cooperative());
    var zone = cooperative.zone();
    var persons = persons(it, file, wording);
    var seals = file.records().stream().map(each -> SealView.of(each, wording, zone)).toList();
    return new CaseView(
        head(it, cooperative, persons.getOrDefault(it.subject(), ""), wording),
        file.steps().stream()
            .filter(step -> !step.open())
            .sorted(Comparator.comparing(step -> at(step.activity())))
            .map(step -> line(it, step, votes, persons, zone, wording))
            .toList(),
        file.steps().stream()
            .filter(CaseViews::awaitsSomebody)
            .map(step -> line(it, step, votes, persons, zone, wording))
            .toList(),
        file.documents().stream().map(each -> paper(each, zone, wording)).toList(),
        seals,
        deadlines.of(it, cooperative, wording),
        register.of(it.subject(), cooperative));
  }

  public List<CaseView.Paper> papers(String caseId, ZoneId zone, Wording wording) {
    return documents.of(caseId).stream().map(it -> paper(it, zone, wording)).toList();
  }

  public static CaseView.Paper paper(Document document, ZoneId zone, Wording wording) {
    return new CaseView.Paper(
        document.id().toString(),
        title(document, wording),
        document.number(),
        wording.moment(document.writtenAt(), zone),
        document.digest());
  }

  /** With its revision where there are several. */
  public static String title(Document document, Wording wording) {
    var name = wording.say("document." + document.kind().id());
    if (document.erased()) {
      return wording.say("paper.erased", name);
    }
    if (document.replaced()) {
      return wording.say("paper.replaced", name);
    }
    return document.revision() == 1
        ? name
        : wording.say("paper.revised", name, document.revision());
  }

  /**
   * How a council voted.
   *
   * @param told at the last step that collected votes, absent before there is one
   */
  private record Votes(CaseFile.@Nullable Step told, List<Questions.Question> questions) {}

  private static CaseFile.@Nullable Step lastVote(CaseFile file) {
    return file.steps().stream()
        .filter(step -> !step.open() && step.activity().activity().equals(VOTES))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** Who voted how, in the order of casting, with what was said. */
  private Stream<CaseView.Said> cast(Votes votes, Wording wording) {
    return votes.questions().stream()
        .flatMap(
            question -> {
              var reasons = questions.reasons(question.id());
              return question.votes().stream()
                  .map(
                      vote ->
                          new CaseView.Said(
                              "vote",
                              names.person(vote.voter(), wording),
                              voted(vote, reasons.get(vote.voter()), wording)));
            });
  }

  private static String voted(Questions.Vote vote, @Nullable String reason, Wording wording) {
    var choice = wording.say("voted." + vote.choice().id());
    return reason == null ? choice : wording.say("voted.because", choice, reason);
  }

  private Map<PersonId, String> persons(Cases.Case it, CaseFile file, Wording wording) {
    return names.persons(
        Stream.concat(
                Stream.of(it.subject()),
                file.steps().stream()
                    .map(CaseFile.Step::activity)
                    .flatMap(step -> Stream.of(step.actor(), step.doneFor()))
                    .filter(Objects::nonNull))
            .toList(),
        wording);
  }

  private CaseView.Line line(
      Cases.Case it,
      CaseFile.Step step,
      Votes cast,
      Map<PersonId, String> persons,
      ZoneId zone,
      Wording wording) {
    var actor = step.activity().actor();
    var decision = step.decision();
    var activity = step.activity();
    boolean votes = step.open() && activity.activity().equals(VOTES);
    var at = at(activity);
    var began = wording.day(activity.startedAt(), zone);
    var day = wording.day(at, zone);
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
        day,
        wording.time(at, zone),
        began.equals(day) ? null : began,
        actor == null
            ? null
            : Names.acting(
                persons.getOrDefault(actor, ""), nameOf(activity.doneFor(), persons), wording),
        votes ? List.of(wording.say("case.council")) : offices(step.task(), wording),
        votes ? voters(it, wording) : List.of(),
        due(step.task(), zone, wording),
        decision == null ? null : decisions.explain(decision, wording),
        Stream.concat(
                step.answers().stream().map(answer -> said(answer, wording)),
                step == cast.told() ? cast(cast, wording) : Stream.empty())
            .toList(),
        step.documents().stream().map(each -> paper(each, zone, wording)).toList(),
        sealed == null ? null : SealView.of(sealed, wording, zone));
  }

  private static @Nullable String nameOf(@Nullable PersonId person, Map<PersonId, String> persons) {
    return person == null ? null : persons.get(person);
  }

  /** When it was done, or began if it waits: by this it is dated and put in order. */
  private static Instant at(Cases.Activity activity) {
    return Objects.requireNonNullElse(activity.endedAt(), activity.startedAt());
  }

  private List<String> voters(Cases.Case it, Wording wording) {
    var awaited = questions.awaited(it.id());
    var persons = names.persons(awaited, wording);
    return awaited.stream().map(voter -> persons.getOrDefault(voter, "")).sorted().toList();
  }

  static CaseView.Said said(Answers.Answer answer, Wording wording) {
    var key = "said." + answer.what();
    return new CaseView.Said(
        answer.what(), wording.sayOr(key, answer.what()), value(key, answer.value(), wording));
  }

  private static String value(String key, Object value, Wording wording) {
    if (value.equals(Answers.ERASED)) {
      return wording.say("erased");
    }
    if (value instanceof Answers.Word word) {
      return wording.sayOr(key + "." + word.id(), word.id());
    }
    if (value instanceof LocalDate day) {
      return wording.date(day);
    }
    if (value instanceof Money sum) {
      return wording.sum(sum);
    }
    return value instanceof Boolean flag ? wording.say("answer." + flag) : value.toString();
  }

  public static String process(String id, Wording wording) {
    return wording.sayOr("process." + id, id);
  }

  /** A group is called after its cooperative and an office of it. */
  public static List<String> offices(@Nullable Task task, Wording wording) {
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
