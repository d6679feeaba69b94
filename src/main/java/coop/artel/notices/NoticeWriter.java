package coop.artel.notices;

import coop.artel.access.Accounts;
import coop.artel.access.DeedApproved;
import coop.artel.access.DeedProposed;
import coop.artel.access.DeedRejected;
import coop.artel.access.DeedSuperseded;
import coop.artel.access.DeputyEnded;
import coop.artel.access.DeputyNamed;
import coop.artel.access.PlatformRole;
import coop.artel.access.SecondPersons;
import coop.artel.law.ArticleMarked;
import coop.artel.law.DraftRemarked;
import coop.artel.meetings.QuestionOpened;
import coop.artel.meetings.VotesAwaited;
import coop.artel.notices.Notice.Kind;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import coop.artel.workflow.StepFailed;
import coop.artel.workflow.TaskGiven;
import coop.artel.workflow.TaskOpened;
import coop.artel.workflow.TaskPressed;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Hears what happens in the house, and writes down who is told of it. */
@UseCase
class NoticeWriter {
  private final NoticeBoard board;
  private final SecondPersons seconds;
  private final Accounts accounts;

  NoticeWriter(NoticeBoard board, SecondPersons seconds, Accounts accounts) {
    this.board = board;
    this.seconds = seconds;
    this.accounts = accounts;
  }

  /** A task of nobody's office is told to whose it is, if they sign in at all. */
  @EventListener
  void on(TaskOpened opened) {
    var holder = opened.holder();
    boolean theirs = opened.groups().isEmpty();
    if (!theirs || holder != null && accounts.exists(holder)) {
      board.tell(
          theirs ? Kind.TASK_GIVEN : Kind.TASK_NEW,
          opened.task(),
          opened.caseId(),
          opened.activity(),
          opened.cooperative(),
          opened.groups(),
          theirs ? holder : null);
    }
  }

  @EventListener
  void on(TaskGiven given) {
    board.tell(
        Kind.TASK_GIVEN,
        given.task(),
        given.caseId(),
        given.activity(),
        given.cooperative(),
        Set.of(),
        given.to());
  }

  /** Whoever has taken the task, or whoever may. */
  @EventListener
  void on(TaskPressed pressed) {
    var holder = pressed.holder();
    board.tell(
        Kind.TASK_SOON,
        pressed.task(),
        pressed.caseId(),
        pressed.activity(),
        pressed.cooperative(),
        holder == null ? pressed.groups() : Set.of(),
        holder);
  }

  @EventListener
  void on(DeedApproved approved) {
    tell(Kind.DEED_APPROVED, approved.deed().toString(), approved.kind(), approved.proposedBy());
  }

  @EventListener
  void on(DeedRejected rejected) {
    var deed = rejected.deed();
    if (!deed.proposedBy().equals(deed.decidedBy())) {
      tell(Kind.DEED_REJECTED, deed.id().toString(), deed.kind(), deed.proposedBy());
    }
  }

  @EventListener
  void on(DeedProposed proposed) {
    var deed = proposed.deed();
    for (PersonId second : seconds.of(deed)) {
      tell(Kind.DEED_WAITING, deed.id().toString(), deed.kind(), second);
    }
  }

  /** Whoever has proposed it, and whoever was told that it waits. */
  @EventListener
  void on(DeedSuperseded superseded) {
    var deed = superseded.deed();
    var about = deed.id().toString();
    var concerned = new LinkedHashSet<>(board.told(Kind.DEED_WAITING, about));
    concerned.add(deed.proposedBy());
    for (PersonId person : concerned) {
      tell(Kind.DEED_SUPERSEDED, about, deed.kind(), person);
    }
  }

  @EventListener
  void on(DeputyNamed named) {
    var change = named.substitution().change();
    board.tell(
        Kind.DEPUTY_NAMED,
        named.substitution().id().toString(),
        null,
        change.office().id(),
        change.cooperative(),
        Set.of(),
        change.deputy());
  }

  /** Whoever lays it down knows. */
  @EventListener
  void on(DeputyEnded ended) {
    var change = ended.substitution().change();
    if (!change.deputy().equals(ended.by())) {
      board.tell(
          Kind.DEPUTY_ENDED,
          ended.substitution().id().toString(),
          null,
          change.office().id(),
          change.cooperative(),
          Set.of(),
          change.deputy());
    }
  }

  /** Whoever is an operator at this moment. */
  @EventListener
  void on(StepFailed failed) {
    for (PersonId operator : accounts.with(PlatformRole.OPERATOR)) {
      board.tell(
          Kind.STEP_FAILED,
          failed.incident(),
          failed.caseId(),
          failed.activity(),
          failed.cooperative(),
          Set.of(),
          operator);
    }
  }

  /** Whoever is a lawyer at this moment; whoever has marked it knows. */
  @EventListener
  void on(ArticleMarked marked) {
    for (PersonId lawyer : accounts.with(PlatformRole.LAWYER)) {
      if (!lawyer.equals(marked.by())) {
        tell(
            Kind.ARTICLE_CHANGED,
            ToDo.place(marked.country(), marked.change()),
            marked.citation(),
            lawyer);
      }
    }
  }

  /** Whoever has to do with the draft and is a lawyer still. */
  @EventListener
  void on(DraftRemarked remarked) {
    var lawyers = new LinkedHashSet<>(accounts.with(PlatformRole.LAWYER));
    lawyers.retainAll(remarked.concerned());
    for (PersonId lawyer : lawyers) {
      tell(
          Kind.DRAFT_REMARKED,
          ToDo.place(remarked.country(), remarked.draft(), remarked.comment()),
          null,
          lawyer);
    }
  }

  /** Whoever joins the council while the vote goes on is told too. */
  @EventListener
  void on(QuestionOpened opened) {
    board.tell(
        Kind.QUESTION_OPEN,
        opened.question().toString(),
        opened.caseId(),
        opened.kind(),
        opened.cooperative(),
        Set.of(opened.cooperative() + ":" + Office.COUNCIL.id()),
        null);
  }

  @EventListener
  void on(VotesAwaited awaited) {
    for (PersonId voter : awaited.from()) {
      board.tell(
          Kind.QUESTION_WAITS,
          awaited.question().toString(),
          awaited.caseId(),
          awaited.kind(),
          awaited.cooperative(),
          Set.of(),
          voter);
    }
  }

  /** One person, of something that is in no case. */
  private void tell(Kind kind, String about, @Nullable String activity, PersonId person) {
    board.tell(kind, about, null, activity, null, Set.of(), person);
  }
}
