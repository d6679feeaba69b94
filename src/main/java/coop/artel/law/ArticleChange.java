package coop.artel.law;

import coop.artel.jurisdiction.Citation;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that a lawyer has marked as changed.
 *
 * @param place the article, a part of one, or a whole act
 * @param since the first day of what the law says now; it may be still to come
 * @param source where the change can be read, an address; empty where none was given
 * @param markedAt by the legal clock
 * @param settlement absent as long as what cites it is to be looked through
 */
public record ArticleChange(
    UUID id,
    String country,
    Citation place,
    LocalDate since,
    String note,
    String source,
    PersonId markedBy,
    Instant markedAt,
    @Nullable Settlement settlement) {
  /** That all that cites the article was looked through, and what came of it. */
  public record Settlement(String note, PersonId by, Instant at) {}

  public boolean open() {
    return settlement == null;
  }
}
