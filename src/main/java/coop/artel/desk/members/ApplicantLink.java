package coop.artel.desk.members;

import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.desk.frame.Languages;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The secret link of an applicant, who has no account. Its token moves from the address into a
 * cookie at once, so that no later address, log line or referrer holds it.
 */
@Component
class ApplicantLink {
  private static final String COOKIE = "application";

  private final Accounts accounts;
  private final Callers callers;

  ApplicantLink(Accounts accounts, Callers callers) {
    this.accounts = accounts;
    this.callers = callers;
  }

  /** The link is not known, or no longer. */
  static class LinkUnknown extends Refusal {
    LinkUnknown() {
      super(Kind.NOT_FOUND, "link-unknown", "This link opens no application");
    }
  }

  Caller holder(@Nullable String token) {
    if (token == null || token.isBlank()) {
      throw new LinkUnknown();
    }
    return accounts
        .bearer(token)
        .filter(bearer -> bearer.purpose().equals(Accounts.APPLICANT))
        .map(callers::of)
        .orElseThrow(LinkUnknown::new);
  }

  Caller holder(HttpServletRequest request) {
    return holder(token(request));
  }

  static @Nullable String token(HttpServletRequest request) {
    return Languages.cookie(request, COOKIE);
  }

  ResponseCookie keep(String token, boolean secure) {
    return cookie(token).secure(secure).build();
  }

  ResponseCookie forget(boolean secure) {
    return cookie("").secure(secure).maxAge(Duration.ZERO).build();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(COOKIE, value).path("/application").httpOnly(true).sameSite("Lax");
  }
}
