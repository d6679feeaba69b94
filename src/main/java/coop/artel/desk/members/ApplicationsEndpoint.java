package coop.artel.desk.members;

import coop.artel.access.ApplicationLimit;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.desk.cases.CasesEndpoint;
import coop.artel.desk.cases.DocumentJson;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Applications;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Records;
import coop.artel.people.Consents;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Looks looks;
  private final Applications applications;
  private final ApplicationViews views;
  private final Cases cases;
  private final Consents consents;
  private final Records records;
  private final ApplicationLimit limit;
  private final Callers callers;
  private final WordingSource wordings;

  ApplicationsEndpoint(
      Looks looks,
      Applications applications,
      ApplicationViews views,
      Cases cases,
      Consents consents,
      Records records,
      ApplicationLimit limit,
      Callers callers,
      WordingSource wordings) {
    this.looks = looks;
    this.applications = applications;
    this.views = views;
    this.cases = cases;
    this.consents = consents;
    this.records = records;
    this.limit = limit;
    this.callers = callers;
    this.wordings = wordings;
  }

  /**
   * A filled-in form; its keys are those of the application form.
   *
   * @param consentTextDigest of the text at {@code /api/cooperatives/{id}/consent} that the
   *     applicant has read
   */
  record ApplicationRequest(
      @Nullable UUID cooperative,
      @Nullable Map<String, Object> values,
      @Nullable String consentTextDigest) {}

  /** The token is shown this once and speaks for the applicant. */
  record ReceivedJson(String application, String token, String caseId) {}

  /**
   * @param statusWords the status in the reader's language
   * @param decideByPreliminary the calendar of that day's year is not established yet
   * @param outcome id of the end that was reached, absent while open
   * @param task what the caller is asked now: see {@code /api/tasks/{id}/form}
   * @param way its stations from receipt to the register, in their order
   */
  record ApplicationJson(
      String id,
      String cooperative,
      String caseId,
      String status,
      String statusWords,
      LocalDate receivedOn,
      @Nullable LocalDate decideBy,
      boolean decideByPreliminary,
      @Nullable String outcome,
      @Nullable String task,
      @Nullable String consentTextDigest,
      @Nullable LocalDate consentWithdrawnOn,
      List<DocumentJson> documents,
      List<ApplicationViews.Reached> way,
      @Nullable ReceiptOfApplicationJson receipt) {}

  /**
   * The first record of the case, by which an applicant can show that the application was taken.
   *
   * @param digest SHA-256 of the record, hex
   */
  record ReceiptOfApplicationJson(long record, String digest, CasesEndpoint.SealJson seal) {
    static ReceiptOfApplicationJson of(CaseRecord it) {
      return new ReceiptOfApplicationJson(
          it.number(), it.digest(), CasesEndpoint.SealJson.of(it.seal()));
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Apply to join a cooperative; needs no account")
  @SecurityRequirements
  ReceivedJson apply(@RequestBody ApplicationRequest body, HttpServletRequest request) {
    var cooperative = demand(body.cooperative(), "cooperative");
    var values = demand(body.values(), "values");
    var digest = demand(body.consentTextDigest(), "consentTextDigest");
    var received =
        limit.within(
            request, () -> applications.apply(new CooperativeId(cooperative), values, digest));
    return new ReceivedJson(received.application().toString(), received.token(), received.caseId());
  }

  @GetMapping("/mine")
  @Operation(summary = "The caller's own applications, newest first")
  List<ApplicationJson> mine() {
    var caller = callers.current();
    return applications.mine(caller).stream().map(it -> json(it, caller)).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One application, for its applicant and for officers of the cooperative")
  ApplicationJson one(@PathVariable UUID id) {
    var caller = callers.current();
    var found = applications.find(caller, id);
    looks.atApplication(caller, found.caseId());
    return json(found, caller);
  }

  @PostMapping("/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Withdraw one's own application")
  void withdraw(@PathVariable UUID id) {
    applications.withdraw(callers.current(), id);
  }

  /**
   * @param withdrawnOn as it stands on paper, for the secretary; absent for one's own
   */
  record ConsentWithdrawal(@Nullable LocalDate withdrawnOn) {}

  @PostMapping("/{id}/consent-withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary =
          "Withdraw the consent to process personal data, and an open application with it: the"
              + " applicant one's own, the secretary what came on paper, with its day")
  void withdrawConsent(
      @PathVariable UUID id, @RequestBody(required = false) @Nullable ConsentWithdrawal body) {
    var day = body == null ? null : body.withdrawnOn();
    if (day == null) {
      applications.withdrawConsent(callers.current(), id);
    } else {
      CaseAccess.demandYear(day, "withdrawnOn");
      applications.withdrawConsentOnPaper(callers.current(), id, day);
    }
  }

  private ApplicationJson json(Applications.Application it, Caller caller) {
    var outcome = cases.find(caller, it.caseId()).outcome();
    return new ApplicationJson(
        it.id().toString(),
        it.cooperative().toString(),
        it.caseId(),
        it.status().id(),
        wordings.current().say("application.status." + it.status().id()),
        it.receivedOn(),
        it.decideBy(),
        it.preliminary(),
        outcome,
        views.task(it, caller).map(Task::id).orElse(null),
        applications.consentShown(it.id()).orElse(null),
        consents.of(it.caseId()).stream()
            .map(Consents.Consent::withdrawnOn)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        views.papers(it.caseId()).stream().map(DocumentJson::of).toList(),
        views.way(it, outcome != null),
        records.of(it.caseId()).stream()
            .findFirst()
            .map(ReceiptOfApplicationJson::of)
            .orElse(null));
  }

  private static <T> T demand(@Nullable T sent, String parameter) {
    if (sent == null) {
      throw new BadParameter(parameter);
    }
    return sent;
  }
}
