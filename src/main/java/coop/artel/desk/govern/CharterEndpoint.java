package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.CaseAccess;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.CharterConfirmations;
import coop.artel.law.CharterConfirmations.CharterFigure;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/cooperatives/{id}/charter")
@Tag(name = "Charters", description = "What a charter says in figures, and who has confirmed it")
class CharterEndpoint {
  private final Callers callers;
  private final CharterViews views;
  private final CharterConfirmations confirmations;
  private final DeedViews deeds;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  CharterEndpoint(
      Callers callers,
      CharterViews views,
      CharterConfirmations confirmations,
      DeedViews deeds,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.callers = callers;
    this.views = views;
    this.confirmations = confirmations;
    this.deeds = deeds;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  /**
   * @param since first day of the charter's edition
   * @param figure the norm's key
   */
  record ConfirmationRequest(@Nullable LocalDate since, @Nullable String figure) {}

  @GetMapping
  @Operation(summary = "The charter in force on a day; today if none is named")
  CharterViews.View charter(
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on) {
    CaseAccess.demandYear(on);
    var caller = callers.current();
    views.demandReader(caller, new CooperativeId(id));
    var cooperative = names.cooperative(new CooperativeId(id));
    return views.on(
        caller,
        cooperative.id(),
        on == null ? clock.today(cooperative.zone()) : on,
        wordings.current());
  }

  @GetMapping("/changes")
  @Operation(summary = "Every figure from what to what, the newest edition first, in words")
  List<CharterViews.Change> changes(@PathVariable UUID id) {
    return views.changes(callers.current(), new CooperativeId(id), wordings.current());
  }

  @PostMapping("/confirmations")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Propose a figure of the charter as confirmed; for lawyers and the chair, and a second"
              + " person")
  DeedView propose(@PathVariable UUID id, @RequestBody ConfirmationRequest body) {
    var since = body.since();
    var figure = body.figure();
    if (since == null || figure == null) {
      throw new BadParameter(since == null ? "since" : "figure");
    }
    CaseAccess.demandYear(since);
    var caller = callers.current();
    var deed =
        confirmations.propose(caller, new CharterFigure(new CooperativeId(id), since, figure));
    return deeds.view(deed, caller, wordings.current());
  }
}
