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
import coop.artel.desk.frame.WordingSource;
import coop.artel.notary.Receipt;
import coop.artel.workflow.Overrides;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskFinder;
import coop.artel.workflow.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/tasks")
@Tag(name = "Tasks", description = "Work that waits for a person")
class TasksEndpoint {
  private final Looks looks;
  private final Tasks tasks;
  private final Overrides overrides;
  private final TaskFinder finder;
  private final TaskSearch search;
  private final Callers callers;
  private final Names names;
  private final WordingSource wordings;

  TasksEndpoint(
      Looks looks,
      Tasks tasks,
      Overrides overrides,
      TaskFinder finder,
      TaskSearch search,
      Callers callers,
      Names names,
      WordingSource wordings) {
    this.looks = looks;
    this.tasks = tasks;
    this.overrides = overrides;
    this.finder = finder;
    this.search = search;
    this.callers = callers;
    this.names = names;
    this.wordings = wordings;
  }

  /**
   * A task.
   *
   * @param deputyFor whom the caller would do it for
   */
  record TaskJson(
      String id,
      String caseId,
      String process,
      String activity,
      String title,
      String cooperative,
      @Nullable PersonJson assignee,
      @Nullable PersonJson deputyFor,
      SortedSet<String> groups,
      Instant created,
      @Nullable LocalDate due,
      boolean overdue) {}

  /** A part of the list; {@code total} counts the whole view. */
  record TaskListJson(long total, int offset, List<TaskJson> tasks) {}

  record CompletionRequest(@Nullable Map<String, Object> values) {}

  record ReceiptJson(Receipt receipt) {}

  /** What the form would say, and why it is to be taken although the law forbids it. */
  record OverrideRequest(@Nullable Map<String, Object> values, @Nullable String reason) {}

  /**
   * What a second person has to decide.
   *
   * @param deed see {@code /api/deeds/{id}}
   */
  record WaitingJson(UUID deed) {}

  @GetMapping
  @Operation(
      summary = "The caller's tasks, narrowed and in the order asked for; at most 100 at a time",
      description =
          "view: mine, groups, overdue, all, team; q: a case's number, words of a task's name,"
              + " whole words or beginnings of a person's name; due: overdue, today, week, none;"
              + " holder: a person's id, me, free; sort: due, newest, oldest, case")
  TaskListJson list(
      @ParameterObject TaskQuery query,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit) {
    var caller = callers.current();
    var chosen = query.chosen();
    var paging = new Paging(offset, limit);
    var filter = search.understand(caller, query, wordings.current()).filter();
    return new TaskListJson(
        finder.count(caller, chosen, filter),
        offset,
        finder.list(caller, chosen, filter, paging.offset(), paging.limit()).stream()
            .map(found -> json(caller, found.task()))
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One task")
  TaskJson one(@PathVariable String id) {
    var caller = callers.current();
    return json(caller, tasks.find(caller, id));
  }

  @GetMapping("/{id}/form")
  @Operation(summary = "The task's form with what it shows already")
  Tasks.FilledForm form(@PathVariable String id) {
    var caller = callers.current();
    looks.atTask(caller, tasks.find(caller, id));
    return tasks.form(caller, id);
  }

  @PostMapping("/{id}/claim")
  @Operation(summary = "Take a task of one's groups")
  TaskJson claim(@PathVariable String id) {
    Caller caller = callers.current();
    tasks.claim(caller, id);
    return json(caller, tasks.find(caller, id));
  }

  @DeleteMapping("/{id}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Give a task back to its groups")
  void release(@PathVariable String id) {
    tasks.release(callers.current(), id);
  }

  @PostMapping("/{id}/completion")
  @Operation(
      summary = "Complete a task with its form's values; answers with the record's digest",
      description =
          "409 task-forbidden-by-law, with the decision and its articles, where the law guards the"
              + " task and refuses or misses something")
  ReceiptJson complete(@PathVariable String id, @RequestBody CompletionRequest body) {
    if (body.values() == null) {
      throw new BadParameter("values");
    }
    return new ReceiptJson(tasks.complete(callers.current(), id, body.values()));
  }

  @PostMapping("/{id}/override")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Propose to complete a task although the law forbids it; a second person decides, and"
              + " then it is completed as it was sent")
  WaitingJson override(@PathVariable String id, @RequestBody OverrideRequest body) {
    if (body.values() == null) {
      throw new BadParameter("values");
    }
    if (body.reason() == null) {
      throw new BadParameter("reason");
    }
    return new WaitingJson(
        overrides.propose(callers.current(), id, body.values(), body.reason()).id());
  }

  private TaskJson json(Caller caller, Task task) {
    var wording = wordings.current();
    return new TaskJson(
        task.id(),
        task.caseId(),
        task.process(),
        task.activity(),
        TaskRows.title(task.activity(), wording),
        task.cooperative().toString(),
        PersonJson.orNull(task.assignee(), names, wording),
        PersonJson.orNull(caller.principal(task.groups()).orElse(null), names, wording),
        new TreeSet<>(task.groups()),
        task.created(),
        task.due(),
        task.overdue());
  }
}
