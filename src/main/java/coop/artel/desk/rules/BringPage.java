package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.forms.Uploads;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.RuleDraft;
import coop.artel.sheets.CellsRefused;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A draft's files: taken along, and brought back changed. */
@Page
@RequestMapping("/rules/drafts/{id}")
class BringPage {
  private static final String KEEP = "keep";

  private final Visitor visitor;
  private final Bringing bringing;
  private final EditionFiles files;
  private final Refusals refusals;
  private final WordingSource wordings;

  BringPage(
      Visitor visitor,
      Bringing bringing,
      EditionFiles files,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.bringing = bringing;
    this.files = files;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/edition.zip")
  ResponseEntity<byte[]> zip(@PathVariable("id") UUID draft) {
    return files.zip(bringing.files(bringing.draft(visitor.caller(), draft)), wordings.current());
  }

  @GetMapping("/edition.xlsx")
  ResponseEntity<byte[]> xlsx(@PathVariable("id") UUID draft) {
    return files.xlsx(bringing.files(bringing.draft(visitor.caller(), draft)), wordings.current());
  }

  /**
   * @param kept whether something was just taken into it
   */
  @GetMapping("/files")
  String files(
      @PathVariable("id") UUID draft,
      @RequestParam(required = false) @Nullable String kept,
      Model model) {
    model.addAttribute("kept", kept != null);
    return show(bringing.draft(visitor.caller(), draft), model);
  }

  /**
   * @param step {@code keep} takes what was shown; anything else shows it
   * @param shown digest of what was shown
   */
  @PostMapping("/files")
  String bring(
      @PathVariable("id") UUID draft,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String shown,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    var found = bringing.draft(caller, draft);
    var bytes = Uploads.bytes(file);
    if (bytes.length == 0) {
      response.setStatus(422);
      model.addAttribute("refused", wordings.current().say("rules.bring.none"));
      return show(found, model);
    }
    try {
      return bring(caller, found, bytes, step.equals(KEEP) ? shown : "", model);
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      tell(refusal, model);
      return show(found, model);
    }
  }

  private String bring(Caller caller, RuleDraft found, byte[] bytes, String shown, Model model) {
    if (!shown.isEmpty()) {
      if (bringing.keep(caller, found, bytes, shown).isPresent()) {
        return "redirect:/rules/drafts/%s/files?kept".formatted(found.id());
      }
      model.addAttribute("again", true);
    }
    model.addAttribute("brought", bringing.look(found, bytes));
    return show(found, model);
  }

  private void tell(Refusal refusal, Model model) {
    var wording = wordings.current();
    model.addAttribute("refused", refusals.sentence(refusal, wording));
    if (refusal instanceof CellsRefused cells) {
      model.addAttribute(
          "faults", cells.faults().stream().map(it -> refusals.fault(it, wording)).toList());
    }
  }

  private static String show(RuleDraft draft, Model model) {
    model.addAttribute("draft", draft);
    return "rules/bring";
  }
}
