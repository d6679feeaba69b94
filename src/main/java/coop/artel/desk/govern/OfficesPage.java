package coop.artel.desk.govern;

import coop.artel.access.Appointment.Change;
import coop.artel.access.Appointments;
import coop.artel.access.Appointments.Way;
import coop.artel.access.Invitations;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who holds which office in a cooperative; giving one and taking it. */
@Page
class OfficesPage {
  private final Visitor visitor;
  private final SetUpViews setUp;
  private final OfficeViews views;
  private final Appointments appointments;
  private final Invitations invitations;
  private final Memberships memberships;
  private final LegalClock clock;
  private final Refusals refusals;
  private final WordingSource wordings;

  OfficesPage(
      Visitor visitor,
      SetUpViews setUp,
      OfficeViews views,
      Appointments appointments,
      Invitations invitations,
      Memberships memberships,
      LegalClock clock,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.setUp = setUp;
    this.views = views;
    this.appointments = appointments;
    this.invitations = invitations;
    this.memberships = memberships;
    this.clock = clock;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/cooperatives/{id}/offices")
  String offices(@PathVariable UUID id, Model model) {
    var cooperative = setUp.demandReader(visitor.caller(), new CooperativeId(id));
    return show(cooperative, fresh(cooperative), fresh(cooperative), model);
  }

  private Sent fresh(Cooperative cooperative) {
    return Sent.first(Map.of("day", clock.today(cooperative.zone()).toString()));
  }

  @PostMapping("/cooperatives/{id}/offices")
  String entrust(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    var cooperative = new CooperativeId(id);
    appointments.demandWay(visitor.caller(), cooperative);
    var sent = Sent.of(parameters);
    try {
      var office = office(sent.value("office"));
      var person = person(cooperative, sent);
      new FieldsRefused.Check()
          .demand(office != null, "office", "choose")
          .demand(person != null, "person", "choose")
          .done();
      return change(new Change(cooperative, known(office), known(person), true), sent, next);
    } catch (Refusal refusal) {
      var found = setUp.demandReader(visitor.caller(), cooperative);
      return again(refusal, found, sent, true, response, model);
    }
  }

  @PostMapping("/cooperatives/{id}/offices/end")
  String relieve(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    var cooperative = new CooperativeId(id);
    appointments.demandWay(visitor.caller(), cooperative);
    var sent = Sent.of(parameters);
    try {
      var parts = sent.value("holder").split("/", 2);
      var office = office(parts[0]);
      var person = parts.length == 2 ? person(parts[1]) : null;
      new FieldsRefused.Check().demand(office != null && person != null, "holder", "choose").done();
      return change(new Change(cooperative, known(office), known(person), false), sent, next);
    } catch (Refusal refusal) {
      var found = setUp.demandReader(visitor.caller(), cooperative);
      return again(refusal, found, sent, false, response, model);
    }
  }

  private String change(Change change, Sent sent, RedirectAttributes next) {
    var ground = new Ground(sent.value("groundNumber").strip(), sent.day("groundDay"));
    var deed = appointments.change(visitor.caller(), change, sent.day("day"), ground);
    if (deed != null) {
      return "redirect:/deeds/" + deed.id();
    }
    next.addFlashAttribute("changed", true);
    return "redirect:/cooperatives/%s/offices".formatted(change.cooperative());
  }

  private String again(
      Refusal refusal,
      Cooperative cooperative,
      Sent sent,
      boolean entrusting,
      HttpServletResponse response,
      Model model) {
    response.setStatus(Problems.status(refusal).value());
    var field = entrusting ? "office" : "holder";
    var told = refusals.back(refusal, sent, field, model, wordings.current());
    var other = fresh(cooperative);
    return show(cooperative, entrusting ? told : other, entrusting ? other : told, model);
  }

  private String show(Cooperative cooperative, Sent give, Sent take, Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("present", views.present(cooperative, wording));
    model.addAttribute("doubtful", views.auditingThemselves(cooperative, wording));
    model.addAttribute("past", views.past(cooperative, wording));
    model.addAttribute("asked", views.asked(cooperative, wording));
    model.addAttribute("candidates", views.candidates(cooperative, wording));
    model.addAttribute("offices", SetUpViews.offices(give, wording));
    var way = appointments.way(caller, cooperative.id());
    model.addAttribute("may", way != Way.NONE);
    model.addAttribute("alone", way == Way.ALONE);
    model.addAttribute("mayInvite", invitations.mayInvite(caller, cooperative.id()));
    model.addAttribute("give", give);
    model.addAttribute("take", take);
    return "cooperatives/offices";
  }

  private @Nullable PersonId person(CooperativeId cooperative, Sent sent) {
    var number = sent.value("memberNumber").strip();
    if (number.isEmpty()) {
      return person(sent.value("person"));
    }
    if (!number.matches("\\d{1,9}")) {
      throw FieldsRefused.of("memberNumber", "member-unknown");
    }
    return memberships
        .numbered(cooperative, Long.parseLong(number))
        .map(Memberships.Membership::person)
        .orElseThrow(() -> FieldsRefused.of("memberNumber", "member-unknown"));
  }

  static @Nullable PersonId person(String text) {
    try {
      return PersonId.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static @Nullable Office office(String text) {
    try {
      return Office.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static <T> T known(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException("It was checked before");
    }
    return it;
  }
}
