package coop.artel.desk.members;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.members.Applications;
import coop.artel.members.OnPaper;
import coop.artel.members.PaperRefused;
import coop.artel.members.PaperWithdrawals;
import coop.artel.members.WithdrawalLetter;
import coop.artel.values.CooperativeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@Tag(name = "Applications")
class PaperApplicationsEndpoint {
  private final Callers callers;
  private final Applications applications;
  private final PaperWithdrawals withdrawals;

  PaperApplicationsEndpoint(
      Callers callers, Applications applications, PaperWithdrawals withdrawals) {
    this.callers = callers;
    this.applications = applications;
    this.withdrawals = withdrawals;
  }

  /**
   * What a paper says; its keys are those of the application form, without the consent.
   *
   * @param scanDigest SHA-256 of the application's scan, hex
   * @param consentDigest SHA-256 of the scan of the consent, hex
   */
  record PaperRequest(
      @Nullable Map<String, Object> values,
      @Nullable LocalDate receivedOn,
      @Nullable String scanDigest,
      @Nullable LocalDate consentOn,
      @Nullable String consentDigest) {}

  record EnteredJson(String application, String caseId) {}

  @PostMapping("/api/cooperatives/{id}/paper-applications")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Enter an application that came on paper; for the secretary")
  EnteredJson enter(@PathVariable UUID id, @RequestBody PaperRequest body) {
    var values = body.values();
    if (values == null) {
      throw new BadParameter("values");
    }
    var received =
        applications.applyOnPaper(callers.current(), new CooperativeId(id), values, paper(body));
    return new EnteredJson(received.application().toString(), received.caseId());
  }

  /**
   * @param scanDigest SHA-256 of the letter's scan, hex
   */
  record LetterRequest(
      @Nullable String number, @Nullable LocalDate writtenOn, @Nullable String scanDigest) {}

  @PostMapping("/api/applications/{id}/paper-withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Enter the letter by which an applicant on paper withdraws; for a secretary")
  void withdraw(@PathVariable UUID id, @RequestBody LetterRequest body) {
    var letter =
        new WithdrawalLetter(
            Objects.requireNonNullElse(body.number(), "").strip(),
            body.writtenOn(),
            Objects.requireNonNullElse(body.scanDigest(), ""));
    withdrawals.withdraw(callers.current(), id, letter);
  }

  private static OnPaper paper(PaperRequest body) {
    var receivedOn = body.receivedOn();
    var consentOn = body.consentOn();
    var scan = body.scanDigest();
    var consent = body.consentDigest();
    if (receivedOn == null || consentOn == null || scan == null || consent == null) {
      throw PaperRefused.incomplete();
    }
    return new OnPaper(receivedOn, scan, consentOn, consent);
  }
}
