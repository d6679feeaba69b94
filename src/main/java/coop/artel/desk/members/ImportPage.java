package coop.artel.desk.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.access.Caller;
import coop.artel.desk.forms.Uploads;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.ImportLimits;
import coop.artel.members.ImportRefused;
import coop.artel.members.Imports;
import coop.artel.members.Minutes;
import coop.artel.members.RegisterColumn;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A list of present members: brought as a file, looked at line by line. */
@Page
class ImportPage {
  private final Looks looks;
  private final Visitor visitor;
  private final Imports imports;
  private final ImportLimits limits;
  private final Tasks tasks;
  private final ImportViews views;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  ImportPage(
      Looks looks,
      Visitor visitor,
      Imports imports,
      ImportLimits limits,
      Tasks tasks,
      ImportViews views,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.imports = imports;
    this.limits = limits;
    this.tasks = tasks;
    this.views = views;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** A column as the page explains it. */
  record Column(String name, String others, boolean mandatory, String words) {}

  @GetMapping("/members/import")
  String bring(@RequestParam(required = false) @Nullable UUID cooperative, Model model) {
    return show(visitor.served(cooperative), model);
  }

  @PostMapping("/members/import")
  String bring(
      @RequestParam UUID cooperative,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile scan,
      @RequestParam(defaultValue = "") String minutesNumber,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate minutesDay,
      HttpServletResponse response,
      Model model) {
    var id = new CooperativeId(cooperative);
    try {
      var minutes =
          new Minutes(
              minutesNumber.strip(),
              minutesDay == null ? LocalDate.MAX : minutesDay,
              Uploads.digest(scan, limits.scan()));
      var brought = imports.bring(visitor.caller(), id, Uploads.bytes(file), minutes);
      return "redirect:/members/import/" + brought.id();
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      model.addAttribute("minutesNumber", minutesNumber);
      model.addAttribute("minutesDay", minutesDay);
      return show(id, model);
    }
  }

  private String show(CooperativeId id, Model model) {
    var wording = wordings.current();
    var cooperative = names.cooperative(id);
    var brought = imports.of(visitor.caller(), id);
    model.addAttribute(
        "imports",
        brought.stream().map(it -> views.head(it, cooperative.zone(), wording)).toList());
    model.addAttribute(
        "unfinished",
        brought.stream()
            .filter(Imports.Import::unfinished)
            .map(it -> views.head(it, cooperative.zone(), wording))
            .toList());
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("most", limits.lines());
    model.addAttribute("size", limits.file().toMegabytes());
    model.addAttribute("columns", columns(wording));
    return "members/bring";
  }

  private static List<Column> columns(Wording wording) {
    return Arrays.stream(RegisterColumn.values())
        .map(
            it ->
                new Column(
                    it.headings().get(0),
                    String.join(", ", it.headings().subList(1, it.headings().size())),
                    it.mandatory(),
                    wording.say("import.help." + it.key())))
        .toList();
  }

  /** A file with the headings only; the byte order mark tells a spreadsheet that it is UTF-8. */
  @GetMapping("/members/import/template.csv")
  ResponseEntity<byte[]> template() {
    String headings =
        Arrays.stream(RegisterColumn.values())
            .map(it -> it.headings().get(0))
            .collect(Collectors.joining(";", "\ufeff", "\r\n"));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(wordings.current().say("import.template.file") + ".csv", UTF_8)
                .build()
                .toString())
        .body(headings.getBytes(UTF_8));
  }

  /** For a task, which knows its case only. */
  @GetMapping("/members/import/case/{caseId}")
  String ofCase(@PathVariable String caseId) {
    return imports
        .ofCase(visitor.caller(), caseId)
        .map(it -> "redirect:/members/import/" + it.id())
        .orElseThrow(NotServed::new);
  }

  @GetMapping("/members/import/{id}")
  String lines(@PathVariable UUID id, Model model) {
    return show(imports.find(visitor.caller(), id), model);
  }

  /** Another file in the place of a wrong one. */
  @PostMapping("/members/import/{id}/file")
  String replace(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    try {
      imports.replace(caller, id, Uploads.bytes(file));
      return "redirect:/members/import/" + id;
    } catch (ImportRefused refusal) {
      var found = imports.find(caller, id);
      response.setStatus(Problems.status(refusal).value());
      model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      return show(found, model);
    }
  }

  private String show(Imports.Import found, Model model) {
    var caller = visitor.caller();
    looks.atRegister(caller, found.cooperative());
    var cooperative = names.cooperative(found.cooperative());
    var wording = wordings.current();
    var waiting = tasks.ofCase(found.caseId());
    boolean entering = found.state().equals("proposed") && waiting.isEmpty();
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("import", views.head(found, cooperative.zone(), wording));
    model.addAttribute("entering", entering);
    model.addAttribute("progress", found.progress());
    model.addAttribute(
        "list", entering ? null : views.list(imports.lines(caller, found.id()), wording));
    model.addAttribute("task", task(caller, waiting));
    model.addAttribute(
        "mayChange", found.open() && caller.holds(found.cooperative(), Office.SECRETARY));
    return "members/import";
  }

  /** The task that waits in a case for an office that the caller holds. */
  private static @Nullable String task(Caller caller, List<Task> waiting) {
    return waiting.stream()
        .filter(it -> !Collections.disjoint(it.groups(), caller.groups()))
        .map(Task::id)
        .findFirst()
        .orElse(null);
  }

  /**
   * @param shown the lines that stood on the page: only of these it is said whether they are out
   * @param out those of them that are to be taken out
   * @param all every line with a mistake is to be taken out
   */
  @PostMapping("/members/import/{id}/lines")
  String takeOut(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Set<Integer> shown,
      @RequestParam(required = false) @Nullable Set<Integer> out,
      @RequestParam(defaultValue = "false") boolean all) {
    var caller = visitor.caller();
    var taken = new HashSet<Integer>();
    for (var line : imports.lines(caller, id)) {
      if (line.takenOut() || (all && line.refused())) {
        taken.add(line.line());
      }
    }
    if (!all) {
      taken.removeAll(shown == null ? Set.of() : shown);
      taken.addAll(out == null ? Set.of() : out);
    }
    imports.takeOut(caller, id, taken);
    return "redirect:/members/import/" + id;
  }
}
