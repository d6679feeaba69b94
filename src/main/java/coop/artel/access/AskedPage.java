package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where one goes after a sign-in: back to the page that asked for it, never to a fragment of one. A
 * cookie of theirs keeps it, and no session. Whatever stands in it, it leads to this site only.
 */
final class AskedPage implements RequestCache {
  static final String COOKIE = "asked";
  private static final int LONGEST = 2000;
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** One slash, then no other: two would begin the name of another site. */
  private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

  private final Site site;

  AskedPage(Site site) {
    this.site = site;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    var page = asked(request);
    if (isWholePage(request) && page.length() <= LONGEST && PAGE.matcher(page).matches()) {
      var kept = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8));
      set(kept, KEPT, request, response);
    }
  }

  /** Streams and what scripts fetch are no pages to come back to. */
  private static boolean isWholePage(HttpServletRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && (accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE));
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var page = page(request);
    return page == null ? null : new SimpleSavedRequest(page);
  }

  /** The page is asked for by its address again, so nothing of the first time is played back. */
  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    if (asked(request).equals(page(request))) {
      removeRequest(request, response);
    }
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    set("", Duration.ZERO, request, response);
  }

  private static String asked(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI().substring(request.getContextPath().length())
        + (query == null ? "" : "?" + query);
  }

  private static @Nullable String page(HttpServletRequest request) {
    var cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(cookie -> decoded(cookie.getValue()))
        .filter(page -> PAGE.matcher(page).matches())
        .findFirst()
        .orElse(null);
  }

  private static String decoded(String kept) {
    try {
      return new String(Base64.getUrlDecoder().decode(kept), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void set(
      String kept, Duration age, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, kept)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(site.secure(request))
            .maxAge(age)
            .build()
            .toString());
  }
}
