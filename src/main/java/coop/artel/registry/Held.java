package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody may do at a moment.
 *
 * @param offices held in one's own right
 * @param inPlaceOf whom one stands in for, by office; none that is held in one's own right
 */
public record Held(
    Map<CooperativeId, Set<Office>> offices, Map<CooperativeId, Map<Office, PersonId>> inPlaceOf) {

  /** Of offices alone. */
  public static Held of(Map<CooperativeId, Set<Office>> offices) {
    return new Held(offices, Map.of());
  }

  /** Gathers what the registry says line by line, one's own lines in any order with the others. */
  static final class Gathering {
    private final Map<CooperativeId, Set<Office>> offices = new LinkedHashMap<>();
    private final Map<CooperativeId, Map<Office, PersonId>> inPlaceOf = new LinkedHashMap<>();

    void own(CooperativeId cooperative, Office office) {
      var held = offices.computeIfAbsent(cooperative, c -> EnumSet.noneOf(Office.class));
      held.add(office);
      if (office == Office.CHAIR) {
        held.add(Office.COUNCIL);
      }
    }

    void inPlaceOf(CooperativeId cooperative, Office office, PersonId principal) {
      inPlaceOf
          .computeIfAbsent(cooperative, c -> new EnumMap<>(Office.class))
          .put(office, principal);
    }

    /** An auditor does nobody's work that the auditor is to audit. */
    Held done() {
      inPlaceOf
          .entrySet()
          .removeIf(
              entry -> {
                var own = offices.getOrDefault(entry.getKey(), Set.of());
                entry.getValue().keySet().removeAll(own);
                return own.contains(Office.AUDITOR) || entry.getValue().isEmpty();
              });
      return new Held(offices, inPlaceOf);
    }
  }
}
