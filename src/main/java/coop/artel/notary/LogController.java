package coop.artel.notary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.ServletRequestPathUtils;

/** The log at {@code /log}, for anybody. */
@RestController
@RequestMapping("/log")
class LogController {
  private static final String TEXT = "text/plain;charset=utf-8";

  private final LogFiles files;
  private final LogStamps stamps;
  private final Policies policies;

  LogController(LogFiles files, LogStamps stamps, Policies policies) {
    this.files = files;
    this.stamps = stamps;
    this.policies = policies;
  }

  @GetMapping("/policy")
  ResponseEntity<byte[]> policy() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(TEXT))
        .cacheControl(CacheControl.noCache())
        .body(policies.text().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping({
    "/checkpoint",
    "/history/*",
    "/proof/*",
    "/consistency/*",
    "/tile/**",
    "/stamped",
    "/stamp/*"
  })
  ResponseEntity<byte[]> file(HttpServletRequest request, HttpServletResponse response) {
    // Each file says itself what it is; the encoding that the service gives to all its answers says
    // nothing of hashes.
    response.setCharacterEncoding(null);
    String path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
    String name = path.substring("/log/".length());
    return files
        .find(name)
        .or(() -> stamps.find(name))
        .map(
            file ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.contentType()))
                    .cacheControl(
                        file.immutable()
                            ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                            : CacheControl.noCache())
                    .body(file.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
