package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever looks at a page: somebody signed in, or nobody known. */
@Component
class Visitor {
  private final Callers callers;
  private final HttpServletRequest request;

  Visitor(Callers callers, HttpServletRequest request) {
    this.callers = callers;
    this.request = request;
  }

  Optional<Caller> signedIn() {
    return request.getUserPrincipal() == null ? Optional.empty() : Optional.of(callers.current());
  }

  Caller caller() {
    return callers.current();
  }
}
