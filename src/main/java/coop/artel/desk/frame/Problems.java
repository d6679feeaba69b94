package coop.artel.desk.frame;

import coop.artel.access.TooMany;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Refusal;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.ModelRefused;
import coop.artel.workflow.TaskForbiddenByLaw;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Problem documents (RFC 9457) in the reader's language. */
@Component
public class Problems {
  private final Refusals refusals;
  private final Prohibitions prohibitions;
  private final WordingSource wordings;

  Problems(Refusals refusals, Prohibitions prohibitions, WordingSource wordings) {
    this.refusals = refusals;
    this.prohibitions = prohibitions;
    this.wordings = wordings;
  }

  /** One value that was sent and cannot be taken. */
  public record FieldProblem(String field, String code, String message) {}

  /** One thing in a model that is refused. */
  public record FaultProblem(String code, String file, int line, String message) {}

  public ProblemDetail of(Refusal refusal) {
    var wording = wordings.current();
    var problem =
        make(
            status(refusal),
            refusal.code(),
            wording.say("problem." + Refusals.kind(refusal) + ".title"),
            refusals.sentence(refusal, wording));
    if (refusal instanceof FormInvalid invalid) {
      problem.setProperty(
          "errors",
          invalid.errors().stream()
              .map(e -> new FieldProblem(e.key(), e.code(), refusals.field(e, wording)))
              .toList());
    }
    if (refusal instanceof FieldsRefused fields) {
      problem.setProperty(
          "errors",
          fields.faults().stream()
              .map(it -> new FieldProblem(it.field(), it.code(), Sent.sentence(it, wording)))
              .toList());
    }
    if (refusal instanceof ModelRefused refused) {
      problem.setProperty("errors", faults(refused, wording));
    }
    if (refusal instanceof TaskForbiddenByLaw forbidden) {
      problem.setProperty("decision", prohibitions.of(forbidden.decision(), wording.locale()));
    }
    return problem;
  }

  /** A problem with a sentence of its own: {@code problem.<code>.title} and {@code .detail}. */
  public ProblemDetail of(HttpStatusCode status, String code, Object... arguments) {
    var wording = wordings.current();
    return make(
        status,
        code,
        wording.say("problem." + code + ".title"),
        wording.say("problem." + code + ".detail", arguments));
  }

  /** Then nobody knows what became of the request: it was carried out wholly, or not at all. */
  ResponseEntity<ProblemDetail> databaseAway() {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.SECONDS))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(of(HttpStatus.SERVICE_UNAVAILABLE, "database-away"));
  }

  /** The sentence of such a problem, for a page. */
  String detail(String code) {
    return wordings.current().say("problem." + code + ".detail");
  }

  /** For statuses that the server itself gives, as for an address that leads nowhere. */
  public ProblemDetail of(HttpStatusCode status) {
    return of(status, code(status));
  }

  public static HttpStatus status(Refusal refusal) {
    return switch (refusal.kind()) {
      case CONFLICT -> HttpStatus.CONFLICT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case GONE -> HttpStatus.GONE;
      case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
      case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }

  /** When to come again, for whoever came too often. */
  public static HttpHeaders headers(Refusal refusal) {
    var headers = new HttpHeaders();
    if (refusal instanceof TooMany tooMany) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
    }
    return headers;
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> "not-signed-in";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 409 -> "conflict";
      case 413 -> "too-large";
      case 415 -> "unsupported-media-type";
      case 503 -> "unavailable";
      default -> status.is4xxClientError() ? "malformed-request" : "internal-error";
    };
  }

  private List<FaultProblem> faults(ModelRefused refused, Wording wording) {
    return refused.faults().stream()
        .map(f -> new FaultProblem(f.code(), f.file(), f.line(), refusals.fault(f, wording)))
        .toList();
  }

  private static ProblemDetail make(
      HttpStatusCode status, String code, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setType(URI.create("/problems/" + code));
    problem.setProperty("code", code);
    return problem;
  }
}
