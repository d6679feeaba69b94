package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.DraftComments;
import coop.artel.law.EditionFault;
import coop.artel.law.Publication;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDrafts;
import coop.artel.law.RulesUnknown;
import coop.artel.publishing.Proposal;
import coop.artel.publishing.Proposals;
import coop.artel.publishing.Proposals.FileDifference;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes views of publications and of what waits to be published. */
@Component
class PublicationViews {
  private static final String REVIEW = "review-edition";

  private final Publications publications;
  private final Proposals proposals;
  private final RuleDrafts drafts;
  private final DraftComments comments;
  private final Tasks tasks;
  private final Countries countries;
  private final Names names;

  PublicationViews(
      Publications publications,
      Proposals proposals,
      RuleDrafts drafts,
      DraftComments comments,
      Tasks tasks,
      Countries countries,
      Names names) {
    this.publications = publications;
    this.proposals = proposals;
    this.drafts = drafts;
    this.comments = comments;
    this.tasks = tasks;
    this.countries = countries;
    this.names = names;
  }

  /**
   * A publication.
   *
   * @param live first day, absent for what was in force from the beginning
   * @param now it is what decides new cases today
   * @param ahead its day has not come
   * @param caseId for those who may see its case
   * @param edition the beginning of {@code digest}
   * @param restorable the reader may propose to put it in force again
   */
  record Row(
      int number,
      @Nullable String live,
      boolean now,
      boolean ahead,
      String by,
      @Nullable String caseId,
      String edition,
      String digest,
      boolean restorable) {}

  /**
   * What somebody proposes.
   *
   * @param replay how far past decisions were asked about
   * @param remarks what is worth knowing and stands in nobody's way
   * @param stands {@code check}, {@code review}, {@code mend}, {@code published}, {@code withdrawn}
   * @param task the reader's way to do something about it
   * @param draft id of the draft, for those who may read it
   * @param comments how many remarks on it are not settled
   */
  record Whole(
      String id,
      String title,
      @Nullable String reason,
      String author,
      String at,
      String caseId,
      String stands,
      Asked replay,
      List<Fault> faults,
      List<Fault> remarks,
      List<Said> verdicts,
      @Nullable String task,
      @Nullable String draft,
      long comments,
      boolean recallable) {}

  /**
   * What the files would have said to past decisions.
   *
   * @param link for lawyers, who may see which those are
   * @param draft that the reader may have asked about anew; absent while that would tell nothing
   *     new
   */
  record Asked(String words, @Nullable String link, @Nullable UUID draft) {}

  /**
   * @param question what is asked where it was found, absent if it is about none
   * @param link for those who may read the draft: only there is to be seen what is wrong
   */
  record Fault(String words, @Nullable String question, @Nullable String link) {}

  record Said(String words, String by, String at, @Nullable String note) {}

  /** Refused: {@link RulesUnknown}. */
  String countryName(String country, Wording wording) {
    return RuleViews.countryName(country(country), wording);
  }

  private Country country(String id) {
    return countries.find(id).orElseThrow(() -> new RulesUnknown(id, id));
  }

  /** Newest first. */
  List<Row> rows(Caller caller, String country, Wording wording) {
    var all = publications.all(country(country).id());
    int now = publications.now(country).map(Publication::number).orElse(0);
    boolean lawyer = caller.roles().contains(PlatformRole.LAWYER);
    return all.stream()
        .map(it -> row(it, now, lawyer, !it.fileSet().equals(all.get(0).fileSet()), wording))
        .toList();
  }

  Row row(Caller caller, String country, int number, Wording wording) {
    return rows(caller, country, wording).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(() -> new RulesUnknown(country, Integer.toString(number)));
  }

  private Row row(Publication it, int now, boolean lawyer, boolean otherwise, Wording wording) {
    return new Row(
        it.number(),
        it.liveFrom().map(wording::date).orElse(null),
        it.number() == now,
        it.number() > now,
        by(it, wording),
        lawyer ? it.caseId().orElse(null) : null,
        it.edition().substring(0, 12),
        it.edition(),
        lawyer && otherwise);
  }

  private String by(Publication it, Wording wording) {
    if (it.author().isEmpty() || it.approver().isEmpty()) {
      return wording.say("publications.by-service");
    }
    return wording.say(
        "publications.by-two",
        names.person(it.author().get(), wording),
        names.person(it.approver().get(), wording));
  }

  /** What a publication changed; nothing for the first. */
  List<FileDifference> differences(String country, int number) {
    return number == 1
        ? List.of()
        : proposals.differences(
            publications.find(country, number - 1).fileSet(),
            publications.find(country, number).fileSet());
  }

  List<Whole> open(Caller caller, String country, Wording wording) {
    return proposals.open(country).stream().map(it -> view(caller, it, wording)).toList();
  }

  /** As it stands now: who waits is read first, or a task could be told without what it is for. */
  Whole view(Caller caller, Proposal of, Wording wording) {
    var waiting = tasks.ofCase(of.caseId()).stream().findFirst();
    var it = proposals.find(of.id());
    var draft = drafts.find(it.draft());
    var zone = country(it.country()).zone();
    var stands = stands(it, waiting);
    boolean author = it.author().equals(caller.person());
    return new Whole(
        it.id().toString(),
        title(draft, wording),
        draft.reason().isBlank() ? null : draft.reason(),
        names.person(it.author(), wording),
        wording.moment(it.proposedAt(), zone),
        it.caseId(),
        stands,
        asked(caller, it, wording),
        faults(caller, it, true, wording),
        faults(caller, it, false, wording),
        it.verdicts().stream()
            .map(
                verdict ->
                    new Said(
                        words(verdict, wording),
                        names.person(verdict.reviewer(), wording),
                        wording.moment(verdict.at(), zone),
                        verdict.note().orElse(null)))
            .toList(),
        waiting.filter(task -> isFor(task, caller, author)).map(Task::id).orElse(null),
        DraftViews.mayRead(caller) ? it.draft().toString() : null,
        comments.open(it.draft()),
        author && stands.equals("review"));
  }

  private static boolean isFor(Task task, Caller caller, boolean author) {
    return task.groups().isEmpty()
        ? caller.person().equals(task.assignee())
        : !author && task.groups().stream().anyMatch(caller.groups()::contains);
  }

  private static String title(RuleDraft draft, Wording wording) {
    return draft.title().isBlank() ? wording.say("proposal.shipped") : draft.title();
  }

  private static String stands(Proposal it, Optional<Task> waiting) {
    return switch (it.state()) {
      case PUBLISHED -> "published";
      case WITHDRAWN -> "withdrawn";
      case OPEN ->
          waiting.map(task -> task.activity().equals(REVIEW) ? "review" : "mend").orElse("check");
    };
  }

  private Asked asked(Caller caller, Proposal it, Wording wording) {
    var run = proposals.replay(it);
    boolean lawyer = caller.roles().contains(PlatformRole.LAWYER);
    boolean open = it.state() == Proposal.State.OPEN;
    return new Asked(
        run.map(of -> words(of, wording)).orElseGet(() -> wording.say("proposal.replay.none")),
        run.filter(of -> lawyer).map(of -> "/rules/replays/" + of.id()).orElse(null),
        lawyer && open && run.filter(PublicationViews::mayBeOfUse).isEmpty() ? it.draft() : null);
  }

  private static boolean mayBeOfUse(Replay.Run run) {
    return run.state() == Replay.State.DONE || !run.state().ended();
  }

  private static String words(Replay.Run of, Wording wording) {
    return wording.say(
        "proposal.replay." + of.state().id(),
        wording.number(of.done()),
        wording.number(of.total()),
        wording.number(of.flipped()));
  }

  private static List<Fault> faults(Caller caller, Proposal it, boolean standing, Wording wording) {
    return it.state() == Proposal.State.OPEN
        ? it.faults().stream()
            .filter(fault -> fault.stands() == standing)
            .map(fault -> fault(caller, it, fault, wording))
            .toList()
        : List.of();
  }

  private static Fault fault(Caller caller, Proposal of, EditionFault fault, Wording wording) {
    return new Fault(
        wording.say("edition-fault." + fault.code(), fault.arguments().toArray()),
        fault.question().map(question -> RuleViews.words(question, wording)).orElse(null),
        fault
            .question()
            .filter(question -> DraftViews.mayRead(caller))
            .map(question -> link(of, fault, question))
            .orElse(null));
  }

  /** Into the draft: by what is in force the same case may well be green. */
  private static String link(Proposal of, EditionFault fault, String question) {
    if (fault.walked()) {
      return "/rules/%s/%s/gaps?draft=%s&form=%s&asOf=%s"
          .formatted(
              of.country(),
              question,
              of.draft(),
              fault.arguments().get(1),
              fault.arguments().get(2));
    }
    var page = DraftsPage.address(of.draft()) + "/questions/" + question;
    var about = fault.arguments().get(0);
    return fault.ofCase()
        ? UriComponentsBuilder.fromPath(page)
            .queryParam("case", "{id}")
            .encode()
            .build(about)
            .toString()
        : page + "#" + about;
  }

  private static String words(Proposal.Verdict verdict, Wording wording) {
    return verdict
        .liveFrom()
        .map(day -> wording.say("proposal.verdict.publish", wording.date(day)))
        .orElseGet(() -> wording.say("proposal.verdict.return"));
  }
}
