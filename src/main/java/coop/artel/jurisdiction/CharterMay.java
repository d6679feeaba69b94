package coop.artel.jurisdiction;

import java.util.Locale;

/** What a cooperative's charter may do with a norm. */
public enum CharterMay {
  /** The law's figure stands. */
  NONE,
  /** The law leaves the figure to the charter, or no figure of the law is established. */
  REQUIRED,
  MAY_RAISE,
  MAY_LOWER;

  static CharterMay of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
