package coop.artel.notary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The second verifier, for anybody. It is one file with its script in it, which the policy of all
 * other pages forbids; so it is sent under its own, which allows that script and no network.
 */
@RestController
class VerifierPage {
  private static final Pattern OWN_POLICY =
      Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"");

  private final byte @Nullable [] page;
  private final String policy;

  VerifierPage() throws IOException {
    var file = new ClassPathResource("notary/verifier.html");
    page = file.exists() ? file.getContentAsByteArray() : null;
    policy = page == null ? "" : policy(new String(page, StandardCharsets.UTF_8));
  }

  private static String policy(String page) {
    var own = OWN_POLICY.matcher(page);
    if (!own.find()) {
      throw new IllegalStateException("the verifier's page names no policy for its content");
    }
    return own.group(1) + "; frame-ancestors 'none'";
  }

  @GetMapping("/log/verifier.html")
  ResponseEntity<byte[]> page() {
    if (page == null) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .eTag(Hashes.hex(Hashes.sha256(page)))
        .header("Content-Security-Policy", policy)
        .body(page);
  }
}
