package coop.artel.desk.rules;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.jurisdiction.NormsTable;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleDraftRefused;
import coop.artel.law.RuleDrafts;
import coop.artel.values.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The norms of a draft as a table: a figure is corrected, followed by another, or ended. */
@Page
class DraftNormsPage {
  private static final String SEEN = "seen";
  private static final String NORM = "norm";
  private static final String FIGURE = "figure";

  private final Visitor visitor;
  private final RuleDrafts drafts;
  private final DraftNorms norms;
  private final DraftViews views;
  private final WordingSource wordings;

  DraftNormsPage(
      Visitor visitor,
      RuleDrafts drafts,
      DraftNorms norms,
      DraftViews views,
      WordingSource wordings) {
    this.visitor = visitor;
    this.drafts = drafts;
    this.norms = norms;
    this.views = views;
    this.wordings = wordings;
  }

  /**
   * @param norm whose figure is opened as a form
   * @param figure its place among the norm's figures; -1 for a new one
   */
  @GetMapping("/rules/drafts/{id}/norms")
  String norms(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String norm,
      @RequestParam(defaultValue = "-1") int figure,
      Model model) {
    views.demandReader(visitor.caller());
    try {
      var table = norms.table(id);
      var sent =
          norm.isEmpty() ? Sent.nothing() : DraftNorms.begin(row(table, norm, figure), figure);
      return show(id, table, norm, figure, sent, model);
    } catch (FileNotUnderstood broken) {
      return "redirect:" + DraftsPage.address(id, DraftNorms.path(drafts.find(id).country()), 0);
    }
  }

  @PostMapping("/rules/drafts/{id}/norms")
  String change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String norm,
      @RequestParam(defaultValue = "-1") int figure,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    drafts.demandLawyer(caller);
    var table = norms.table(id);
    row(table, norm, figure);
    var sent = Sent.of(parameters);
    var wording = wordings.current();
    var path = DraftNorms.path(drafts.find(id).country());
    try {
      var text = norms.write(id, table, norm, figure, sent, wording);
      drafts.change(caller, id, path, Optional.of(text), seen);
      return "redirect:%s/norms#%s".formatted(DraftsPage.address(id), norm);
    } catch (FieldsRefused refused) {
      sent = sent.refused(refused, wording);
      response.setStatus(Problems.status(refused).value());
    } catch (RuleDraftRefused refused) {
      response.setStatus(Problems.status(refused).value());
      model.addAttribute("refused", views.why(refused, id, path, caller, wording));
    }
    return show(id, norms.table(id), norm, figure, sent, model);
  }

  private static NormsTable.Row row(NormsTable table, String norm, int figure) {
    if (!table.has(norm) || figure >= 0 && !table.has(norm, figure)) {
      throw new BadParameter(table.has(norm) ? FIGURE : NORM);
    }
    return table.rows().stream().filter(it -> it.key().equals(norm)).findFirst().orElseThrow();
  }

  private String show(UUID id, NormsTable table, String norm, int figure, Sent sent, Model model) {
    var wording = wordings.current();
    var draft = views.view(drafts.find(id), visitor.caller(), wording);
    var path = DraftNorms.path(draft.country());
    model.addAttribute("draft", draft);
    model.addAttribute("path", path);
    model.addAttribute("rows", norms.rows(table, draft.country(), wording));
    model.addAttribute(NORM, norm);
    model.addAttribute("normName", NormViews.name(norm, wording));
    model.addAttribute(FIGURE, figure);
    model.addAttribute("sent", sent);
    model.addAttribute("forms", norms.forms(draft.country(), wording));
    model.addAttribute("confidences", DraftNorms.confidences(wording));
    model.addAttribute(
        "words",
        table.rows().stream()
            .filter(it -> it.key().equals(norm))
            .findFirst()
            .map(it -> String.join(", ", it.words()))
            .orElse(""));
    model.addAttribute(
        SEEN,
        drafts.changes(id).stream()
            .filter(it -> it.path().equals(path))
            .findFirst()
            .map(RuleDraft.Change::number)
            .orElse(0));
    return "rules/norms";
  }
}
