package coop.artel.desk.govern;

import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Verifications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Endpoint
@RequestMapping("/api/norms")
@Tag(name = "Norms", description = "What the law says in figures, and who stands for it")
class NormsEndpoint {
  private final Callers callers;
  private final Countries countries;
  private final Verifications verifications;
  private final NormViews views;
  private final DeedViews deeds;
  private final WordingSource wordings;

  NormsEndpoint(
      Callers callers,
      Countries countries,
      Verifications verifications,
      NormViews views,
      DeedViews deeds,
      WordingSource wordings) {
    this.callers = callers;
    this.countries = countries;
    this.verifications = verifications;
    this.views = views;
    this.deeds = deeds;
    this.wordings = wordings;
  }

  /**
   * @param figure a norm's key, or {@code calendar/2024}
   */
  record VerificationRequest(@Nullable String figure) {}

  @GetMapping("/{country}")
  @Operation(summary = "The norms of a country with their figures and who has verified them")
  List<NormViews.Row> all(@PathVariable String country) {
    var caller = callers.current();
    NormViews.demandStaff(caller);
    return views.rows(NormsPage.country(countries, country), caller, wordings.current());
  }

  @PostMapping("/{country}/verifications")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Propose a figure of medium confidence as verified; for lawyers, and a second one")
  DeedView propose(@PathVariable String country, @RequestBody VerificationRequest body) {
    var figure = body.figure();
    if (figure == null) {
      throw new BadParameter("figure");
    }
    var caller = callers.current();
    var deed = verifications.propose(caller, NormsPage.country(countries, country).id(), figure);
    return deeds.view(deed, caller, wordings.current());
  }
}
