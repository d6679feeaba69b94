package coop.artel.desk.cases;

import coop.artel.access.Appointments;
import coop.artel.access.Caller;
import coop.artel.access.OperatorSignIns;
import coop.artel.access.PlatformRole;
import coop.artel.access.Viewings;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.Zones;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.CharterConfirmations;
import coop.artel.law.EditionsAtStart;
import coop.artel.law.Verifications;
import coop.artel.notary.Exports;
import coop.artel.notary.SeriesList;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.workflow.Models;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The series of the log that are no cases: what two persons decided on models, on figures of a
 * country and on a charter, who founded a cooperative and holds its offices, and when operators
 * came in. Models and figures concern everybody who checks; a charter and the offices their own.
 */
@Component
public class SeriesViews {
  /**
   * A series as a reader is told of it.
   *
   * @param sealed how many of its records stand in the log
   */
  public record SeriesView(String id, String title, long records, long sealed, String last) {}

  private final SeriesList series;
  private final Exports exports;
  private final Cooperatives cooperatives;
  private final Countries countries;
  private final Viewings viewings;
  private final Zones zones;

  SeriesViews(
      SeriesList series,
      Exports exports,
      Cooperatives cooperatives,
      Countries countries,
      Viewings viewings,
      Zones zones) {
    this.series = series;
    this.exports = exports;
    this.cooperatives = cooperatives;
    this.countries = countries;
    this.viewings = viewings;
    this.zones = zones;
  }

  /** Whether there are any that the caller may take along. */
  boolean concern(Caller caller) {
    return !open(caller).isEmpty();
  }

  public List<SeriesView> all(Caller caller, Wording wording) {
    var zone = zones.of(caller);
    return series.of(open(caller)).stream()
        .map(
            it ->
                new SeriesView(
                    it.id(),
                    title(it.id(), wording),
                    it.records(),
                    it.sealed(),
                    wording.moment(it.last(), zone)))
        .toList();
  }

  /** Refused with {@code series-unknown} for all others. */
  public ResponseEntity<byte[]> export(Caller caller, String id, Wording wording)
      throws IOException {
    if (!open(caller).contains(id)) {
      throw new SeriesUnknown();
    }
    for (Cooperative cooperative : cooperatives.all()) {
      if (id.equals(CharterConfirmations.series(cooperative.id()))
          || id.equals(Appointments.series(cooperative.id()))) {
        viewings.add(caller, cooperative.id(), Viewings.Kind.EXPORT, id, null);
      }
    }
    return CasesPage.zip(id, title(id, wording), exports);
  }

  private List<String> open(Caller caller) {
    boolean lawyer = caller.roles().contains(PlatformRole.LAWYER);
    var open = new ArrayList<String>();
    if (lawyer || caller.roles().contains(PlatformRole.OPERATOR) || audits(caller)) {
      open.add(Models.SERIES);
      open.add(OperatorSignIns.SERIES);
      countries.ids().forEach(country -> open.add(Verifications.series(country)));
      countries.ids().forEach(country -> open.add(EditionsAtStart.series(country)));
    }
    cooperatives.all().stream()
        .map(Cooperative::id)
        .filter(it -> lawyer || caller.holds(it, Office.AUDITOR) || caller.holds(it, Office.CHAIR))
        .forEach(it -> open.add(CharterConfirmations.series(it)));
    boolean operator = caller.roles().contains(PlatformRole.OPERATOR);
    cooperatives.all().stream()
        .map(Cooperative::id)
        .filter(
            it -> operator || caller.holds(it, Office.AUDITOR) || caller.holds(it, Office.CHAIR))
        .forEach(it -> open.add(Appointments.series(it)));
    return open;
  }

  private static boolean audits(Caller caller) {
    return caller.offices().values().stream().anyMatch(held -> held.contains(Office.AUDITOR));
  }

  private String title(String id, Wording wording) {
    if (id.equals(Models.SERIES)) {
      return wording.say("series.models");
    }
    if (id.equals(OperatorSignIns.SERIES)) {
      return wording.say("series.operators");
    }
    for (Cooperative cooperative : cooperatives.all()) {
      if (id.equals(CharterConfirmations.series(cooperative.id()))) {
        return wording.say("series.charter", cooperative.shortName());
      }
      if (id.equals(Appointments.series(cooperative.id()))) {
        return wording.say("series.cooperative", cooperative.shortName());
      }
    }
    var country = id.substring(id.indexOf(':') + 1);
    return wording.say(
        id.equals(EditionsAtStart.series(country)) ? "series.rules" : "series.norms",
        country.toUpperCase(Locale.ROOT));
  }
}
