package coop.artel.notices;

import coop.artel.notices.Notice.Kind;
import java.util.Locale;

/** When somebody is written to about a notice. */
public enum Way {
  AT_ONCE,
  /** In the morning, with all others of the day. */
  DAILY,
  NEVER;

  /** As rows, forms and message keys spell it: {@code at-once}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws {@link IllegalArgumentException} for what is no way. */
  public static Way of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What concerns many waits for the morning, unless its reader wants it otherwise. */
  static Way usual(Kind kind) {
    return kind == Kind.TASK_NEW ? DAILY : AT_ONCE;
  }
}
