package coop.artel.law;

import coop.artel.jurisdiction.Citation;
import java.util.List;

/**
 * A place of a country's files that rests on articles of laws.
 *
 * @param id of the rule, norm or case; of a calendar the year, or {@code days}; of a document its
 *     template
 * @param name of a case; else empty
 * @param question that the rule or case belongs to; else empty
 */
public record Citing(
    Kind kind, String file, String id, String name, String question, List<Citation> citations) {
  /** What it is that cites. */
  public enum Kind {
    RULE,
    NORM,
    CALENDAR,
    SIGNATURE,
    CASE,
    DOCUMENT
  }

  /** Whether it cites a place of a law, or a part of it. */
  public boolean cites(Citation place) {
    return citations.stream().anyMatch(it -> it.isOf(place));
  }
}
