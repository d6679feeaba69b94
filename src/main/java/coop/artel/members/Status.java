package coop.artel.members;

import java.util.Locale;

/** How far an application has come; an applicant reads {@code application.status.<id>}. */
public enum Status {
  RECEIVED,
  TO_BE_COMPLETED,
  TO_BE_CORRECTED,
  TO_BE_RETURNED,
  TO_BE_JUDGED,
  IN_CHECK,
  TO_BE_SIGNED,
  IN_COUNCIL,
  COUNT_TO_BE_JUDGED,
  DECIDED,
  TO_BE_PAID,
  RETURNED,
  REFUSED,
  LAPSED,
  WITHDRAWN,
  ALREADY_MEMBER,
  ADMITTED;

  /** As rows and messages spell it: {@code to-be-paid}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Nothing more happens to the application. */
  public boolean isFinal() {
    return switch (this) {
      case RETURNED, REFUSED, LAPSED, WITHDRAWN, ALREADY_MEMBER, ADMITTED -> true;
      default -> false;
    };
  }

  /** The next word is the applicant's. */
  boolean awaitsApplicant() {
    return this == TO_BE_COMPLETED || this == TO_BE_CORRECTED;
  }

  static Status of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
