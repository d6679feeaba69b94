package coop.artel.desk.govern;

import coop.artel.desk.frame.CooperativeJson;
import coop.artel.desk.frame.Endpoint;
import coop.artel.members.Applications;
import coop.artel.people.ShownConsent;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Endpoint
@RequestMapping("/api/cooperatives")
@Tag(name = "Cooperatives", description = "Who lives in this installation")
class CooperativesEndpoint {
  private final Cooperatives cooperatives;
  private final Applications applications;

  CooperativesEndpoint(Cooperatives cooperatives, Applications applications) {
    this.cooperatives = cooperatives;
    this.applications = applications;
  }

  /** Paragraphs are apart by an empty line; the digest goes back with an application. */
  record ConsentJson(String text, String digest) {
    static ConsentJson of(ShownConsent it) {
      return new ConsentJson(it.text(), it.digest());
    }
  }

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
}
