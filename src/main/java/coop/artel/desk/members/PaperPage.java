package coop.artel.desk.members;

import coop.artel.desk.forms.FieldFaults;
import coop.artel.desk.forms.FormViews;
import coop.artel.desk.forms.Uploads;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Applications;
import coop.artel.members.ImportLimits;
import coop.artel.members.OnPaper;
import coop.artel.members.PaperRefused;
import coop.artel.members.SecretaryOnly;
import coop.artel.registry.Cooperative;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
  String form(@RequestParam(required = false) @Nullable UUID cooperative, Model model) {
    return show(served(cooperative), Sent.nothing(), Map.of(), List.of(), model);
  }

  @PostMapping("/members/paper")
  String enter(
      @RequestParam("_cooperative") UUID cooperative,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(name = "_scan", required = false) @Nullable MultipartFile scan,
      @RequestParam(name = "_consentScan", required = false) @Nullable MultipartFile consentScan,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = served(cooperative);
    var values = forms.read(applications.form(found.id()), request.getParameterMap());
    values.remove("consentGiven");
    Sent paper = paper(parameters, null, null);
    try {
      paper = paper(parameters, scan, consentScan);
      var wrong = wrong(found, values, paper);
      if (!wrong.isEmpty()) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(found, told(paper, wrong), values, wrong, model);
      }
      var received =
          applications.applyOnPaper(visitor.caller(), found.id(), values, onPaper(paper));
      return "redirect:/cases/" + received.caseId();
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      var errors = FieldFaults.of(refusal, applications.form(found.id()), values);
      if (errors.isEmpty()) {
        model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      }
      return show(found, told(paper, errors), values, errors, model);
    }
  }

  /** The digests of the scans that were chosen now, or were before and come back with the form. */
  private Sent paper(
      MultiValueMap<String, String> parameters,
      @Nullable MultipartFile scan,
      @Nullable MultipartFile consentScan) {
    var sent = Sent.of(parameters);
    return Sent.first(
        Map.of(
            "receivedOn", sent.value("_receivedOn"),
            "scanDigest", digest(scan, sent.value("_scanDigest")),
            "consentOn", sent.value("_consentOn"),
            "consentDigest", digest(consentScan, sent.value("_consentDigest"))));
  }

  private String digest(@Nullable MultipartFile file, String before) {
    var digest = Uploads.digest(file, limits.scan());
    return digest.isEmpty() && before.matches("[0-9a-f]{64}") ? before : digest;
  }

  private List<Form.FieldError> wrong(
      Cooperative cooperative, Map<String, Object> values, Sent paper) {
    return applications.wrongOnPaper(
        cooperative.id(),
        values,
        paper.day("receivedOn"),
        paper.value("scanDigest"),
        paper.day("consentOn"),
        paper.value("consentDigest"));
  }

  private Sent told(Sent paper, List<Form.FieldError> errors) {
    var wording = wordings.current();
    var told = paper;
    for (var error : errors) {
      if (paper.values().containsKey(error.key())) {
        told = told.alsoWrong(error.key(), refusals.field(error, wording), wording);
      }
    }
    return told;
  }

  private static OnPaper onPaper(Sent paper) {
    var receivedOn = paper.day("receivedOn");
    var consentOn = paper.day("consentOn");
    if (receivedOn == null || consentOn == null) {
      throw PaperRefused.incomplete();
    }
    return new OnPaper(
        receivedOn, paper.value("scanDigest"), consentOn, paper.value("consentDigest"));
  }

  private Cooperative served(@Nullable UUID cooperative) {
    var id = visitor.served(cooperative);
    SecretaryOnly.demand(visitor.caller(), id);
    return names.cooperative(id);
  }

  private String show(
      Cooperative cooperative,
      Sent paper,
      Map<String, Object> values,
      List<Form.FieldError> errors,
      Model model) {
    var form = applications.form(cooperative.id()).spokenTo("secretary");
    model.addAttribute("form", forms.draw(form, values, errors, wordings.current()));
    model.addAttribute("paper", paper);
    model.addAttribute("cooperative", cooperative);
    return "members/paper";
  }
}
