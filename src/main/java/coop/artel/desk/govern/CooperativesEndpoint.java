package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.CooperativeJson;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Applications;
import coop.artel.people.ShownConsent;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@RequestMapping("/api/cooperatives")
@Tag(name = "Cooperatives", description = "Who lives in this installation")
class CooperativesEndpoint {
  private final Looks looks;
  private final Cooperatives cooperatives;
  private final Applications applications;
  private final Memberships memberships;
  private final Callers callers;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  CooperativesEndpoint(
      Looks looks,
      Cooperatives cooperatives,
      Applications applications,
      Memberships memberships,
      Callers callers,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.cooperatives = cooperatives;
    this.applications = applications;
    this.memberships = memberships;
    this.callers = callers;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  record MemberJson(
      long number, PersonJson person, LocalDate since, @Nullable LocalDate until, String basis) {}

  /** Paragraphs are apart by an empty line; the digest goes back with an application. */
  record ConsentJson(String text, String digest) {
    static ConsentJson of(ShownConsent it) {
      return new ConsentJson(it.text(), it.digest());
    }
  }

  record RegisterJson(LocalDate on, List<MemberJson> members) {}

  @GetMapping
  @Operation(summary = "All cooperatives that one can apply to")
  List<CooperativeJson> all() {
    return cooperatives.all().stream().map(CooperativeJson::of).toList();
  }

  @GetMapping("/{id}/application-form")
  @Operation(summary = "The form of an application to join")
  @SecurityRequirements
  Form form(@PathVariable UUID id) {
    return applications.form(cooperatives.find(new CooperativeId(id)).id());
  }

  @GetMapping("/{id}/consent")
  @Operation(summary = "What an applicant is asked to consent to: the text and its SHA-256")
  @SecurityRequirements
  ConsentJson consent(@PathVariable UUID id) {
    return ConsentJson.of(applications.consent(new CooperativeId(id)));
  }

  @GetMapping("/{id}/consent/{digest}")
  @Operation(summary = "A consent's text as it was shown, by the digest that its record names")
  @SecurityRequirements
  ConsentJson consent(@PathVariable UUID id, @PathVariable String digest) {
    return ConsentJson.of(applications.consent(new CooperativeId(id), digest));
  }

  @GetMapping("/{id}/members")
  @Operation(summary = "The register of members as it stood on a day; today if none is named")
  RegisterJson members(
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on) {
    var cooperative = new CooperativeId(id);
    var caller = callers.current();
    if (!caller.serves(cooperative)) {
      throw new NotServed();
    }
    var wording = wordings.current();
    CaseAccess.demandYear(on);
    looks.atRegister(caller, cooperative);
    var day = on == null ? clock.today(cooperatives.find(cooperative).zone()) : on;
    return new RegisterJson(
        day,
        memberships.on(cooperative, day).stream()
            .map(
                it ->
                    new MemberJson(
                        it.number(),
                        PersonJson.of(it.person(), names, wording),
                        it.since(),
                        it.until(),
                        it.basis()))
            .toList());
  }
}
