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
 * @param about id of the task, deed, question, substitution or incident; of an article and of a
 *     remark on a draft its place among the pages of rules
 * @param activity of that task, or the one that failed; of a deed its kind, of a question that of
 *     its matter, of a substitution the office, of an article its citation
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
    TASK_NEW("/tasks/"),
    TASK_GIVEN("/tasks/"),
    TASK_SOON("/tasks/"),
    TASK_OVERDUE("/tasks/"),
    QUESTION_OPEN("/questions/"),
    QUESTION_WAITS("/questions/"),
    DEED_WAITING("/deeds/"),
    DEED_APPROVED("/deeds/"),
    DEED_REJECTED("/deeds/"),
    DEED_SUPERSEDED("/deeds/"),
    DEPUTY_NAMED("/account#"),
    DEPUTY_ENDED("/account#"),
    STEP_FAILED("/incidents#"),
    ARTICLE_CHANGED("/rules/"),
    DRAFT_REMARKED("/rules/");

    private final String place;

    Kind(String place) {
      this.place = place;
    }

    /** As rows and message keys spell it: {@code task-new}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nobody else is ever told. */
    public boolean forOperators() {
      return this == STEP_FAILED;
    }

    /** The same of lawyers. */
    public boolean forLawyers() {
      return this == ARTICLE_CHANGED || this == DRAFT_REMARKED;
    }

    static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** The page of what it is about. */
  public String path() {
    return kind.place + about;
  }

  /** The message that names what it is about. */
  public String subject() {
    return switch (kind) {
      case TASK_NEW, TASK_GIVEN, TASK_SOON, TASK_OVERDUE, STEP_FAILED -> "activity." + activity;
      case QUESTION_OPEN, QUESTION_WAITS -> "matter." + activity;
      case DEPUTY_NAMED, DEPUTY_ENDED -> "office." + activity;
      case DEED_WAITING, DEED_APPROVED, DEED_REJECTED, DEED_SUPERSEDED -> "notice.deed." + activity;
      case ARTICLE_CHANGED -> "citation." + activity;
      case DRAFT_REMARKED -> "notice.draft";
    };
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
