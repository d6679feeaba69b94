package coop.artel.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes {@code Authorization: Bearer TOKEN} (RFC 6750). A token that is sent must be good, even
 * where none is needed.
 */
final class BearerTokens extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Accounts accounts;
  private final Callers callers;
  private final ApiProblems problems;
  private final ApplicationEventPublisher news;

  BearerTokens(
      Accounts accounts, Callers callers, ApiProblems problems, ApplicationEventPublisher news) {
    this.accounts = accounts;
    this.callers = callers;
    this.news = news;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      var token = header.substring(SCHEME.length()).strip();
      var bearer = accounts.bearer(token);
      if (bearer.isEmpty()) {
        problems.commence(request, response, new BadCredentialsException("The token is not good"));
        return;
      }
      var caller = callers.of(bearer.get());
      if (caller.roles().contains(PlatformRole.OPERATOR)) {
        news.publishEvent(new OperatorCame(caller.person(), token));
      }
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              caller, null, AuthorityUtils.NO_AUTHORITIES));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
