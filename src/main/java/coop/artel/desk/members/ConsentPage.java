package coop.artel.desk.members;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.members.Applications;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consents are withdrawn: by the applicant with the own link, on paper by the secretary. */
@Page
class ConsentPage {
  private final ApplicantLink link;
  private final Visitor visitor;
  private final Applications applications;

  ConsentPage(ApplicantLink link, Visitor visitor, Applications applications) {
    this.link = link;
    this.visitor = visitor;
    this.applications = applications;
  }

  @PostMapping("/application/consent-withdrawal")
  String own(HttpServletRequest request) {
    var caller = link.holder(request);
    var newest =
        applications.mine(caller).stream().findFirst().orElseThrow(ApplicantLink.LinkUnknown::new);
    applications.withdrawConsent(caller, newest.id());
    return "redirect:/application";
  }

  @PostMapping("/cases/{id}/consent-withdrawal")
  String onPaper(
      @PathVariable String id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on) {
    if (on == null) {
      throw new BadParameter("on");
    }
    CaseAccess.demandYear(on);
    var caller = visitor.caller();
    applications.withdrawConsentOnPaper(caller, applications.ofCase(caller, id).id(), on);
    return "redirect:/cases/" + id;
  }
}
