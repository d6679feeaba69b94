package coop.artel.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of the pages that began with a password which has been changed since: whoever
 * fears that somebody else is in changes it, and everybody else is out.
 */
final class EndedSessions extends OncePerRequestFilter {
  private static final Pattern FOR_ALL = Pattern.compile("/(actuator|css|img|lib)/");

  private final Accounts accounts;

  EndedSessions(Accounts accounts) {
    this.accounts = accounts;
  }

  /** What needs no sign-in shows nothing of anybody, and must be there without the database too. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FOR_ALL.matcher(request.getRequestURI()).lookingAt();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedIn signedIn
        && accounts.passwordChangedAfter(signedIn.person(), signedIn.at())) {
      SecurityContextHolder.clearContext();
      var session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
