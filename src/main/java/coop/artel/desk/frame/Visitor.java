package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.values.CooperativeId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever looks at a page: somebody signed in, or nobody known. */
@Component
public class Visitor {
  private final Callers callers;
  private final HttpServletRequest request;

  Visitor(Callers callers, HttpServletRequest request) {
    this.callers = callers;
    this.request = request;
  }

  public Optional<Caller> signedIn() {
    return request.getUserPrincipal() == null ? Optional.empty() : Optional.of(callers.current());
  }

  public Caller caller() {
    return callers.current();
  }

  /** The cooperative that was named, or the first that the caller serves. */
  public CooperativeId served(@Nullable UUID cooperative) {
    var caller = caller();
    var id =
        cooperative == null
            ? caller.offices().keySet().stream().findFirst().orElseThrow(NotServed::new)
            : new CooperativeId(cooperative);
    if (!caller.serves(id)) {
      throw new NotServed();
    }
    return id;
  }
}
