package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.CharterConfirmations;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A cooperative's charter in figures, for its officers and for lawyers. */
@Component
class CharterViews {
  private final Cooperatives cooperatives;
  private final CharterConfirmations confirmations;
  private final Names names;

  CharterViews(Cooperatives cooperatives, CharterConfirmations confirmations, Names names) {
    this.cooperatives = cooperatives;
    this.confirmations = confirmations;
    this.names = names;
  }

  /**
   * @param since first day of the edition
   * @param digest of the edition as it stands, confirmations included
   */
  record View(
      String cooperative,
      String name,
      LocalDate since,
      String digest,
      boolean demonstration,
      List<Row> figures) {}

  /**
   * A figure of it.
   *
   * @param waiting id of the proposal that waits for a second person
   */
  record Row(
      String norm,
      String name,
      String value,
      String paragraph,
      @Nullable String confirmedBy,
      @Nullable String secondedBy,
      @Nullable String waiting,
      @Nullable String proposedBy,
      boolean mayPropose) {}

  /** Whose charters the caller may read, in the order of founding. */
  List<Cooperative> readable(Caller caller) {
    return cooperatives.all().stream().filter(it -> mayRead(caller, it.id())).toList();
  }

  private static boolean mayRead(Caller caller, CooperativeId cooperative) {
    return caller.serves(cooperative) || caller.roles().contains(PlatformRole.LAWYER);
  }

  /** Refused for who holds no office there and is no lawyer. */
  void demandReader(Caller caller, CooperativeId id) {
    if (!mayRead(caller, id)) {
      throw new NotServed();
    }
  }

  /** For those whom {@link #demandReader} lets pass. */
  View on(Caller caller, CooperativeId id, LocalDate day, Wording wording) {
    demandReader(caller, id);
    var cooperative = names.cooperative(id);
    var charter = cooperatives.charter(id, day);
    var waiting = confirmations.waiting(charter);
    boolean mayPropose =
        caller.roles().contains(PlatformRole.LAWYER) || caller.holds(id, Office.CHAIR);
    return new View(
        id.toString(),
        cooperative.shortName(),
        charter.since(),
        charter.digest(),
        cooperative.demonstration(),
        charter.figures().values().stream()
            .map(
                figure -> {
                  var deed = waiting.get(figure.norm());
                  return new Row(
                      figure.norm(),
                      NormViews.name(figure.norm(), wording),
                      wording.figure(figure.value(), figure.unit()),
                      figure.paragraph(),
                      confirmed(figure) ? names.personOrNull(figure.confirmedBy(), wording) : null,
                      confirmed(figure) ? names.personOrNull(figure.secondedBy(), wording) : null,
                      deed == null ? null : deed.id().toString(),
                      deed == null ? null : names.person(deed.proposedBy(), wording),
                      mayPropose && deed == null && !confirmed(figure));
                })
            .toList());
  }

  private static boolean confirmed(Charter.Figure figure) {
    return figure.confirmed();
  }
}
