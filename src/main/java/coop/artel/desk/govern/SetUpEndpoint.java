package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.desk.frame.CooperativeJson;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.CharterEditions;
import coop.artel.law.CharterEditions.Entered;
import coop.artel.law.Foundings;
import coop.artel.values.CooperativeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
@RequestMapping("/api/cooperatives")
@Tag(name = "Set-up", description = "A new cooperative, its charter, and what it still lacks")
class SetUpEndpoint {
  private final Callers callers;
  private final Foundings foundings;
  private final CharterEditions editions;
  private final SetUpViews views;
  private final DeedViews deeds;
  private final WordingSource wordings;

  SetUpEndpoint(
      Callers callers,
      Foundings foundings,
      CharterEditions editions,
      SetUpViews views,
      DeedViews deeds,
      WordingSource wordings) {
    this.callers = callers;
    this.foundings = foundings;
    this.editions = editions;
    this.views = views;
    this.deeds = deeds;
    this.wordings = wordings;
  }

  /**
   * @param legalForm id in the country's files: {@code consumer-society}
   * @param zone as in the time zone database
   */
  record FoundingRequest(
      @Nullable String country,
      @Nullable String legalForm,
      @Nullable String name,
      @Nullable String shortName,
      @Nullable String registrationNumber,
      @Nullable String taxNumber,
      @Nullable String address,
      @Nullable String zone) {
    Foundings.Draft draft() {
      return new Foundings.Draft(
          text(country),
          text(legalForm),
          text(name),
          text(shortName),
          text(registrationNumber),
          text(taxNumber),
          text(address),
          text(zone));
    }
  }

  record FigureJson(@Nullable String value, @Nullable String paragraph) {}

  /**
   * @param since first day of the edition
   * @param figures by the norm's key
   */
  record EditionRequest(
      @Nullable LocalDate since, @Nullable Map<String, @Nullable FigureJson> figures) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Set up a cooperative; for operators")
  CooperativeJson found(@RequestBody FoundingRequest body) {
    return CooperativeJson.of(foundings.found(callers.current(), body.draft()));
  }

  @GetMapping("/{id}/set-up")
  @Operation(
      summary =
          "What the cooperative has and what it lacks to admit members; for its officers, lawyers"
              + " and operators")
  SetUpViews.View setUp(@PathVariable UUID id) {
    var caller = callers.current();
    var cooperative = views.demandReader(caller, new CooperativeId(id));
    return views.view(caller, cooperative.id(), wordings.current());
  }

  @PostMapping("/{id}/charter/editions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Propose an edition of the charter with all its figures; for lawyers and the chair, and a"
              + " second person")
  DeedView propose(@PathVariable UUID id, @RequestBody EditionRequest body) {
    var caller = callers.current();
    var cooperative = new CooperativeId(id);
    editions.demandAuthor(caller, cooperative);
    var figures = new LinkedHashMap<String, Entered>();
    Objects.requireNonNullElse(body.figures(), Map.<String, @Nullable FigureJson>of())
        .forEach(
            (norm, it) ->
                figures.put(
                    norm,
                    it == null
                        ? new Entered("", "")
                        : new Entered(text(it.value()), text(it.paragraph()))));
    var deed = editions.propose(caller, cooperative, body.since(), figures);
    return deeds.view(deed, caller, wordings.current());
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
