package coop.artel.desk;

import coop.artel.members.Applications;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The application form that anybody may fill in. */
@Page
class ApplyPage {
  private final Applications applications;
  private final Names names;
  private final FormViews forms;
  private final ApplicantLink link;
  private final WordingSource wordings;

  ApplyPage(
      Applications applications,
      Names names,
      FormViews forms,
      ApplicantLink link,
      WordingSource wordings) {
    this.applications = applications;
    this.names = names;
    this.forms = forms;
    this.link = link;
    this.wordings = wordings;
  }

  @GetMapping("/apply/{cooperative}")
  String form(@PathVariable UUID cooperative, Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    return show(found, applications.form(found.id()), Map.of(), List.of(), model);
  }

  /** The consent on a page of its own, so that it can be read and printed before it is given. */
  @GetMapping("/apply/{cooperative}/consent")
  String consent(@PathVariable UUID cooperative, Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    model.addAttribute("cooperative", found);
    model.addAttribute("consent", consent(found));
    return "apply/consent";
  }

  @PostMapping("/apply/{cooperative}")
  String apply(
      @PathVariable UUID cooperative,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    var form = applications.form(found.id());
    var values = forms.read(form, request.getParameterMap());
    try {
      var received = applications.apply(found.id(), values);
      response.addHeader(
          HttpHeaders.SET_COOKIE, link.keep(received.token(), request.isSecure()).toString());
      return "redirect:/application/received";
    } catch (FormInvalid e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(found, form, values, e.errors(), model);
    }
  }

  private String show(
      Cooperative cooperative,
      Form form,
      Map<String, Object> values,
      List<Form.FieldError> errors,
      Model model) {
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("form", forms.draw(form, values, errors, wordings.current()));
    model.addAttribute("consent", consent(cooperative));
    return "apply/form";
  }

  private List<String> consent(Cooperative cooperative) {
    return Arrays.asList(applications.consentText(cooperative.id()).split("\n\\s*\n"));
  }
}
