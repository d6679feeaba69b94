package coop.artel.desk.frame;

import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Language, colours and shortcuts, kept by the browser: they are nobody's data and need no account.
 */
@Page
class PreferencesPage {
  private static final Set<String> THEMES = Set.of("light", "dark", "auto");

  @GetMapping("/preferences/language/{language}")
  ResponseEntity<Void> language(
      @PathVariable String language, @RequestParam(defaultValue = "/") String back) {
    return keep(Languages.COOKIE, Languages.spoken(language) ? language : "ru", back);
  }

  @GetMapping("/preferences/theme/{theme}")
  ResponseEntity<Void> theme(
      @PathVariable String theme, @RequestParam(defaultValue = "/") String back) {
    return keep(PageFrame.THEME, THEMES.contains(theme) ? theme : "auto", back);
  }

  /** Shortcuts of one letter, which get in the way of some who speak to their computer. */
  @GetMapping("/preferences/keys/{keys}")
  ResponseEntity<Void> keys(
      @PathVariable String keys, @RequestParam(defaultValue = "/help/keyboard") String back) {
    return keep("keys", keys.equals("off") ? "off" : "on", back);
  }

  private static ResponseEntity<Void> keep(String name, String value, String back) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.LOCATION, here(back))
        .build();
  }

  /** Only a path of this server; anything else could lead a reader away. */
  static String here(String back) {
    return back.matches("/(?![/\\\\])[\\w\\-./~%]*(\\?[\\w\\-./~%&=+*:,]*)?") ? back : "/";
  }
}
