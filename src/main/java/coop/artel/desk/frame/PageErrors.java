package coop.artel.desk.frame;

import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong on a page, as a page in plain words. */
@ControllerAdvice(annotations = Page.class)
class PageErrors {
  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

  private final PageFrame frame;
  private final Refusals refusals;
  private final WordingSource wordings;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  PageErrors(
      PageFrame frame,
      Refusals refusals,
      WordingSource wordings,
      HttpServletRequest request,
      HttpServletResponse response) {
    this.frame = frame;
    this.refusals = refusals;
    this.wordings = wordings;
    this.request = request;
    this.response = response;
  }

  @ExceptionHandler
  ModelAndView refused(Refusal refusal) {
    var wording = wordings.current();
    var page = page(Problems.status(refusal), refusals.sentence(refusal, wording), null);
    page.addObject("title", title(refusal, wording));
    return page;
  }

  @ExceptionHandler
  ModelAndView notAnId(TypeMismatchException e) {
    return page(HttpStatus.NOT_FOUND, null, null);
  }

  @ExceptionHandler
  ModelAndView badParameter(BadParameter e) {
    return page(HttpStatus.BAD_REQUEST, null, null);
  }

  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leaveToSecurity(RuntimeException e) {
    throw e;
  }

  /** Who reads a stream has gone: there is nobody to tell. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("A reader has gone", e);
  }

  @ExceptionHandler
  ModelAndView broken(Exception e) {
    if (e instanceof ErrorResponse known) {
      return page(HttpStatus.valueOf(known.getStatusCode().value()), null, null);
    }
    if (DatabaseAway.isBehind(e)) {
      LOG.warn("Page failed, the database is away: {}", e.toString());
      return databaseAway(request.getRequestURI());
    }
    var id = UUID.randomUUID().toString();
    LOG.error("Page failed, told to the reader as {}", id, e);
    return page(HttpStatus.INTERNAL_SERVER_ERROR, null, id);
  }

  ModelAndView page(HttpStatus status, @Nullable String sentence, @Nullable String id) {
    Shell shell;
    try {
      shell = frame.shell(request);
    } catch (RuntimeException e) {
      if (DatabaseAway.isBehind(e)) {
        return databaseAway(request.getRequestURI());
      }
      throw e;
    }
    var page = new ModelAndView("error", status);
    page.addObject("w", frame.wording());
    page.addObject("shell", shell);
    page.addObject("status", status.value());
    page.addObject("words", words(status));
    page.addObject("title", wordings.current().say("error." + words(status) + ".title"));
    page.addObject("sentence", sentence);
    page.addObject("id", id);
    return page;
  }

  /**
   * In words that need no database: also the frame of the other pages is read from there.
   *
   * @param path of the page that failed; what was sent is not sent again by itself
   */
  ModelAndView databaseAway(String path) {
    response.setIntHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.SECONDS);
    var page = new ModelAndView("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    page.addObject("w", frame.wording());
    page.addObject("theme", PageFrame.theme(request));
    page.addObject("again", request.getMethod().equals("GET") ? path : null);
    page.addObject("seconds", DatabaseAway.SECONDS);
    return page;
  }

  /** Only what is told of a state that has passed says so; other conflicts just cannot be. */
  private static String title(Refusal refusal, Wording wording) {
    var status = Problems.status(refusal);
    return wording.sayOr(
        "refusal." + refusal.code() + ".title",
        status == HttpStatus.CONFLICT
            ? wording.say("problem.conflict.title")
            : wording.say("error." + words(status) + ".title"));
  }

  /** Which of the error pages speaks: 403, 404, 409, 413, 429, 400 for other mistakes, 500. */
  private static String words(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN -> "403";
      case NOT_FOUND, METHOD_NOT_ALLOWED -> "404";
      case CONFLICT -> "409";
      case PAYLOAD_TOO_LARGE -> "413";
      case TOO_MANY_REQUESTS -> "429";
      default -> status.is4xxClientError() ? "400" : "500";
    };
  }
}
