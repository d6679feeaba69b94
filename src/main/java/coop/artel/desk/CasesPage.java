package coop.artel.desk;

import coop.artel.notary.Exports;
import coop.artel.people.Consents;
import coop.artel.workflow.Cases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Cases, what happened in them, and the proof to take along. */
@Page
class CasesPage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final Cases cases;
  private final CaseViews views;
  private final CaseDiagrams diagrams;
  private final Exports exports;
  private final Consents consents;
  private final WordingSource wordings;

  CasesPage(
      Visitor visitor,
      Cases cases,
      CaseViews views,
      CaseDiagrams diagrams,
      Exports exports,
      Consents consents,
      WordingSource wordings) {
    this.visitor = visitor;
    this.cases = cases;
    this.views = views;
    this.diagrams = diagrams;
    this.exports = exports;
    this.consents = consents;
    this.wordings = wordings;
  }

  @GetMapping("/cases")
  String list(@RequestParam(defaultValue = "0") int offset, Model model) {
    var paging = new Paging(offset, LINES);
    var wording = wordings.current();
    var found = cases.list(visitor.caller(), paging.offset(), LINES + 1);
    model.addAttribute(
        "rows", found.stream().limit(LINES).map(it -> views.head(it, wording)).toList());
    model.addAttribute("earlier", offset == 0 ? null : Math.max(0, offset - LINES));
    model.addAttribute("later", found.size() > LINES ? offset + LINES : null);
    return "cases/list";
  }

  @GetMapping("/cases/{id}")
  String one(@PathVariable String id, Model model) {
    model.addAttribute(
        "case", views.view(CaseAccess.whole(cases, visitor.caller(), id), wordings.current()));
    model.addAttribute(
        "consents", consents.of(id).stream().filter(it -> it.shown() != null).toList());
    return "cases/case";
  }

  /** What the page's island draws; the page tells the same without it. */
  @GetMapping(path = "/cases/{id}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  CaseDiagram diagram(@PathVariable String id) {
    return diagrams.of(CaseAccess.whole(cases, visitor.caller(), id), wordings.current());
  }

  @GetMapping("/cases/{id}/export")
  ResponseEntity<byte[]> export(@PathVariable String id) throws IOException {
    return zip(CaseAccess.whole(cases, visitor.caller(), id).id(), exports);
  }

  static ResponseEntity<byte[]> zip(String caseId, Exports exports) throws IOException {
    var bytes = new ByteArrayOutputStream();
    exports.write(caseId, bytes);
    var name = ContentDisposition.attachment().filename("artel-" + caseId + ".zip").build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(bytes.toByteArray());
  }
}
