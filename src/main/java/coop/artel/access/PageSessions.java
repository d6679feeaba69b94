package coop.artel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of whoever has just changed the password, which {@link EndedSessions} would end. */
@Component
public class PageSessions {
  private final HttpSessionSecurityContextRepository kept =
      new HttpSessionSecurityContextRepository();
  private final Clock clock;

  PageSessions(Clock clock) {
    this.clock = clock;
  }

  /** It goes on, under a new id; without one of the pages nothing happens. */
  public void renew(HttpServletRequest request, HttpServletResponse response) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
      request.changeSessionId();
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              new SignedIn(signedIn.person(), clock.instant()),
              null,
              AuthorityUtils.NO_AUTHORITIES));
      kept.saveContext(context, request, response);
    }
  }
}
