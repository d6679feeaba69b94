package coop.artel.law;

import java.util.Locale;

/** What the law answers to a question. */
public enum Outcome {
  GRANTED,
  REFUSED,
  /** Something must be added first; the decision says what. */
  MISSING,
  /** The law leaves it to a person; the decision says why. */
  HUMAN;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
