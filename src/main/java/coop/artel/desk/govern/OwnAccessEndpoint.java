package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.access.OwnAccess;
import coop.artel.desk.frame.Endpoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/me")
@Tag(name = "Own access", description = "The caller's password and tokens")
class OwnAccessEndpoint {
  record TokenJson(UUID id, String label, Instant issuedAt, Instant expiresAt) {}

  record IssueJson(@Nullable String label, int days, @Nullable String password) {}

  record IssuedJson(String token) {}

  record PasswordJson(@Nullable String password, @Nullable String next) {}

  private final Callers callers;
  private final OwnAccess access;

  OwnAccessEndpoint(Callers callers, OwnAccess access) {
    this.callers = callers;
    this.access = access;
  }

  @GetMapping("/tokens")
  @Operation(summary = "Tokens of the caller that are good now, never themselves")
  List<TokenJson> tokens() {
    return access.of(callers.current()).stream()
        .map(it -> new TokenJson(it.id(), it.label(), it.issuedAt(), it.expiresAt()))
        .toList();
  }

  @PostMapping("/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Issue a token for 1 to 366 days; it is answered this once")
  IssuedJson issue(@RequestBody IssueJson it, HttpServletRequest request) {
    return new IssuedJson(
        access.issue(
            callers.current(),
            given(it.label()),
            it.days(),
            given(it.password()),
            request.getRemoteAddr()));
  }

  @DeleteMapping("/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a token of one's own")
  void revoke(@PathVariable UUID id) {
    access.revoke(callers.current(), id);
  }

  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Choose another password; tokens stay what they are")
  void changePassword(@RequestBody PasswordJson it, HttpServletRequest request) {
    access.changePassword(
        callers.current(), given(it.password()), given(it.next()), request.getRemoteAddr());
  }

  private static String given(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
