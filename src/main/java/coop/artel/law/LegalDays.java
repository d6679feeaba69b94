package coop.artel.law;

import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Homes;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which day it is: each cooperative counts its terms in its own time zone, by the legal clock; so
 * does a country.
 */
@Component
public class LegalDays {
  private final Cooperatives cooperatives;
  private final Homes homes;
  private final LegalClock clock;

  public LegalDays(Cooperatives cooperatives, Homes homes, LegalClock clock) {
    this.cooperatives = cooperatives;
    this.homes = homes;
    this.clock = clock;
  }

  public LocalDate of(CooperativeId cooperative) {
    return clock.today(homes.zone(cooperative));
  }

  public Map<CooperativeId, LocalDate> today() {
    return cooperatives.all().stream()
        .collect(Collectors.toMap(Cooperative::id, each -> clock.today(each.zone())));
  }
}
