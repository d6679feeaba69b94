package coop.artel.law;

import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The editions of a cooperative's charter as they stood when a decision looked into them. */
@Component
class CharterHistory {
  private final Cooperatives cooperatives;
  private final Records records;

  CharterHistory(Cooperatives cooperatives, Records records) {
    this.cooperatives = cooperatives;
    this.records = records;
  }

  /** All that is known of the charters of a cooperative now. */
  Charters of(CooperativeId cooperative) {
    var newestFirst =
        cooperatives.editions(cooperative).stream()
            .sorted(Comparator.comparing(it -> it.charter().since(), Comparator.reverseOrder()))
            .toList();
    var confirmations =
        records.of(CharterConfirmations.series(cooperative)).stream()
            .filter(it -> it.kind() == RecordKind.CHARTER_CONFIRMED)
            .toList();
    return new Charters(cooperative, newestFirst, confirmations);
  }

  /** Of one cooperative; what it has found it remembers. */
  static final class Charters {
    private final CooperativeId cooperative;
    private final List<Cooperatives.Edition> newestFirst;
    private final List<CaseRecord> confirmations;
    private final Map<Basis.CharterEdition, Optional<Charter>> found = new HashMap<>();

    private Charters(
        CooperativeId cooperative,
        List<Cooperatives.Edition> newestFirst,
        List<CaseRecord> confirmations) {
      this.cooperative = cooperative;
      this.newestFirst = newestFirst;
      this.confirmations = confirmations;
    }

    /** Whether all that a decision looked into can be shown to be what it was. */
    boolean know(Basis basis) {
      return basis.charters().stream().allMatch(it -> find(it).isPresent());
    }

    /**
     * The charter in force on a day as it was known when a decision was made. Which editions it
     * looked into is on record; the others count if they had been adopted by then.
     */
    Charter on(LocalDate day, Basis basis, Instant asked) {
      for (var edition : newestFirst) {
        var since = edition.charter().since();
        if (since.isAfter(day)) {
          continue;
        }
        var named = basis.charters().stream().filter(it -> it.since().equals(since)).findFirst();
        if (named.isPresent()) {
          return named.flatMap(this::find).orElseThrow();
        }
        if (!edition.adoptedAt().isAfter(asked)) {
          return edition.charter();
        }
      }
      return new Charter(cooperative, day, Map.of());
    }

    /** By its digest: as it stands, or before some of its figures were confirmed. */
    private Optional<Charter> find(Basis.CharterEdition named) {
      return found.computeIfAbsent(
          named,
          it ->
              states(it.since()).stream()
                  .filter(state -> state.digest().equals(it.digest()))
                  .findFirst());
    }

    private List<Charter> states(LocalDate since) {
      var states = new ArrayList<Charter>();
      newestFirst.stream()
          .map(Cooperatives.Edition::charter)
          .filter(charter -> charter.since().equals(since))
          .forEach(states::add);
      for (int i = confirmations.size() - 1; i >= 0 && !states.isEmpty(); i--) {
        var members = confirmations.get(i).members();
        if (since.toString().equals(members.get("since"))) {
          states.add(without(states.get(states.size() - 1), String.valueOf(members.get("figure"))));
        }
      }
      return states;
    }

    private static Charter without(Charter charter, String norm) {
      var figures = new HashMap<>(charter.figures());
      figures.computeIfPresent(
          norm,
          (key, it) -> new Charter.Figure(key, it.value(), it.unit(), it.paragraph(), null, null));
      return new Charter(charter.cooperative(), charter.since(), figures);
    }
  }
}
