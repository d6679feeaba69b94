package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.access.Substitutions;
import coop.artel.access.Substitutions.Asked;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.values.CooperativeId;
import coop.artel.values.Ground;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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
@RequestMapping("/api/cooperatives/{id}/deputies")
@Tag(name = "Deputies", description = "Who does an officer's work while the officer is away")
class DeputiesEndpoint {
  private final Callers callers;
  private final SetUpViews setUp;
  private final DeputyViews views;
  private final Substitutions substitutions;
  private final DeedViews deeds;
  private final WordingSource wordings;

  DeputiesEndpoint(
      Callers callers,
      SetUpViews setUp,
      DeputyViews views,
      Substitutions substitutions,
      DeedViews deeds,
      WordingSource wordings) {
    this.callers = callers;
    this.setUp = setUp;
    this.views = views;
    this.substitutions = substitutions;
    this.deeds = deeds;
    this.wordings = wordings;
  }

  /**
   * @param principal whose office it is
   * @param last day of it; at most a year after the first
   * @param groundNumber of the order or the minutes that it rests on
   */
  record NamingRequest(
      @Nullable String office,
      @Nullable String principal,
      @Nullable String deputy,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable String groundNumber,
      @Nullable LocalDate groundDay) {
    Asked asked() {
      return new Asked(
          OfficesPage.office(SetUpEndpoint.text(office)),
          OfficesPage.person(SetUpEndpoint.text(principal)),
          OfficesPage.person(SetUpEndpoint.text(deputy)),
          first,
          last,
          new Ground(SetUpEndpoint.text(groundNumber).strip(), groundDay));
    }
  }

  /**
   * @param day the first without it
   */
  record EndRequest(@Nullable LocalDate day) {}

  @GetMapping
  @Operation(
      summary = "Who stands in for whom, did and will; for officers, lawyers and operators",
      description = "state: now, later, over")
  List<DeputyViews.Row> list(@PathVariable UUID id) {
    var caller = callers.current();
    var cooperative = setUp.demandReader(caller, new CooperativeId(id));
    return views.all(caller, cooperative, wordings.current());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Name somebody to stand in for a secretary or an accountant; for the officer, the chair"
              + " and the secretary with a second person, and for operators while the cooperative"
              + " cannot act itself")
  OfficesEndpoint.ChangeJson name(@PathVariable UUID id, @RequestBody NamingRequest body) {
    var caller = callers.current();
    var cooperative = setUp.demandReader(caller, new CooperativeId(id));
    var deed = substitutions.name(caller, cooperative.id(), body.asked());
    return deed == null
        ? new OfficesEndpoint.ChangeJson("done", null)
        : new OfficesEndpoint.ChangeJson("waiting", deeds.view(deed, caller, wordings.current()));
  }

  @PostMapping("/{substitution}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End it before its last day; for both of them, the chair and the secretary")
  void end(@PathVariable UUID id, @PathVariable UUID substitution, @RequestBody EndRequest body) {
    var caller = callers.current();
    var cooperative = setUp.demandReader(caller, new CooperativeId(id));
    substitutions.end(caller, cooperative.id(), substitution, body.day());
  }
}
