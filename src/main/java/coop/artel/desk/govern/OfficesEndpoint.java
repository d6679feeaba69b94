package coop.artel.desk.govern;

import coop.artel.access.Appointment.Change;
import coop.artel.access.Appointments;
import coop.artel.access.Callers;
import coop.artel.access.Invitation;
import coop.artel.access.Invitations;
import coop.artel.access.Invitee;
import coop.artel.access.Site;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.notices.InvitationLetters;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Ground;
import coop.artel.values.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/cooperatives/{id}")
@Tag(name = "Offices", description = "Who holds which office, and links for new people")
class OfficesEndpoint {
  private final Callers callers;
  private final SetUpViews setUp;
  private final OfficeViews views;
  private final Appointments appointments;
  private final Invitations invitations;
  private final InvitationLetters letters;
  private final DeedViews deeds;
  private final Site site;
  private final Refusals refusals;
  private final WordingSource wordings;

  OfficesEndpoint(
      Callers callers,
      SetUpViews setUp,
      OfficeViews views,
      Appointments appointments,
      Invitations invitations,
      InvitationLetters letters,
      DeedViews deeds,
      Site site,
      Refusals refusals,
      WordingSource wordings) {
    this.callers = callers;
    this.setUp = setUp;
    this.views = views;
    this.appointments = appointments;
    this.invitations = invitations;
    this.letters = letters;
    this.deeds = deeds;
    this.site = site;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  record OfficesJson(List<OfficeViews.Holder> present, List<OfficeViews.Holder> past) {}

  /**
   * @param change {@code entrust} or {@code relieve}
   * @param day the first with the office, or the first without it
   * @param groundNumber of the minutes that it rests on
   */
  record ChangeRequest(
      @Nullable String change,
      @Nullable String office,
      @Nullable String person,
      @Nullable LocalDate day,
      @Nullable String groundNumber,
      @Nullable LocalDate groundDay) {}

  /**
   * @param state {@code done}, or {@code waiting} for a second person
   * @param deed that waits, to be approved under {@code /api/deeds}
   */
  record ChangeJson(String state, @Nullable DeedView deed) {}

  /**
   * @param memberNumber of somebody who stands in the register; then names are not needed
   * @param groundNumber of the minutes that the offices rest on
   */
  record InvitationRequest(
      @Nullable Long memberNumber,
      @Nullable String familyName,
      @Nullable String givenName,
      @Nullable String patronymic,
      @Nullable String login,
      @Nullable Boolean lawyer,
      @Nullable List<String> offices,
      @Nullable LocalDate day,
      @Nullable String groundNumber,
      @Nullable LocalDate groundDay) {
    Invitee invitee() {
      return new Invitee(
          memberNumber,
          SetUpEndpoint.text(familyName),
          SetUpEndpoint.text(givenName),
          patronymic,
          SetUpEndpoint.text(login),
          Boolean.TRUE.equals(lawyer),
          InvitationsPage.offices(Objects.requireNonNullElse(offices, List.of())),
          day,
          new Ground(SetUpEndpoint.text(groundNumber).strip(), groundDay));
    }
  }

  /**
   * @param state {@code open}, {@code used}, {@code withdrawn}, {@code expired}
   */
  record InvitationJson(
      String id, String person, String login, boolean lawyer, String state, Instant expiresAt) {}

  /**
   * @param link told this once
   * @param deeds about offices, which wait for a second person
   * @param letter where the login is an e-mail address and this installation sends letters
   */
  record IssuedJson(
      InvitationJson invitation, String link, List<DeedView> deeds, @Nullable LetterJson letter) {}

  /**
   * @param failure what kept the letter, absent where the mail server has taken it
   */
  record LetterJson(String address, @Nullable String failure) {}

  @GetMapping("/offices")
  @Operation(summary = "Who holds and held which office; for officers, lawyers and operators")
  OfficesJson offices(@PathVariable UUID id) {
    var wording = wordings.current();
    var cooperative = setUp.demandReader(callers.current(), new CooperativeId(id));
    return new OfficesJson(views.present(cooperative, wording), views.past(cooperative, wording));
  }

  @PostMapping("/offices")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Give somebody an office or take it; for chair and secretary with a second person, and"
              + " for operators while the cooperative cannot act itself")
  ChangeJson change(@PathVariable UUID id, @RequestBody ChangeRequest body) {
    var caller = callers.current();
    var cooperative = new CooperativeId(id);
    appointments.demandWay(caller, cooperative);
    var deed = appointments.change(caller, change(cooperative, body), body.day(), ground(body));
    return deed == null
        ? new ChangeJson("done", null)
        : new ChangeJson("waiting", deeds.view(deed, caller, wordings.current()));
  }

  private static Change change(CooperativeId cooperative, ChangeRequest body) {
    var kind = SetUpEndpoint.text(body.change());
    var office = OfficesPage.office(SetUpEndpoint.text(body.office()));
    PersonId person = OfficesPage.person(SetUpEndpoint.text(body.person()));
    if (office == null || person == null || !List.of("entrust", "relieve").contains(kind)) {
      throw FieldsRefused.of(
          office == null ? "office" : person == null ? "person" : "change", "choose");
    }
    return new Change(cooperative, office, person, kind.equals("entrust"));
  }

  private static Ground ground(ChangeRequest body) {
    return new Ground(SetUpEndpoint.text(body.groundNumber()).strip(), body.groundDay());
  }

  @GetMapping("/invitations")
  @Operation(summary = "The links that were made, without the links; for those who may invite")
  List<InvitationJson> invitations(@PathVariable UUID id) {
    return invitations.of(callers.current(), new CooperativeId(id)).stream()
        .map(this::json)
        .toList();
  }

  @PostMapping("/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary =
          "Make a link by which somebody opens an account; for operators, chair and secretary")
  IssuedJson invite(
      @PathVariable UUID id, @RequestBody InvitationRequest body, HttpServletRequest request) {
    var caller = callers.current();
    var cooperative = new CooperativeId(id);
    invitations.demandInviter(caller, cooperative);
    return issued(invitations.invite(caller, cooperative, body.invitee()), request);
  }

  @PostMapping("/invitations/{invitation}/renewal")
  @Operation(summary = "Another link for the same person; the earlier one opens nothing any more")
  IssuedJson renew(
      @PathVariable UUID id, @PathVariable UUID invitation, HttpServletRequest request) {
    return issued(invitations.renew(callers.current(), new CooperativeId(id), invitation), request);
  }

  @PostMapping("/invitations/{invitation}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The link opens nothing any more")
  void withdraw(@PathVariable UUID id, @PathVariable UUID invitation) {
    invitations.withdraw(callers.current(), new CooperativeId(id), invitation);
  }

  private IssuedJson issued(Invitations.Issued it, HttpServletRequest request) {
    var caller = callers.current();
    return new IssuedJson(
        json(it.invitation()),
        site.base(request) + "/invitation/" + it.token(),
        it.deeds().stream().map(deed -> deeds.view(deed, caller, wordings.current())).toList(),
        letters.send(it).map(told -> letter(told, wordings.current())).orElse(null));
  }

  private LetterJson letter(InvitationLetters.Told told, Wording wording) {
    var failure = told.failure();
    return new LetterJson(
        told.address(), failure == null ? null : refusals.sentence(failure, wording));
  }

  private InvitationJson json(Invitation it) {
    return new InvitationJson(
        it.id().toString(),
        it.person().toString(),
        it.login(),
        it.lawyer(),
        it.state(invitations.now()).name().toLowerCase(Locale.ROOT),
        it.expiresAt());
  }
}
