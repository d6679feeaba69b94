package coop.artel.jurisdiction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is so from a day on, until the next; an empty value ends it. A sorted map cannot overlap.
 *
 * @param byFirstDay what stands from the beginning stands at {@link LocalDate#MIN}
 */
public record Dated<T>(NavigableMap<LocalDate, Optional<T>> byFirstDay) {
  public Dated {
    byFirstDay = Collections.unmodifiableNavigableMap(new TreeMap<>(byFirstDay));
  }

  public Optional<T> on(LocalDate day) {
    var entry = byFirstDay.floorEntry(day);
    return entry == null ? Optional.empty() : entry.getValue();
  }
}
