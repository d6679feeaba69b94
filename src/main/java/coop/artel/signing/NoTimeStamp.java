package coop.artel.signing;

import org.jspecify.annotations.Nullable;

/** The authority gave no stamp that is one; work goes on and it is asked again. */
public final class NoTimeStamp extends Exception {
  private final String reason;

  NoTimeStamp(String reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** A word for it that stays the same, such as {@code silent}. */
  public String reason() {
    return reason;
  }
}
