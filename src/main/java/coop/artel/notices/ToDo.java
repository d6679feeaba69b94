package coop.artel.notices;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.Deeds;
import coop.artel.law.DraftComments;
import coop.artel.law.LawWatch;
import coop.artel.meetings.Questions;
import coop.artel.notices.Notice.Kind;
import coop.artel.workflow.Incidents;
import coop.artel.workflow.TaskFinder;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which notices still ask something of their reader. A task that is done or that somebody else has
 * taken, a vote that is cast, a deed that is decided, a step that goes on, a change of the law that
 * was looked through, a remark that was settled ask nothing; what was decided is news.
 */
@Component
class ToDo {
  private static final Set<Kind> OF_TASKS =
      EnumSet.of(Kind.TASK_NEW, Kind.TASK_GIVEN, Kind.TASK_SOON, Kind.TASK_OVERDUE);
  private static final Set<Kind> OF_QUESTIONS = EnumSet.of(Kind.QUESTION_OPEN, Kind.QUESTION_WAITS);
  private static final Set<Kind> OF_DEEDS = EnumSet.of(Kind.DEED_WAITING);
  private static final Set<Kind> OF_INCIDENTS = EnumSet.of(Kind.STEP_FAILED);
  private static final Set<Kind> OF_CHANGES = EnumSet.of(Kind.ARTICLE_CHANGED);
  private static final Set<Kind> OF_REMARKS = EnumSet.of(Kind.DRAFT_REMARKED);
  private static final String CHANGE = "/watch#change-";
  private static final String REMARK = "/comments#comment-";

  private final TaskFinder tasks;
  private final Questions questions;
  private final Deeds deeds;
  private final Incidents incidents;
  private final LawWatch watch;
  private final DraftComments comments;

  ToDo(
      TaskFinder tasks,
      Questions questions,
      Deeds deeds,
      Incidents incidents,
      LawWatch watch,
      DraftComments comments) {
    this.tasks = tasks;
    this.questions = questions;
    this.deeds = deeds;
    this.incidents = incidents;
    this.watch = watch;
    this.comments = comments;
  }

  /** Those of them, in their order. */
  List<Notice> of(Caller reader, List<Notice> notices) {
    var open = new HashSet<String>();
    var ofTasks = about(notices, OF_TASKS);
    if (!ofTasks.isEmpty()) {
      open.addAll(tasks.stillFor(reader, ofTasks));
    }
    if (!about(notices, OF_QUESTIONS).isEmpty()) {
      questions.forVoter(reader).stream()
          .filter(it -> it.voters().stream().anyMatch(v -> v.person().equals(reader.person())))
          .filter(it -> it.votes().stream().noneMatch(v -> v.voter().equals(reader.person())))
          .forEach(it -> open.add(it.id().toString()));
    }
    if (!about(notices, OF_DEEDS).isEmpty()) {
      deeds.openFor(reader).stream().map(Deed::id).forEach(id -> open.add(id.toString()));
    }
    var ofIncidents = about(notices, OF_INCIDENTS);
    if (!ofIncidents.isEmpty()) {
      open.addAll(incidents.open(reader, ofIncidents));
    }
    var ofChanges = about(notices, OF_CHANGES);
    if (!ofChanges.isEmpty()) {
      var unsettled = watch.open(ofChanges.stream().map(it -> behind(CHANGE, it)).toList());
      ofChanges.stream().filter(it -> unsettled.contains(behind(CHANGE, it))).forEach(open::add);
    }
    var ofRemarks = about(notices, OF_REMARKS);
    if (!ofRemarks.isEmpty()) {
      var unsettled = comments.unsettled(ofRemarks.stream().map(it -> behind(REMARK, it)).toList());
      ofRemarks.stream().filter(it -> unsettled.contains(behind(REMARK, it))).forEach(open::add);
    }
    return notices.stream().filter(it -> isNews(it.kind()) || open.contains(it.about())).toList();
  }

  /** What a notice of a change of the law is about: its place under the pages of rules. */
  static String place(String country, UUID change) {
    return country + CHANGE + change;
  }

  /** What a notice of a remark is about: its place under the pages of rules. */
  static String place(String country, UUID draft, UUID comment) {
    return "%s/drafts/%s%s%s".formatted(country, draft, REMARK, comment);
  }

  private static UUID behind(String words, String place) {
    return UUID.fromString(place.substring(place.indexOf(words) + words.length()));
  }

  private static boolean isNews(Kind kind) {
    return Stream.of(OF_TASKS, OF_QUESTIONS, OF_DEEDS, OF_INCIDENTS, OF_CHANGES, OF_REMARKS)
        .noneMatch(it -> it.contains(kind));
  }

  private static List<String> about(Collection<Notice> notices, Set<Kind> kinds) {
    return notices.stream().filter(it -> kinds.contains(it.kind())).map(Notice::about).toList();
  }
}
