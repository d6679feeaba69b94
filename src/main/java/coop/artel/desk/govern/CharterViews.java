package coop.artel.desk.govern;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Wording;
import coop.artel.law.CharterConfirmations;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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

  /**
   * A figure that an edition changed.
   *
   * @param since first day of the edition
   * @param before absent where the edition before said nothing of it, or there was none
   * @param after absent where the charter now leaves it to the law
   * @param confirmedBy a lawyer, absent where nobody has confirmed it
   */
  record Change(
      LocalDate since,
      Instant adoptedAt,
      String norm,
      String name,
      @Nullable String before,
      @Nullable String after,
      @Nullable String confirmedBy,
      @Nullable String secondedBy) {}

  /** Every figure from what to what, the newest edition first; for who may read the charter. */
  List<Change> changes(Caller caller, CooperativeId id, Wording wording) {
    demandReader(caller, id);
    var changes = new ArrayList<Change>();
    Map<String, Charter.Figure> before = Map.of();
    for (var edition : cooperatives.editions(id)) {
      var now = edition.charter().figures();
      var norms = new TreeSet<>(before.keySet());
      norms.addAll(now.keySet());
      var ofEdition = new ArrayList<Change>();
      for (String norm : norms) {
        var was = told(before.get(norm), wording);
        var is = told(now.get(norm), wording);
        if (!Objects.equals(was, is)) {
          ofEdition.add(change(edition, norm, was, is, wording));
        }
      }
      changes.addAll(0, ofEdition);
      before = now;
    }
    return changes;
  }

  private Change change(
      Cooperatives.Edition edition,
      String norm,
      @Nullable String was,
      @Nullable String is,
      Wording wording) {
    var figure = edition.charter().figure(norm).filter(CharterViews::confirmed).orElse(null);
    return new Change(
        edition.charter().since(),
        edition.adoptedAt(),
        norm,
        NormViews.name(norm, wording),
        was,
        is,
        figure == null ? null : names.personOrNull(figure.confirmedBy(), wording),
        figure == null ? null : names.personOrNull(figure.secondedBy(), wording));
  }

  /** The value with its paragraph: another paragraph for the same value is a change too. */
  private static @Nullable String told(Charter.@Nullable Figure it, Wording wording) {
    return it == null
        ? null
        : wording.say("charter.change", wording.figure(it.value(), it.unit()), it.paragraph());
  }

  private static boolean confirmed(Charter.Figure figure) {
    return figure.confirmed();
  }
}
