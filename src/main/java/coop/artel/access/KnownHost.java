package coop.artel.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under its own name: a foreign Host could put its name into links and redirects, or
 * come from a page that has bound its own name to this machine (DNS rebinding). After the forwarded
 * headers, if those are believed, and before everything else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class KnownHost extends OncePerRequestFilter {
  private final Site site;

  KnownHost(Site site) {
    this.site = site;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (site.known(request.getServerName())) {
      chain.doFilter(request, response);
    } else {
      request.setAttribute(Site.REFUSED, "host-unknown");
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** What watches over a container asks under an address of the inner network. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/health");
  }
}
