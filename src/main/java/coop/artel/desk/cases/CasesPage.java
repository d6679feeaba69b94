package coop.artel.desk.cases;

import coop.artel.desk.frame.FileName;
import coop.artel.desk.frame.LogViews;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Imports;
import coop.artel.members.PaperWithdrawals;
import coop.artel.notary.Exports;
import coop.artel.people.Consents;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.workflow.Cases;
import coop.artel.workflow.SavedViews;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** Cases, what happened in them, and the proof to take along. */
@Page
class CasesPage {
  private static final int LINES = 50;

  private final Looks looks;
  private final Visitor visitor;
  private final CaseLists lists;
  private final CaseFiles files;
  private final CaseViews views;
  private final CaseDiagrams diagrams;
  private final ChangeViews changes;
  private final ViewingViews looked;
  private final Exports exports;
  private final Consents consents;
  private final CommentViews comments;
  private final PaperWithdrawals withdrawals;
  private final ArrivalViews arrivals;
  private final Imports imports;
  private final SeriesViews series;
  private final SavedViews saved;
  private final LogViews log;
  private final Names names;
  private final WordingSource wordings;

  CasesPage(
      Looks looks,
      Visitor visitor,
      CaseLists lists,
      CaseFiles files,
      CaseViews views,
      CaseDiagrams diagrams,
      ChangeViews changes,
      ViewingViews looked,
      Exports exports,
      Consents consents,
      CommentViews comments,
      PaperWithdrawals withdrawals,
      ArrivalViews arrivals,
      Imports imports,
      SeriesViews series,
      SavedViews saved,
      LogViews log,
      Names names,
      WordingSource wordings) {
    this.looks = looks;
    this.visitor = visitor;
    this.lists = lists;
    this.files = files;
    this.views = views;
    this.diagrams = diagrams;
    this.changes = changes;
    this.looked = looked;
    this.exports = exports;
    this.consents = consents;
    this.comments = comments;
    this.withdrawals = withdrawals;
    this.arrivals = arrivals;
    this.imports = imports;
    this.series = series;
    this.saved = saved;
    this.log = log;
    this.names = names;
    this.wordings = wordings;
  }

  @GetMapping("/cases")
  String list(@RequestParam(defaultValue = "0") int offset, CaseQuery query, Model model) {
    var paging = new Paging(offset, LINES);
    var wording = wordings.current();
    var caller = visitor.caller();
    if (query.asks()) {
      looks.atSearch(caller);
    }
    var found = lists.part(caller, query, paging.offset(), LINES + 1);
    model.addAttribute("query", query);
    model.addAttribute("overseen", looked.mayList(caller));
    model.addAttribute("seriesOpen", series.concern(caller));
    model.addAttribute("total", lists.count(caller, query));
    model.addAttribute("saved", saved.of(caller, SavedViews.Listing.CASES));
    model.addAttribute("part", lists.part(query, wording));
    model.addAttribute("processes", lists.processes(caller, wording));
    model.addAttribute("outcomes", lists.outcomes(caller, wording));
    model.addAttribute("articles", lists.articles());
    model.addAttribute("rows", views.heads(found.stream().limit(LINES).toList(), wording));
    model.addAttribute("earlier", offset == 0 ? null : Math.max(0, offset - LINES));
    model.addAttribute("later", found.size() > LINES ? offset + LINES : null);
    return "cases/list";
  }

  @GetMapping("/cases/list.csv")
  ResponseEntity<byte[]> table(CaseQuery query) {
    var caller = visitor.caller();
    looks.atTable(caller);
    return lists.csv(caller, query, wordings.current());
  }

  @GetMapping("/cases/{id}")
  String one(@PathVariable String id, Model model) {
    var caller = visitor.caller();
    var found = looks.atCase(caller, id);
    var file = files.of(found);
    var wording = wordings.current();
    var view = views.view(found, file, wording);
    model.addAttribute("case", view);
    model.addAttribute("stamp", stamp(view, names.cooperative(found.cooperative()), wording));
    model.addAttribute("overseen", looked.mayList(caller));
    model.addAttribute("list", imports.ofCase(caller, id).orElse(null));
    model.addAttribute("withdrawable", withdrawals.open(caller, id).orElse(null));
    model.addAttribute(
        "arrival",
        arrivals.of(caller, id, names.cooperative(found.cooperative()), wording).orElse(null));
    model.addAttribute("changes", changes.of(found, file, ChangeViews.MOST_LINES, wording));
    model.addAttribute("lookingOn", !caller.acts(found.cooperative()));
    model.addAttribute(
        "comments",
        comments.of(caller, id, names.cooperative(found.cooperative()).zone(), wording));
    model.addAttribute("consent", ConsentView.newest(consents.of(id), wording));
    model.addAttribute("secretary", caller.holds(found.cooperative(), Office.SECRETARY));
    model.addAttribute(
        "consents", consents.of(id).stream().filter(it -> it.shown() != null).toList());
    return "cases/case";
  }

  /** By when the case was witnessed, as far as it is sealed; null where nothing is. */
  private @Nullable String stamp(CaseView view, Cooperative cooperative, Wording wording) {
    return view.seals().stream()
        .filter(SealView::sealed)
        .reduce((earlier, later) -> later)
        .map(
            it ->
                log.stampOver(
                    Objects.requireNonNull(it.index()),
                    it.number(),
                    Objects.requireNonNull(it.when()),
                    cooperative.zone(),
                    wording))
        .orElse(null);
  }

  /** What the page's island draws, and asks for again; the page tells the same without it. */
  @GetMapping(path = "/cases/{id}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
  @Nullable ResponseEntity<CaseDiagram> diagram(@PathVariable String id, WebRequest request) {
    var found = looks.atCase(visitor.caller(), id);
    var version = diagrams.version(found);
    return request.checkNotModified(version)
        ? null
        : ResponseEntity.ok().eTag(version).body(diagrams.of(found, wordings.current()));
  }

  @GetMapping("/cases/{id}/export")
  ResponseEntity<byte[]> export(@PathVariable String id) throws IOException {
    return zip(looks.atExport(visitor.caller(), id), exports, wordings.current());
  }

  static ResponseEntity<byte[]> zip(Cases.Case it, Exports exports, Wording wording)
      throws IOException {
    return zip(it.id(), wording.say("case.number", it.number()), exports);
  }

  /**
   * @param name of the file, without its ending
   */
  static ResponseEntity<byte[]> zip(String series, String name, Exports exports)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    exports.write(series, bytes);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(name, "zip").attached())
        .body(bytes.toByteArray());
  }
}
