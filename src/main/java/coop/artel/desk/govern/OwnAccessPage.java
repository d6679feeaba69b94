package coop.artel.desk.govern;

import coop.artel.access.OwnAccess;
import coop.artel.access.PageSessions;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.frame.Zones;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own way in: the password, and tokens for programs. */
@Page
class OwnAccessPage {
  private static final String HERE = "redirect:/account";

  private final Visitor visitor;
  private final OwnAccess access;
  private final PageSessions sessions;
  private final Refusals refusals;
  private final DeputyViews deputies;
  private final Zones zones;
  private final WordingSource wordings;

  OwnAccessPage(
      Visitor visitor,
      OwnAccess access,
      PageSessions sessions,
      Refusals refusals,
      DeputyViews deputies,
      Zones zones,
      WordingSource wordings) {
    this.visitor = visitor;
    this.access = access;
    this.sessions = sessions;
    this.refusals = refusals;
    this.deputies = deputies;
    this.zones = zones;
    this.wordings = wordings;
  }

  record Row(UUID id, String label, String issued, String expires) {}

  @GetMapping("/account")
  String account(Model model) {
    return show(model);
  }

  @PostMapping("/account/password")
  String changePassword(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes told) {
    if (!next.equals(again)) {
      return refused(
          "password", wordings.current().say("own-access.not-the-same"), 422, response, model);
    }
    try {
      access.changePassword(visitor.caller(), password, next, request.getRemoteAddr());
    } catch (Refusal refusal) {
      return refused("password", refusal, response, model);
    }
    sessions.renew(request, response);
    told.addFlashAttribute("changed", true);
    return HERE;
  }

  /** The token stands in the answer itself and nowhere else: it is not asked for again. */
  @PostMapping("/account/tokens")
  String issue(
      @RequestParam(defaultValue = "") String label,
      @RequestParam(defaultValue = "0") int days,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      var token = access.issue(visitor.caller(), label, days, password, request.getRemoteAddr());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      model.addAttribute("token", token);
    } catch (Refusal refusal) {
      model.addAttribute("label", label);
      return refused("token", refusal, response, model);
    }
    return show(model);
  }

  @PostMapping("/account/tokens/{id}/revoke")
  String revoke(@PathVariable UUID id) {
    access.revoke(visitor.caller(), id);
    return HERE;
  }

  private String refused(String form, Refusal refusal, HttpServletResponse response, Model model) {
    var sentence = refusals.sentence(refusal, wordings.current());
    return refused(form, sentence, Problems.status(refusal).value(), response, model);
  }

  private String refused(
      String form, String sentence, int status, HttpServletResponse response, Model model) {
    response.setStatus(status);
    model.addAttribute("refusedForm", form);
    model.addAttribute("refused", sentence);
    return show(model);
  }

  private String show(Model model) {
    var wording = wordings.current();
    var caller = visitor.caller();
    var zone = zones.of(caller);
    model.addAttribute("standing", deputies.own(caller, zone, wording));
    model.addAttribute(
        "tokens",
        access.of(caller).stream()
            .map(
                it ->
                    new Row(
                        it.id(),
                        wording.sayOr("token." + it.label(), it.label()),
                        wording.day(it.issuedAt(), zone),
                        wording.day(it.expiresAt(), zone)))
            .toList());
    return "account";
  }
}
