package coop.artel.desk;

import coop.artel.members.Applications;
import coop.artel.members.ImportLimits;
import coop.artel.members.OnPaper;
import coop.artel.members.PaperRefused;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The secretary enters an application that came on paper. */
@Page
class PaperPage {
  private final Visitor visitor;
  private final Applications applications;
  private final ImportLimits limits;
  private final FormViews forms;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  PaperPage(
      Visitor visitor,
      Applications applications,
      ImportLimits limits,
      FormViews forms,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.applications = applications;
    this.limits = limits;
    this.forms = forms;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/members/paper")
  String form(@RequestParam UUID cooperative, Model model) {
    return show(served(cooperative), Map.of(), List.of(), model);
  }

  @PostMapping("/members/paper")
  String enter(
      @RequestParam("_cooperative") UUID cooperative,
      @RequestParam(name = "_receivedOn", required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate receivedOn,
      @RequestParam(name = "_scan", required = false) @Nullable MultipartFile scan,
      @RequestParam(name = "_consentOn", required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate consentOn,
      @RequestParam(name = "_consentScan", required = false) @Nullable MultipartFile consentScan,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = served(cooperative);
    var values = forms.read(applications.form(found.id()), request.getParameterMap());
    values.remove("consentGiven");
    try {
      var paper = paper(receivedOn, scan, consentOn, consentScan);
      var received = applications.applyOnPaper(visitor.caller(), found.id(), values, paper);
      return "redirect:/cases/" + received.caseId();
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      model.addAttribute("receivedOn", receivedOn);
      model.addAttribute("consentOn", consentOn);
      var errors = FieldFaults.of(refusal, applications.form(found.id()), values);
      if (errors.isEmpty()) {
        model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      }
      return show(found, values, errors, model);
    }
  }

  private OnPaper paper(
      @Nullable LocalDate receivedOn,
      @Nullable MultipartFile scan,
      @Nullable LocalDate consentOn,
      @Nullable MultipartFile consentScan) {
    if (receivedOn == null || consentOn == null) {
      throw PaperRefused.incomplete();
    }
    return new OnPaper(
        receivedOn,
        Uploads.digest(scan, limits.scan()),
        consentOn,
        Uploads.digest(consentScan, limits.scan()));
  }

  private Cooperative served(UUID cooperative) {
    var found = names.cooperative(new CooperativeId(cooperative));
    if (!visitor.caller().holds(found.id(), Office.SECRETARY)) {
      throw new NotServed();
    }
    return found;
  }

  private String show(
      Cooperative cooperative,
      Map<String, Object> values,
      List<Form.FieldError> errors,
      Model model) {
    var form = applications.form(cooperative.id());
    model.addAttribute("form", forms.draw(form, values, errors, wordings.current()));
    model.addAttribute("cooperative", cooperative);
    return "members/paper";
  }
}
