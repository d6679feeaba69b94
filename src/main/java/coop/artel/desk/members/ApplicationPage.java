package coop.artel.desk.members;

import coop.artel.access.Caller;
import coop.artel.access.Site;
import coop.artel.desk.cases.DocumentFiles;
import coop.artel.desk.forms.FieldFaults;
import coop.artel.desk.forms.FormViews;
import coop.artel.desk.frame.DocumentUnknown;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.WordingSource;
import coop.artel.documents.Documents;
import coop.artel.members.Applications;
import coop.artel.values.Refusal;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Form;
import coop.artel.workflow.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The applicant's own page, opened by the secret link. */
@Page
class ApplicationPage {
  private final ApplicantLink link;
  private final Site site;
  private final Applications applications;
  private final ApplicationViews views;
  private final Tasks tasks;
  private final Cases cases;
  private final Documents documents;
  private final DocumentFiles files;
  private final FormViews forms;
  private final Refusals refusals;
  private final WordingSource wordings;

  ApplicationPage(
      ApplicantLink link,
      Site site,
      Applications applications,
      ApplicationViews views,
      Tasks tasks,
      Cases cases,
      Documents documents,
      DocumentFiles files,
      FormViews forms,
      Refusals refusals,
      WordingSource wordings) {
    this.link = link;
    this.site = site;
    this.applications = applications;
    this.views = views;
    this.tasks = tasks;
    this.cases = cases;
    this.documents = documents;
    this.files = files;
    this.forms = forms;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/application/{token}")
  String open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    link.holder(token);
    response.addHeader(HttpHeaders.SET_COOKIE, link.keep(token, site.secure(request)).toString());
    return "redirect:/application";
  }

  @GetMapping("/application")
  String status(HttpServletRequest request, Model model) {
    return show(link.holder(request), Map.of(), List.of(), model);
  }

  /** Shown once an application is in: the link, and how to keep it. */
  @GetMapping("/application/received")
  String received(HttpServletRequest request, Model model) {
    var caller = link.holder(request);
    model.addAttribute("number", cases.number(newest(caller).caseId()));
    model.addAttribute("link", site.base(request) + "/application/" + ApplicantLink.token(request));
    return "application/received";
  }

  @PostMapping("/application/answer")
  String answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    var caller = link.holder(request);
    var task = views.task(newest(caller), caller);
    if (task.isEmpty()) {
      return "redirect:/application";
    }
    var form = tasks.form(caller, task.get().id()).form();
    var values = forms.read(form, request.getParameterMap());
    try {
      next.addFlashAttribute("receipt", tasks.complete(caller, task.get().id(), values));
      return "redirect:/application";
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      var errors = FieldFaults.of(refusal, form, values);
      if (errors.isEmpty()) {
        model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      }
      return show(caller, values, errors, model);
    }
  }

  @PostMapping("/application/withdraw")
  String withdraw(HttpServletRequest request) {
    var caller = link.holder(request);
    applications.withdraw(caller, newest(caller).id());
    return "redirect:/application";
  }

  /** For a computer that others use too. */
  @PostMapping("/application/leave")
  String leave(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, link.forget(site.secure(request)).toString());
    return "redirect:/";
  }

  @GetMapping("/application/documents/{id}")
  ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
    var caller = link.holder(request);
    return views
        .paper(newest(caller).caseId(), id.toString())
        .map(document -> files.html(document))
        .orElseThrow(DocumentUnknown::new);
  }

  private String show(
      Caller caller, Map<String, Object> entered, List<Form.FieldError> errors, Model model) {
    model.addAttribute(
        "mine", views.view(newest(caller), caller, entered, errors, wordings.current()));
    return "application/status";
  }

  private Applications.Application newest(Caller caller) {
    return applications.mine(caller).stream()
        .findFirst()
        .orElseThrow(ApplicantLink.LinkUnknown::new);
  }
}
