package coop.artel.desk.members;

import coop.artel.access.ApplicationLimit;
import coop.artel.access.Site;
import coop.artel.desk.forms.FieldFaults;
import coop.artel.desk.forms.FormViews;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Applications;
import coop.artel.people.ShownConsent;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The application form that anybody may fill in, and the consent that goes with it. */
@Page
class ApplyPage {
  /** Hidden field: the digest of the consent's text that stood on the page. */
  static final String SHOWN = "_consentTextDigest";

  private static final String CONSENT_GIVEN = "consentGiven";

  private final Applications applications;
  private final ApplicationLimit limit;
  private final Names names;
  private final FormViews forms;
  private final ApplicantLink link;
  private final Site site;
  private final Refusals refusals;
  private final WordingSource wordings;

  ApplyPage(
      Applications applications,
      ApplicationLimit limit,
      Names names,
      FormViews forms,
      ApplicantLink link,
      Site site,
      Refusals refusals,
      WordingSource wordings) {
    this.applications = applications;
    this.limit = limit;
    this.names = names;
    this.forms = forms;
    this.link = link;
    this.site = site;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/apply/{cooperative}")
  String form(@PathVariable UUID cooperative, Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    return show(found, Map.of(), List.of(), model);
  }

  /** The consent on a page of its own, so that it can be read and printed before it is given. */
  @GetMapping("/apply/{cooperative}/consent")
  String consent(@PathVariable UUID cooperative, Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    return show(found, applications.consent(found.id()), model);
  }

  /** The same as it stood at another time, for whoever reads its digest in a record. */
  @GetMapping("/apply/{cooperative}/consent/{digest}")
  String consent(@PathVariable UUID cooperative, @PathVariable String digest, Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    return show(found, applications.consent(found.id(), digest), model);
  }

  @PostMapping("/apply/{cooperative}")
  String apply(
      @PathVariable UUID cooperative,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = names.cooperative(new CooperativeId(cooperative));
    var values = forms.read(applications.form(found.id()), request.getParameterMap());
    var shown = Objects.requireNonNullElse(request.getParameter(SHOWN), "");
    try {
      var received = limit.within(request, () -> applications.apply(found.id(), values, shown));
      response.addHeader(
          HttpHeaders.SET_COOKIE, link.keep(received.token(), site.secure(request)).toString());
      return "redirect:/application/received";
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      Problems.headers(refusal).forEach((name, each) -> response.setHeader(name, each.get(0)));
      return again(found, values, shown, refusal, model);
    }
  }

  /** The form with all that was entered; a consent is not taken over to a text that is another. */
  private String again(
      Cooperative cooperative,
      Map<String, Object> values,
      String shown,
      Refusal refusal,
      Model model) {
    var kept = new LinkedHashMap<>(values);
    boolean changed = !applications.consent(cooperative.id()).digest().equals(shown);
    if (changed) {
      kept.remove(CONSENT_GIVEN);
    }
    model.addAttribute("changed", changed);
    var errors = FieldFaults.of(refusal, applications.form(cooperative.id()), values);
    if (errors.isEmpty()) {
      model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
    }
    return show(cooperative, kept, errors, model);
  }

  private String show(
      Cooperative cooperative,
      Map<String, Object> values,
      List<Form.FieldError> errors,
      Model model) {
    var form = applications.form(cooperative.id());
    model.addAttribute("form", forms.draw(form, values, errors, wordings.current()));
    show(cooperative, applications.consent(cooperative.id()), model);
    return "apply/form";
  }

  private static String show(Cooperative cooperative, ShownConsent consent, Model model) {
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("consent", List.of(consent.text().split("\n\\s*\n")));
    model.addAttribute("digest", consent.digest());
    return "apply/consent";
  }
}
