package coop.artel.desk.govern;

import coop.artel.access.Invitation;
import coop.artel.access.Invitations;
import coop.artel.access.OwnAccess;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What somebody does who has no token yet. Secrets come in bodies, since addresses are logged. */
@Endpoint
@RequestMapping("/api")
@Tag(name = "Ways in", description = "From an invitation or a password to a token")
class WaysInEndpoint {
  private final Invitations invitations;
  private final OwnAccess access;
  private final OfficeViews offices;
  private final Names names;
  private final WordingSource wordings;

  WaysInEndpoint(
      Invitations invitations,
      OwnAccess access,
      OfficeViews offices,
      Names names,
      WordingSource wordings) {
    this.invitations = invitations;
    this.access = access;
    this.offices = offices;
    this.names = names;
    this.wordings = wordings;
  }

  /**
   * @param invitation what its link ends with
   */
  record LookRequest(@Nullable String invitation) {}

  /**
   * @param invitation what its link ends with
   * @param password for the new account, 10 to 200 characters
   */
  record AcceptRequest(@Nullable String invitation, @Nullable String password) {}

  /**
   * @param lawyer whether the account will be a lawyer's
   * @param offices held, or waiting for a second person, in words
   */
  record InvitedJson(
      String name,
      String cooperative,
      String login,
      String invitedBy,
      Instant expiresAt,
      boolean lawyer,
      List<String> offices) {}

  record AcceptedJson(String login) {}

  /**
   * @param label what the bearer will know the token by
   * @param days that it lives, 1 to 366
   */
  record SignInRequest(
      @Nullable String login, @Nullable String password, @Nullable String label, int days) {}

  @PostMapping("/invitation/content")
  @Operation(summary = "What an invitation is for; reading uses nothing up")
  InvitedJson look(@RequestBody LookRequest body, HttpServletRequest request) {
    var wording = wordings.current();
    var it =
        invitations.look(SetUpEndpoint.text(body.invitation()).strip(), request.getRemoteAddr());
    return new InvitedJson(
        names.person(it.person(), wording),
        names.cooperative(it.cooperative()).name(),
        it.login(),
        names.person(it.invitedBy(), wording),
        it.expiresAt(),
        it.lawyer(),
        offices.ofInvited(it, wording));
  }

  @PostMapping("/invitation/acceptance")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Open the account that an invitation is for, with a password of one's own")
  AcceptedJson accept(@RequestBody AcceptRequest body, HttpServletRequest request) {
    var password = SetUpEndpoint.text(body.password());
    Invitation accepted =
        invitations.accept(
            SetUpEndpoint.text(body.invitation()).strip(),
            password,
            password,
            request.getRemoteAddr());
    return new AcceptedJson(accepted.login());
  }

  @PostMapping("/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "A token for whoever has login and password; it is answered this once")
  OwnAccessEndpoint.IssuedJson signIn(@RequestBody SignInRequest body, HttpServletRequest request) {
    return new OwnAccessEndpoint.IssuedJson(
        access.signIn(
            SetUpEndpoint.text(body.login()),
            SetUpEndpoint.text(body.password()),
            SetUpEndpoint.text(body.label()),
            body.days(),
            request.getRemoteAddr()));
  }
}
