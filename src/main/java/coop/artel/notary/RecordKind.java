package coop.artel.notary;

import java.util.Locale;

/** What a record says happened. Kinds are added, never changed or taken away. */
public enum RecordKind {
  STARTED,
  COMPLETED,
  CANCELLED,
  VARIABLE_CHANGED,
  MOVED,
  ENDED,
  MODEL_DEPLOYED,
  EDITION_PUBLISHED,
  CONSENT,
  SIGNATURE,
  BALLOT,
  OVERRIDE,
  CORRECTION,
  ERASURE,
  FIGURE_VERIFIED,
  CHARTER_CONFIRMED,
  DEED_REJECTED,
  COOPERATIVE_FOUNDED,
  CHARTER_ADOPTED,
  OFFICE_ENTRUSTED,
  OFFICE_RELIEVED,
  INVITED,
  ACCOUNT_OPENED,
  OPERATOR_SIGNED_IN,
  RETRIED,
  DEPUTY_NAMED,
  DEPUTY_ENDED,
  TAKEN_OVER,
  ARTICLE_CHANGED,
  LAW_CHECKED;

  /** As it stands in records and entries: {@code variable-changed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws {@link IllegalArgumentException} for what is no kind. */
  static RecordKind of(String id) {
    for (RecordKind kind : values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of record: " + id);
  }

  /**
   * Whether it tells how a process went on: between {@code started} and {@code ended}, nowhere
   * else. Of the other kinds some come before, as consent does, and some after, as erasure does.
   */
  boolean isOfTheCourse() {
    return switch (this) {
      case STARTED, COMPLETED, CANCELLED, VARIABLE_CHANGED, MOVED, ENDED -> true;
      default -> false;
    };
  }
}
