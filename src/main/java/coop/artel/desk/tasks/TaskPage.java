package coop.artel.desk.tasks;

import coop.artel.access.Caller;
import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.cases.CommentViews;
import coop.artel.desk.cases.DecisionViews;
import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.forms.FieldFaults;
import coop.artel.desk.forms.FormFiles;
import coop.artel.desk.forms.FormViews;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.Decision;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Drafts;
import coop.artel.workflow.Form;
import coop.artel.workflow.GuardQuestion;
import coop.artel.workflow.OverrideUnexplained;
import coop.artel.workflow.Overrides;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskForbiddenByLaw;
import coop.artel.workflow.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what it is about, what the law said, its form. */
@Page
class TaskPage {
  private final Looks looks;
  private final Visitor visitor;
  private final Tasks tasks;
  private final Overrides overrides;
  private final TaskRows rows;
  private final Cases cases;
  private final CaseViews caseViews;
  private final DecisionViews decisions;
  private final FormViews forms;
  private final FormFiles files;
  private final Drafts drafts;
  private final CommentViews comments;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  TaskPage(
      Looks looks,
      Visitor visitor,
      Tasks tasks,
      Overrides overrides,
      TaskRows rows,
      Cases cases,
      CaseViews caseViews,
      DecisionViews decisions,
      FormViews forms,
      FormFiles files,
      Drafts drafts,
      CommentViews comments,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.tasks = tasks;
    this.overrides = overrides;
    this.rows = rows;
    this.cases = cases;
    this.caseViews = caseViews;
    this.decisions = decisions;
    this.forms = forms;
    this.files = files;
    this.drafts = drafts;
    this.comments = comments;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/tasks/{id}")
  String task(@PathVariable String id, Model model) {
    var caller = visitor.caller();
    var task = tasks.find(caller, id);
    looks.atTask(caller, task);
    var filled = tasks.form(caller, id);
    var values = new LinkedHashMap<>(filled.values());
    var draft = drafts.find(caller, id);
    draft.ifPresent(it -> values.putAll(it.values()));
    model.addAttribute("draft", draft.map(it -> saved(task, it.savedAt())).orElse(null));
    return show(caller, task, filled, values, List.of(), model);
  }

  /** Keeps what was typed so far and comes back to it. */
  @PostMapping("/tasks/{id}/draft")
  String keep(@PathVariable String id, HttpServletRequest request, RedirectAttributes next) {
    next.addFlashAttribute("kept", keep(id, request));
    return "redirect:/tasks/" + id;
  }

  /** The same while somebody types: answers with the words that say when it was kept. */
  @PostMapping(
      path = "/tasks/{id}/draft",
      headers = "X-Draft",
      produces = "text/plain;charset=UTF-8")
  @ResponseBody
  String keepWhileTyping(@PathVariable String id, HttpServletRequest request) {
    return keep(id, request);
  }

  @PostMapping("/tasks/{id}/draft/discard")
  String discard(@PathVariable String id) {
    drafts.discard(visitor.caller(), id);
    return "redirect:/tasks/" + id;
  }

  private String keep(String id, HttpServletRequest request) {
    var caller = visitor.caller();
    var task = tasks.find(caller, id);
    var form = tasks.form(caller, id).form();
    var savedAt = drafts.save(caller, id, forms.typed(form, files.sent(form, request)));
    return saved(task, savedAt);
  }

  /** By the clock of today, or with the day it was. */
  private String saved(Task task, Instant at) {
    var wording = wordings.current();
    var zone = names.cooperative(task.cooperative()).zone();
    var today = LocalDate.ofInstant(Instant.now(), zone);
    return wording.say(
        "task.draft",
        LocalDate.ofInstant(at, zone).equals(today)
            ? wording.time(at, zone)
            : wording.moment(at, zone));
  }

  /** Completes the task and goes to the next of one's own, or back to the list. */
  @PostMapping("/tasks/{id}")
  String complete(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    var caller = visitor.caller();
    var task = tasks.find(caller, id);
    var filled = tasks.form(caller, id);
    var values = forms.read(filled.form(), request.getParameterMap());
    try {
      values = forms.read(filled.form(), files.sent(filled.form(), request));
      var receipt = tasks.complete(caller, id, values);
      next.addFlashAttribute("receipt", receipt);
      next.addFlashAttribute(
          "doneFor", caller.principal(task.groups()).map(this::named).orElse(null));
      next.addFlashAttribute("completed", TaskRows.title(task.activity(), wordings.current()));
      return "redirect:" + next(caller);
    } catch (Refusal refusal) {
      var errors = again(refusal, filled.form(), values, response, model);
      return show(caller, task, filled, forms.again(filled, values), errors, model);
    }
  }

  /** What the law forbids is proposed to a second person, and waits on the page of both. */
  @PostMapping("/tasks/{id}/override")
  String override(
      @PathVariable String id,
      @RequestParam(name = "_reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    var task = tasks.find(caller, id);
    var filled = tasks.form(caller, id);
    var values = forms.read(filled.form(), request.getParameterMap());
    try {
      values = forms.read(filled.form(), files.sent(filled.form(), request));
      return "redirect:/deeds/" + overrides.propose(caller, id, values, reason).id();
    } catch (Refusal refusal) {
      var errors = again(refusal, filled.form(), values, response, model);
      model.addAttribute("reason", reason);
      return show(caller, task, filled, forms.again(filled, values), errors, model);
    }
  }

  private String named(PersonId person) {
    return names.person(person, wordings.current());
  }

  /** Only what was typed can be typed otherwise; the rest is told on a page of its own. */
  private List<Form.FieldError> again(
      Refusal refusal,
      Form form,
      Map<String, Object> values,
      HttpServletResponse response,
      Model model) {
    if (refusal instanceof TaskForbiddenByLaw forbidden) {
      response.setStatus(HttpStatus.CONFLICT.value());
      forbid(forbidden.decision(), model);
      return List.of();
    }
    if (refusal.kind() != Refusal.Kind.INVALID) {
      throw refusal;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    if (refusal instanceof OverrideUnexplained unexplained) {
      forbid(unexplained.decision(), model);
      model.addAttribute("unexplained", refusals.sentence(refusal, wordings.current()));
      return List.of();
    }
    var errors = FieldFaults.of(refusal, form, values);
    if (errors.isEmpty()) {
      model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
    }
    return errors;
  }

  private void forbid(Decision decision, Model model) {
    model.addAttribute("forbidden", decisions.explain(decision, wordings.current()));
  }

  private String show(
      Caller caller,
      Task task,
      Tasks.FilledForm filled,
      Map<String, Object> values,
      List<Form.FieldError> errors,
      Model model) {
    var wording = wordings.current();
    model.addAttribute("task", rows.of(task, caller, wording));
    model.addAttribute("form", forms.draw(filled.form(), values, errors, wording));
    guard(task, filled.guard(), model);
    model.addAttribute(
        "comments",
        comments.of(caller, task.caseId(), names.cooperative(task.cooperative()).zone(), wording));
    model.addAttribute("case", caseViews.view(cases.find(caller, task.caseId()), wording));
    return "tasks/task";
  }

  /** What the law will be asked, and what waits for a second person already. */
  private void guard(Task task, @Nullable GuardQuestion guard, Model model) {
    if (guard != null) {
      model.addAttribute("guard", guard);
      overrides.waiting(task).ifPresent(deed -> model.addAttribute("override", deed.id()));
    }
  }

  private String next(Caller caller) {
    return tasks.list(caller, Tasks.View.MINE, 0, 1).stream()
        .findFirst()
        .map(task -> "/tasks/" + task.id())
        .orElse("/tasks");
  }
}
