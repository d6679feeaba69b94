package coop.artel.desk.tasks;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notary.Records;
import coop.artel.values.PersonId;
import coop.artel.workflow.Assignments;
import coop.artel.workflow.Comments;
import coop.artel.workflow.Drafts;
import coop.artel.workflow.FinishedTasks;
import coop.artel.workflow.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api")
@Tag(name = "Work", description = "What people do around tasks: take, give, remark, begin")
class WorkEndpoint {
  private final Looks looks;
  private static final int MOST_CLAIMS = 100;

  private final Tasks tasks;
  private final Assignments assignments;
  private final Comments comments;
  private final Drafts drafts;
  private final FinishedTasks finished;
  private final Records records;
  private final Callers callers;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  WorkEndpoint(
      Looks looks,
      Tasks tasks,
      Assignments assignments,
      Comments comments,
      Drafts drafts,
      FinishedTasks finished,
      Records records,
      Callers callers,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.looks = looks;
    this.tasks = tasks;
    this.assignments = assignments;
    this.comments = comments;
    this.drafts = drafts;
    this.finished = finished;
    this.records = records;
    this.callers = callers;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  record ClaimsRequest(@Nullable List<String> tasks) {}

  /**
   * @param code of the refusal, absent where the task was taken
   */
  record ClaimJson(String task, @Nullable String code, @Nullable String detail) {}

  record AssignmentRequest(@Nullable UUID person) {}

  record AssignmentJson(
      @Nullable PersonJson heldBy,
      PersonJson person,
      PersonJson assignedBy,
      @Nullable PersonJson deputyFor,
      Instant at,
      @Nullable String reason) {}

  /** Who may be given a task, and who was. */
  record AssignmentsJson(List<PersonJson> candidates, List<AssignmentJson> assignments) {}

  record TakeOverRequest(@Nullable String reason) {}

  record CommentRequest(@Nullable String text) {}

  /**
   * @param text absent once whom the case is about was erased
   */
  record CommentJson(
      UUID id,
      PersonJson author,
      @Nullable PersonJson deputyFor,
      Instant at,
      @Nullable String task,
      @Nullable String activity,
      @Nullable String text) {}

  record DraftRequest(@Nullable Map<String, String> values) {}

  /** Nothing was begun where there is no moment. */
  record DraftJson(@Nullable Instant savedAt, Map<String, String> values) {}

  /**
   * @param stage of the record: {@code recorded}, {@code sealed}, {@code anchored}
   */
  record FinishedJson(
      String task,
      String activity,
      String title,
      String caseId,
      PersonJson subject,
      @Nullable PersonJson deputyFor,
      Instant at,
      @Nullable Long number,
      @Nullable String digest,
      @Nullable String stage) {}

  record FinishedListJson(long total, int offset, List<FinishedJson> tasks) {}

  @PostMapping("/tasks/claims")
  @Operation(summary = "Take several tasks; answers what became of each")
  List<ClaimJson> claimAll(@RequestBody ClaimsRequest body) {
    var asked = body.tasks();
    if (asked == null || asked.size() > MOST_CLAIMS || asked.contains(null)) {
      throw new BadParameter("tasks");
    }
    var wording = wordings.current();
    return tasks.claimAll(callers.current(), asked).stream()
        .map(
            it -> {
              var refusal = it.refusal();
              return refusal == null
                  ? new ClaimJson(it.task(), null, null)
                  : new ClaimJson(it.task(), refusal.code(), refusals.sentence(refusal, wording));
            })
        .toList();
  }

  @GetMapping("/tasks/{id}/assignment")
  @Operation(summary = "Whom the chair or a secretary may give a task to, and who was given it")
  AssignmentsJson assignments(@PathVariable String id) {
    var wording = wordings.current();
    var caller = callers.current();
    var candidates = assignments.candidates(caller, id);
    if (candidates.isEmpty()) {
      tasks.find(caller, id);
    }
    return new AssignmentsJson(
        candidates.stream().map(it -> PersonJson.of(it, names, wording)).toList(),
        assignments.of(caller, id).stream()
            .map(
                it ->
                    new AssignmentJson(
                        PersonJson.orNull(it.heldBy(), names, wording),
                        PersonJson.of(it.person(), names, wording),
                        PersonJson.of(it.assignedBy(), names, wording),
                        PersonJson.orNull(it.assignedFor(), names, wording),
                        it.at(),
                        it.reason()))
            .toList());
  }

  @PostMapping("/tasks/{id}/assignment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Give a task to a person who holds its office")
  void assign(@PathVariable String id, @RequestBody AssignmentRequest body) {
    if (body.person() == null) {
      throw new BadParameter("person");
    }
    assignments.assign(callers.current(), id, new PersonId(body.person()));
  }

  @PostMapping("/tasks/{id}/take-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take over what the officer has in hand whom the caller stands in for, saying why")
  void takeOver(@PathVariable String id, @RequestBody TakeOverRequest body) {
    assignments.takeOver(callers.current(), id, Objects.requireNonNullElse(body.reason(), ""));
  }

  @GetMapping("/cases/{id}/comments")
  @Operation(summary = "The remarks on a case and its tasks that the caller may read, oldest first")
  List<CommentJson> comments(@PathVariable String id) {
    var wording = wordings.current();
    var caller = callers.current();
    looks.atCase(caller, id);
    return comments.of(caller, id).stream()
        .map(
            it ->
                new CommentJson(
                    it.id(),
                    PersonJson.of(it.author(), names, wording),
                    PersonJson.orNull(it.writtenFor(), names, wording),
                    it.at(),
                    it.task(),
                    it.activity(),
                    it.text()))
        .toList();
  }

  @PostMapping("/cases/{id}/comments")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remark on a case, for those who hold an office in its cooperative")
  void commentCase(@PathVariable String id, @RequestBody CommentRequest body) {
    comments.onCase(callers.current(), id, body.text() == null ? "" : body.text());
  }

  @PostMapping("/tasks/{id}/comments")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remark on a task, for those who may do it")
  void commentTask(@PathVariable String id, @RequestBody CommentRequest body) {
    comments.onTask(callers.current(), id, body.text() == null ? "" : body.text());
  }

  @GetMapping("/tasks/{id}/draft")
  @Operation(summary = "What the caller has begun to fill in")
  DraftJson draft(@PathVariable String id) {
    Caller caller = callers.current();
    tasks.find(caller, id);
    return drafts
        .find(caller, id)
        .map(it -> new DraftJson(it.savedAt(), it.values()))
        .orElseGet(() -> new DraftJson(null, Map.of()));
  }

  @PutMapping("/tasks/{id}/draft")
  @Operation(summary = "Keep what the holder of a task has begun to fill in, right or wrong")
  DraftJson keep(@PathVariable String id, @RequestBody DraftRequest body) {
    var values = body.values();
    if (values == null || values.containsValue(null)) {
      throw new BadParameter("values");
    }
    drafts.save(callers.current(), id, values);
    return draft(id);
  }

  @DeleteMapping("/tasks/{id}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Forget what the caller has begun to fill in")
  void discard(@PathVariable String id) {
    drafts.discard(callers.current(), id);
  }

  @GetMapping("/tasks/finished")
  @Operation(summary = "What the caller has done, newest first; at most 100 at a time")
  FinishedListJson finished(
      @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
    var caller = callers.current();
    var paging = new Paging(offset, limit);
    var found = finished.by(caller, paging.offset(), paging.limit());
    var stages = DonePage.stages(records, found);
    var wording = wordings.current();
    return new FinishedListJson(
        finished.count(caller),
        offset,
        found.stream()
            .map(
                it ->
                    new FinishedJson(
                        it.task(),
                        it.activity(),
                        TaskRows.title(it.activity(), wording),
                        it.caseId(),
                        PersonJson.of(it.subject(), names, wording),
                        PersonJson.orNull(it.doneFor(), names, wording),
                        it.at(),
                        it.number(),
                        it.digest(),
                        stages.get(it.task())))
            .toList());
  }
}
