package coop.artel.access;

import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who asks, and what that person holds at this moment. */
public record Caller(
    PersonId person,
    String name,
    Map<CooperativeId, Set<Office>> offices,
    Set<PlatformRole> roles) {

  public boolean holds(CooperativeId cooperative, Office office) {
    return offices.getOrDefault(cooperative, Set.of()).contains(office);
  }

  /** Holds any office there. */
  public boolean serves(CooperativeId cooperative) {
    return !offices.getOrDefault(cooperative, Set.of()).isEmpty();
  }

  /** Holds an office there that is more than looking on: an auditor changes nothing. */
  public boolean acts(CooperativeId cooperative) {
    return offices.getOrDefault(cooperative, Set.of()).stream()
        .anyMatch(office -> office != Office.AUDITOR);
  }

  /** As models name candidate groups: {@code <cooperative>:secretary}. */
  public Set<String> groups() {
    return offices.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(o -> entry.getKey() + ":" + o.id()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
