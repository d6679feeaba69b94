package coop.artel.desk.frame;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import coop.artel.values.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong under {@code /api}, as problem documents. */
@RestControllerAdvice(annotations = Endpoint.class)
class ApiErrors extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  private final Problems problems;

  ApiErrors(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    return ResponseEntity.status(Problems.status(refusal))
        .headers(Problems.headers(refusal))
        .body(problems.of(refusal));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> badParameter(BadParameter e) {
    return answer(problems.of(HttpStatus.BAD_REQUEST, e.code(), e.parameter()));
  }

  /** These belong to the security filters, which know whether to ask for a sign-in. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leaveToSecurity(RuntimeException e) {
    throw e;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(Exception e) {
    if (DatabaseAway.isBehind(e)) {
      LOG.warn("Request failed, the database is away: {}", e.toString());
      return problems.databaseAway();
    }
    var id = UUID.randomUUID();
    LOG.error("Request failed, told to the caller as {}", id, e);
    var problem = problems.of(HttpStatus.INTERNAL_SERVER_ERROR);
    problem.setProperty("id", id);
    return answer(problem);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (e.contains(BodyLimit.TooLarge.class)) {
      return untyped(problems.of(HttpStatus.PAYLOAD_TOO_LARGE));
    }
    if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
      return untyped(
          problems.of(HttpStatus.BAD_REQUEST, "unknown-property", unknown.getPropertyName()));
    }
    return untyped(problems.of(HttpStatus.BAD_REQUEST, "malformed-json"));
  }

  /** An id that cannot be one names nothing; another parameter is a mistake of the caller. */
  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (e instanceof MethodArgumentTypeMismatchException mismatch) {
      return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
          ? untyped(problems.of(HttpStatus.NOT_FOUND))
          : untyped(problems.of(HttpStatus.BAD_REQUEST, "bad-parameter", mismatch.getName()));
    }
    return untyped(problems.of(HttpStatus.BAD_REQUEST));
  }

  /** Parameters that are read together, as the conditions of a search. */
  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var wrong = e.getFieldError();
    return wrong == null
        ? untyped(problems.of(HttpStatus.BAD_REQUEST))
        : untyped(problems.of(HttpStatus.BAD_REQUEST, "bad-parameter", wrong.getField()));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return untyped(problems.of(HttpStatus.BAD_REQUEST, "bad-parameter", e.getParameterName()));
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = problems.of(status);
    return new ResponseEntity<>(problem, headers, status);
  }

  private static ResponseEntity<Object> untyped(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
