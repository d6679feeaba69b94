package coop.artel.desk;

import coop.artel.access.Callers;
import coop.artel.members.Applications;
import coop.artel.values.CooperativeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/applications")
@Tag(name = "Applications", description = "Applying to join, answering, withdrawing")
class ApplicationsEndpoint {
  private final Applications applications;
  private final Callers callers;

  ApplicationsEndpoint(Applications applications, Callers callers) {
    this.applications = applications;
    this.callers = callers;
  }

  /** A filled-in form; its keys are those of the application form. */
  record ApplicationRequest(@Nullable UUID cooperative, @Nullable Map<String, Object> values) {}

  /** The token is shown this once and speaks for the applicant. */
  record ReceivedJson(String application, String token, String caseId) {}

  record ApplicationJson(
      String id,
      String cooperative,
      String caseId,
      LocalDate receivedOn,
      @Nullable LocalDate decideBy) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Apply to join a cooperative; needs no account")
  @SecurityRequirements
  ReceivedJson apply(@RequestBody ApplicationRequest body) {
    if (body.cooperative() == null) {
      throw new BadParameter("cooperative");
    }
    if (body.values() == null) {
      throw new BadParameter("values");
    }
    var received = applications.apply(new CooperativeId(body.cooperative()), body.values());
    return new ReceivedJson(received.application().toString(), received.token(), received.caseId());
  }

  @GetMapping("/mine")
  @Operation(summary = "The caller's own applications, newest first")
  List<ApplicationJson> mine() {
    return applications.mine(callers.current()).stream()
        .map(
            it ->
                new ApplicationJson(
                    it.id().toString(),
                    it.cooperative().toString(),
                    it.caseId(),
                    it.receivedOn(),
                    it.decideBy()))
        .toList();
  }

  @PostMapping("/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Withdraw one's own application")
  void withdraw(@PathVariable UUID id) {
    applications.withdraw(callers.current(), id);
  }
}
