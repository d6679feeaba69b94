package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.sentences.Matter;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A country's law asked outside of any service: without a database, for a cooperative that has no
 * charter; nothing is kept.
 */
public final class Rehearsal {
  private final Country country;
  private final Cooperative cooperative;
  private final EditionShelf shelf;

  /**
   * @param most how many editions stay compiled at once
   */
  public Rehearsal(String country, String legalForm, int most) {
    this.country = new Countries().of(country);
    this.cooperative =
        new Cooperative(
            new CooperativeId(new UUID(0, 1)),
            country,
            legalForm,
            "rehearsal",
            "rehearsal",
            "",
            "",
            "",
            this.country.zone(),
            this.country.currency(),
            false);
    this.shelf = new EditionShelf(most);
  }

  /** The shipped edition, under a number of its own that makes another of it. */
  public Asked edition(int number) {
    return new Asked(shelf.get(Integer.toString(number), () -> compiled(number)));
  }

  /** With files of the country that it shares with no other edition. */
  private Edition compiled(int number) {
    var files = RuleFiles.shipped(new Countries(), country.id());
    var own = new TreeMap<String, Optional<String>>();
    files
        .rules()
        .forEach((path, text) -> own.put(path, Optional.of(text + "\n# %d\n".formatted(number))));
    return Edition.compile(files.with(own));
  }

  /** One edition, ready. */
  public final class Asked {
    private final Edition edition;

    private Asked(Edition edition) {
      this.edition = edition;
    }

    /** The same, whose every asking has a new session of the engine. */
    public Asked afresh() {
      return new Asked(edition.afresh());
    }

    public Decision ask(Facts facts, LocalDate day) {
      return Judgement.of(edition, facts, cooperative, norms(), day, () -> Basis.NONE);
    }

    private Matter.Norms norms() {
      return new NormsOf(
          edition.country(),
          cooperative,
          cooperative.legalForm(),
          since -> new Charter(cooperative.id(), since, Map.of()),
          Set.of());
    }
  }
}
