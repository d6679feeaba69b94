package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.frame.Zones;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDraftRefused;
import coop.artel.law.RuleDrafts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * One file of a draft, as text: what is wrong is told at its line, and it may be saved with that.
 */
@Page
class DraftFilePage {
  private final Visitor visitor;
  private final RuleDrafts drafts;
  private final RuleBench bench;
  private final DraftViews views;
  private final Names names;
  private final Zones zones;
  private final WordingSource wordings;

  DraftFilePage(
      Visitor visitor,
      RuleDrafts drafts,
      RuleBench bench,
      DraftViews views,
      Names names,
      Zones zones,
      WordingSource wordings) {
    this.visitor = visitor;
    this.drafts = drafts;
    this.bench = bench;
    this.views = views;
    this.names = names;
    this.zones = zones;
    this.wordings = wordings;
  }

  /** What another wrote meanwhile, beside what one was about to save. */
  record Other(String by, String at, String text) {}

  /** A text as it stands in the editor. */
  record Typed(String path, String text) {}

  /** One thing that is wrong with it. */
  record Told(String path, int line, String message) {}

  /**
   * @param at the line that is looked for
   */
  @GetMapping("/rules/drafts/{id}/file")
  String file(
      @PathVariable UUID id,
      @RequestParam String path,
      @RequestParam(defaultValue = "0") int at,
      @RequestParam(required = false) @Nullable String saved,
      Model model) {
    views.demandReader(visitor.caller());
    var text = drafts.files(id).byPath().getOrDefault(path, "");
    model.addAttribute("saved", saved != null);
    return show(id, path, text, at, model);
  }

  /**
   * @param seen number of the last change of the file that its writer has seen
   */
  @PostMapping(path = "/rules/drafts/{id}/file", params = "save")
  String save(
      @PathVariable UUID id,
      @RequestParam String path,
      @RequestParam String text,
      @RequestParam int seen,
      @RequestParam(defaultValue = "0") int at,
      HttpServletResponse response,
      Model model) {
    return change(id, path, Optional.of(text), seen, at, response, model);
  }

  /** The text as it came, with what is wrong in it; nothing is kept. */
  @PostMapping(path = "/rules/drafts/{id}/file", params = "check")
  String look(
      @PathVariable UUID id,
      @RequestParam String path,
      @RequestParam String text,
      @RequestParam int seen,
      @RequestParam(defaultValue = "0") int at,
      Model model) {
    drafts.demandLawyer(visitor.caller());
    model.addAttribute("seen", seen);
    model.addAttribute("checked", true);
    return show(id, path, text, at, model);
  }

  /** The file as it was when the draft was begun. */
  @PostMapping(path = "/rules/drafts/{id}/file", params = "restore")
  String restore(
      @PathVariable UUID id,
      @RequestParam String path,
      @RequestParam int seen,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    drafts.demandLawyer(caller);
    var before = Optional.ofNullable(drafts.before(id).byPath().get(path));
    return change(id, path, before, seen, 0, response, model);
  }

  @PostMapping(path = "/rules/drafts/{id}/file", params = "remove")
  String remove(
      @PathVariable UUID id,
      @RequestParam String path,
      @RequestParam int seen,
      HttpServletResponse response,
      Model model) {
    return change(id, path, Optional.empty(), seen, 0, response, model);
  }

  private String change(
      UUID id,
      String path,
      Optional<String> text,
      int seen,
      int at,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    drafts.demandLawyer(caller);
    try {
      drafts.change(caller, id, path, text, seen);
      return "redirect:"
          + (text.isPresent()
              ? DraftsPage.address(id, path, at) + "&saved"
              : DraftsPage.address(id));
    } catch (RuleDraftRefused refused) {
      var wording = wordings.current();
      var now = drafts.files(id).byPath().getOrDefault(path, "");
      response.setStatus(Problems.status(refused).value());
      model.addAttribute("refused", views.why(refused, id, path, caller, wording));
      if (refused.code().equals(DraftViews.CHANGED)) {
        model.addAttribute("other", other(last(id, path).orElseThrow(), caller, wording));
      }
      return show(id, path, text.orElse(now), at, model);
    }
  }

  private Other other(RuleDraft.Change change, Caller caller, Wording wording) {
    return new Other(
        change.by().map(by -> names.person(by, wording)).orElse(""),
        wording.moment(change.at(), zones.of(caller)),
        change.text().orElse(""));
  }

  private Optional<RuleDraft.Change> last(UUID id, String path) {
    return drafts.changes(id).stream().filter(it -> it.path().equals(path)).findFirst();
  }

  private String show(UUID id, String path, String text, int at, Model model) {
    var wording = wordings.current();
    var draft = views.view(drafts.find(id), visitor.caller(), wording);
    var texts = new TreeMap<>(drafts.files(id).byPath());
    boolean there = texts.containsKey(path);
    texts.put(path, text);
    var faults =
        there || !text.isEmpty() ? bench.faults(id, path, text) : List.<RuleBench.Fault>of();
    var told = views.faults(faults, texts, wording);
    model.addAttribute("draft", draft);
    model.addAttribute("path", path);
    model.addAttribute("name", DraftViews.fileName(path, wording));
    model.addAttribute("text", text);
    model.addAttribute("at", at);
    model.addAttribute("there", there);
    model.addAttribute("isNorms", path.endsWith("/norms.yaml"));
    model.addAttribute("changed", last(id, path).isPresent());
    model.addAttribute("faults", told.stream().filter(it -> it.path().equals(path)).toList());
    model.addAttribute("elsewhere", told.stream().filter(it -> !it.path().equals(path)).toList());
    if (!model.containsAttribute("seen")) {
      model.addAttribute("seen", last(id, path).map(RuleDraft.Change::number).orElse(0));
    }
    return "rules/file";
  }

  /** For the editor, while one writes. */
  @PostMapping(
      path = "/rules/drafts/{id}/check",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<Told> check(@PathVariable UUID id, @RequestBody Typed typed) {
    drafts.demandLawyer(visitor.caller());
    var wording = wordings.current();
    return bench.faults(id, typed.path(), typed.text()).stream()
        .map(it -> new Told(it.path(), it.line(), views.message(it, wording)))
        .toList();
  }

  /** For the editor: what it proposes. */
  @GetMapping(path = "/rules/drafts/{id}/words", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  DraftWords words(@PathVariable UUID id) {
    views.demandReader(visitor.caller());
    return DraftWords.of(bench.words(id), wordings.current());
  }
}
