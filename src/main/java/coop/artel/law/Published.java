package coop.artel.law;

import coop.artel.values.LegalClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is published, as this node knows it: {@link EditionStore} tells it. */
@Component
class Published {
  private final LegalClock clock;
  private final Map<String, List<Publication>> byCountry = new ConcurrentHashMap<>();

  Published(LegalClock clock) {
    this.clock = clock;
  }

  /** Where nothing is ever published. */
  static Published nothing() {
    return new Published(() -> Duration.ZERO);
  }

  /**
   * A look that was older than what is known already tells nothing.
   *
   * @param publications of one country, by number
   */
  void know(String country, List<Publication> publications) {
    byCountry.merge(
        country,
        List.copyOf(publications),
        (known, told) -> known.size() > told.size() ? known : told);
  }

  /** What is in force today; empty where nothing was published yet. */
  Optional<Publication> now(String country, ZoneId zone) {
    var today = clock.today(zone);
    return byCountry.getOrDefault(country, List.of()).stream()
        .filter(it -> it.isLive(today))
        .reduce((earlier, later) -> later);
  }
}
