package coop.artel.notices;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told of; no name and nothing personal is in it.
 *
 * @param about id of the task or deed
 * @param activity of that task
 * @param groups who is told, together with {@code person}
 * @param at by the legal clock
 */
public record Notice(
    Place place,
    Kind kind,
    String about,
    @Nullable String caseId,
    @Nullable String activity,
    @Nullable CooperativeId cooperative,
    Set<String> groups,
    @Nullable PersonId person,
    Instant at) {
  /** What has happened. */
  public enum Kind {
    TASK_NEW,
    TASK_GIVEN,
    TASK_OVERDUE,
    DEED_APPROVED;

    /** As rows and message keys spell it: {@code task-new}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** Where a notice stands among all: by the transaction that wrote it, then by its own number. */
  public record Place(long transaction, long entry) {
    public static final Place FIRST = new Place(0, 0);
    public static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::transaction).thenComparingLong(Place::entry);

    /** Throws {@link IllegalArgumentException} for what is no place. */
    public static Place of(String text) {
      if (!text.matches("\\d{1,18}-\\d{1,18}")) {
        throw new IllegalArgumentException("No place of a notice: " + text);
      }
      int dash = text.indexOf('-');
      return new Place(
          Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
      return transaction + "-" + entry;
    }
  }
}
