package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.OperatorOnly;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.workflow.Failure;
import coop.artel.workflow.Incidents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/incidents")
@Tag(name = "Incidents", description = "Steps that failed for good and stand still; for operators")
class IncidentsEndpoint {
  private final Callers callers;
  private final Incidents incidents;
  private final WordingSource wordings;

  IncidentsEndpoint(Callers callers, Incidents incidents, WordingSource wordings) {
    this.callers = callers;
    this.incidents = incidents;
    this.wordings = wordings;
  }

  /**
   * @param job id under which the log of the service tells the whole failure
   * @param title of the step, in the reader's language
   * @param attempts how often it was tried and failed
   */
  record IncidentJson(
      String id,
      String job,
      String caseId,
      String caseNumber,
      String cooperative,
      String process,
      String activity,
      String title,
      Instant since,
      long attempts,
      FailureJson failure) {
    static IncidentJson of(Incidents.Incident it, Wording wording) {
      return new IncidentJson(
          it.id(),
          it.job(),
          it.caseId(),
          it.caseNumber(),
          it.cooperative().toString(),
          it.process(),
          it.activity(),
          IncidentViews.title(it, wording),
          it.since(),
          it.attempts(),
          FailureJson.of(it.failure()));
    }
  }

  /**
   * Without the words of the failure, which may tell of a person.
   *
   * @param exception its class, absent where nobody can tell any more
   * @param code where the step was refused something
   * @param place the first line of the service's own on its way
   */
  record FailureJson(@Nullable String exception, @Nullable String code, @Nullable String place) {
    static FailureJson of(Failure it) {
      return new FailureJson(
          it.exception().isEmpty() ? null : it.exception(), it.code(), it.place());
    }
  }

  record IncidentsJson(long total, List<IncidentJson> incidents) {}

  @GetMapping
  @Operation(summary = "What stands still in all cooperatives, oldest first; at most 100 at a time")
  IncidentsJson list(
      @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
    var caller = callers.current();
    OperatorOnly.check(caller);
    var wording = wordings.current();
    var paging = new Paging(offset, limit);
    return new IncidentsJson(
        incidents.count(caller),
        incidents.list(caller, paging.offset(), paging.limit()).stream()
            .map(it -> IncidentJson.of(it, wording))
            .toList());
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Let the step be tried again, which is recorded in its case; one that fails again stands"
              + " under another id")
  IncidentJson retry(@PathVariable UUID id) {
    var caller = callers.current();
    OperatorOnly.check(caller);
    return IncidentJson.of(incidents.retry(caller, id), wordings.current());
  }
}
