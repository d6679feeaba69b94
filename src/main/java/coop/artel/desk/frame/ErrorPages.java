package coop.artel.desk.frame;

import coop.artel.access.Site;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The last resort: what no controller answered, as a problem under the API, else as a page. No
 * {@link Page}, since the frame that those are given may be what failed.
 */
@Controller
class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Problems problems;
  private final PageErrors pages;

  ErrorPages(Problems problems, PageErrors pages) {
    this.problems = problems;
    this.pages = pages;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    boolean api = path.startsWith("/api/") || path.startsWith("/v3/");
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable broken
        && DatabaseAway.isBehind(broken)) {
      LOG.warn("Request failed, the database is away: {}", broken.toString());
      return api ? about(path, problems.databaseAway()) : pages.databaseAway(path);
    }
    var status = status(request);
    var id = status.is5xxServerError() ? report(request) : null;
    var refused = request.getAttribute(Site.REFUSED) instanceof String code ? code : null;
    if (!api) {
      return pages.page(status, refused == null ? null : problems.detail(refused), id);
    }
    var problem = refused == null ? problems.of(status) : problems.of(status, refused);
    if (id != null) {
      problem.setProperty("id", id);
    }
    return about(
        path,
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem));
  }

  /** What was asked for; by itself a problem would name the address of this last resort. */
  private static ResponseEntity<ProblemDetail> about(
      String path, ResponseEntity<ProblemDetail> answer) {
    var problem = answer.getBody();
    if (problem != null) {
      problem.setInstance(
          UriComponentsBuilder.fromPath(UriUtils.decode(path, StandardCharsets.UTF_8))
              .build()
              .encode()
              .toUri());
    }
    return answer;
  }

  private static String report(HttpServletRequest request) {
    var id = UUID.randomUUID().toString();
    LOG.error(
        "Request failed, told to the caller as {}",
        id,
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return id;
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
  }
}
