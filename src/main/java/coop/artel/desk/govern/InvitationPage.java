package coop.artel.desk.govern;

import coop.artel.access.Invitation;
import coop.artel.access.Invitations;
import coop.artel.access.Site;
import coop.artel.desk.frame.Languages;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.WordingSource;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where an invitation leads: who invites into what, and a password to choose. The token moves from
 * the address into a cookie at once, so that no later address, log line or referrer holds it; to
 * look uses nothing up, since mail programs look too.
 */
@Page
class InvitationPage {
  private static final String COOKIE = "invitation";

  private final Invitations invitations;
  private final OfficeViews offices;
  private final Names names;
  private final Site site;
  private final Refusals refusals;
  private final WordingSource wordings;

  InvitationPage(
      Invitations invitations,
      OfficeViews offices,
      Names names,
      Site site,
      Refusals refusals,
      WordingSource wordings) {
    this.invitations = invitations;
    this.offices = offices;
    this.names = names;
    this.site = site;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** An invitation as its person reads it. */
  record View(
      String name,
      String cooperative,
      String login,
      String by,
      String expires,
      boolean lawyer,
      List<String> offices) {}

  @GetMapping("/invitation/{token}")
  String open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    // Whatever is no token of ours goes into no header.
    var kept = token.matches("[A-Za-z0-9_-]{1,64}") ? token : "";
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(kept, request).build().toString());
    return "redirect:/invitation";
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, value)
        .path("/invitation")
        .httpOnly(true)
        .sameSite("Lax")
        .secure(site.secure(request));
  }

  @GetMapping("/invitation")
  String look(HttpServletRequest request, HttpServletResponse response, Model model) {
    try {
      return show(invitations.look(token(request), request.getRemoteAddr()), Sent.nothing(), model);
    } catch (Refusal refusal) {
      return closed(refusal, response, model);
    }
  }

  @PostMapping("/invitation")
  String accept(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Invitation accepted;
    try {
      accepted = invitations.accept(token(request), password, again, request.getRemoteAddr());
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      var sent = Sent.nothing().refused(refused, wordings.current());
      return show(invitations.look(token(request), request.getRemoteAddr()), sent, model);
    } catch (Refusal refusal) {
      return closed(refusal, response, model);
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie("", request).maxAge(Duration.ZERO).build().toString());
    return signIn(accepted.login(), password, request) ? "redirect:/tasks" : "redirect:/sign-in";
  }

  /**
   * As after a sign-in, the session is another than the one before. False where somebody has tried
   * this login from here too often meanwhile: the account is open, and waiting helps.
   */
  private static boolean signIn(String login, String password, HttpServletRequest request) {
    try {
      if (request.getUserPrincipal() != null) {
        request.logout();
      }
      request.getSession();
      request.changeSessionId();
      request.login(login, password);
      return true;
    } catch (ServletException e) {
      return false;
    }
  }

  private static String token(HttpServletRequest request) {
    return Objects.requireNonNullElse(Languages.cookie(request, COOKIE), "");
  }

  private String show(Invitation invitation, Sent sent, Model model) {
    var wording = wordings.current();
    var cooperative = names.cooperative(invitation.cooperative());
    model.addAttribute("sent", sent);
    model.addAttribute(
        "invitation",
        new View(
            names.person(invitation.person(), wording),
            cooperative.name(),
            invitation.login(),
            names.acting(invitation.invitedBy(), invitation.invitedFor(), wording),
            wording.moment(invitation.expiresAt(), cooperative.zone()),
            invitation.lawyer(),
            offices.ofInvited(invitation, wording)));
    return "invitation/open";
  }

  private String closed(Refusal refusal, HttpServletResponse response, Model model) {
    response.setStatus(Problems.status(refusal).value());
    model.addAttribute("sentence", refusals.sentence(refusal, wordings.current()));
    return "invitation/closed";
  }
}
