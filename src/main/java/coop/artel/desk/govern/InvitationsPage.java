package coop.artel.desk.govern;

import coop.artel.access.Appointments;
import coop.artel.access.Appointments.Way;
import coop.artel.access.Invitation;
import coop.artel.access.Invitations;
import coop.artel.access.Invitee;
import coop.artel.access.PlatformRole;
import coop.artel.access.Site;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notices.InvitationLetters;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting people into a cooperative: each link is shown once, on the page after it was made. */
@Page
class InvitationsPage {
  private final Visitor visitor;
  private final SetUpViews setUp;
  private final Invitations invitations;
  private final InvitationLetters letters;
  private final Appointments appointments;
  private final OfficeViews offices;
  private final Names names;
  private final Site site;
  private final LegalClock clock;
  private final Refusals refusals;
  private final WordingSource wordings;

  InvitationsPage(
      Visitor visitor,
      SetUpViews setUp,
      Invitations invitations,
      InvitationLetters letters,
      Appointments appointments,
      OfficeViews offices,
      Names names,
      Site site,
      LegalClock clock,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.setUp = setUp;
    this.invitations = invitations;
    this.letters = letters;
    this.appointments = appointments;
    this.offices = offices;
    this.names = names;
    this.site = site;
    this.clock = clock;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** An invitation as a line of the list. */
  record Line(
      String id,
      String name,
      String login,
      boolean lawyer,
      List<String> offices,
      String state,
      String stateWords,
      String by,
      String expires) {}

  @GetMapping("/cooperatives/{id}/invitations")
  String list(@PathVariable UUID id, Model model) {
    var caller = visitor.caller();
    invitations.demandInviter(caller, new CooperativeId(id));
    var cooperative = setUp.demandReader(caller, new CooperativeId(id));
    var first = Map.of("day", clock.today(cooperative.zone()).toString());
    return show(cooperative, Sent.first(first), model);
  }

  @PostMapping("/cooperatives/{id}/invitations")
  String invite(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    var caller = visitor.caller();
    var cooperative = new CooperativeId(id);
    invitations.demandInviter(caller, cooperative);
    var sent = Sent.of(parameters);
    try {
      return told(
          invitations.invite(caller, cooperative, invitee(sent)), cooperative, request, next);
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      var told = refusals.back(refusal, sent, "office", model, wordings.current());
      return show(setUp.demandReader(caller, cooperative), told, model);
    }
  }

  private static Invitee invitee(Sent sent) {
    var patronymic = sent.value("patronymic").strip();
    return new Invitee(
        number(sent.value("memberNumber").strip()),
        sent.value("familyName"),
        sent.value("givenName"),
        patronymic.isEmpty() ? null : patronymic,
        sent.value("login"),
        sent.has("lawyer", "true"),
        offices(sent.values().getOrDefault("office", List.of())),
        sent.day("day"),
        new Ground(sent.value("groundNumber").strip(), sent.day("groundDay")));
  }

  /** A number that is none is that of nobody. */
  private static @Nullable Long number(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : Long.valueOf(-1);
  }

  static Set<Office> offices(List<String> ids) {
    var offices = EnumSet.noneOf(Office.class);
    for (String id : ids) {
      var office = OfficesPage.office(id);
      if (office == null) {
        throw FieldsRefused.of("office", "choose");
      }
      offices.add(office);
    }
    return offices;
  }

  /** The link travels to the next page only, and is gone from there when it is opened again. */
  private String told(
      Invitations.Issued issued,
      CooperativeId cooperative,
      HttpServletRequest request,
      RedirectAttributes next) {
    var wording = wordings.current();
    next.addFlashAttribute("link", site.base(request) + "/invitation/" + issued.token());
    next.addFlashAttribute("invited", names.person(issued.invitation().person(), wording));
    letters
        .send(issued)
        .ifPresent(
            told -> {
              next.addFlashAttribute("lettered", told.address());
              var failure = told.failure();
              next.addFlashAttribute(
                  "letterFailed", failure == null ? null : refusals.sentence(failure, wording));
            });
    next.addFlashAttribute("waits", !issued.deeds().isEmpty());
    return "redirect:/cooperatives/%s/invitations".formatted(cooperative);
  }

  @PostMapping("/cooperatives/{id}/invitations/{invitation}/renewal")
  String renew(
      @PathVariable UUID id,
      @PathVariable UUID invitation,
      HttpServletRequest request,
      RedirectAttributes next) {
    var cooperative = new CooperativeId(id);
    var issued = invitations.renew(visitor.caller(), cooperative, invitation);
    return told(issued, cooperative, request, next);
  }

  @PostMapping("/cooperatives/{id}/invitations/{invitation}/withdrawal")
  String withdraw(@PathVariable UUID id, @PathVariable UUID invitation, RedirectAttributes next) {
    invitations.withdraw(visitor.caller(), new CooperativeId(id), invitation);
    next.addFlashAttribute("withdrawn", true);
    return "redirect:/cooperatives/%s/invitations".formatted(id);
  }

  private String show(Cooperative cooperative, Sent sent, Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("sent", sent);
    model.addAttribute("offices", SetUpViews.offices(sent, wording));
    var way = appointments.way(caller, cooperative.id());
    model.addAttribute("mayAppoint", way != Way.NONE);
    model.addAttribute("alone", way == Way.ALONE);
    model.addAttribute("operator", caller.roles().contains(PlatformRole.OPERATOR));
    model.addAttribute("hours", Invitations.LIFE.toHours());
    model.addAttribute(
        "lines",
        invitations.of(caller, cooperative.id()).stream()
            .map(it -> line(it, cooperative, wording))
            .toList());
    return "cooperatives/invitations";
  }

  private Line line(Invitation it, Cooperative cooperative, Wording wording) {
    var state = it.state(invitations.now()).name().toLowerCase(Locale.ROOT);
    return new Line(
        it.id().toString(),
        names.person(it.person(), wording),
        it.login(),
        it.lawyer(),
        offices.ofInvited(it, wording),
        state,
        wording.say("invitations.state." + state),
        names.acting(it.invitedBy(), it.invitedFor(), wording),
        wording.moment(it.expiresAt(), cooperative.zone()));
  }
}
