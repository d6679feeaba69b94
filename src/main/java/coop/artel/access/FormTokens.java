package coop.artel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The secrets by which a form is known to be ours. Whoever is signed in has theirs in the session;
 * for all others it travels in a cookie, so that to read a page with a form takes no memory here,
 * and any node takes the form.
 */
final class FormTokens implements CsrfTokenRepository {
  /** Browsers take a cookie of that beginning over https and from this very host only. */
  private static final String THIS_HOST_ONLY = "__Host-";

  private final CsrfTokenRepository ofSession = new HttpSessionCsrfTokenRepository();
  private final CsrfTokenRepository ofCookie;

  FormTokens(Site site) {
    var cookies = new CookieCsrfTokenRepository();
    cookies.setCookiePath("/");
    if (site.alwaysSecure()) {
      cookies.setCookieName(THIS_HOST_ONLY + "form");
      cookies.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax").secure(true));
    } else {
      cookies.setCookieName("form");
      cookies.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    }
    this.ofCookie = cookies;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    var session = request.getSession(false);
    boolean signedIn =
        session != null
            && session.getAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                != null;
    return signedIn ? ofSession : ofCookie;
  }
}
