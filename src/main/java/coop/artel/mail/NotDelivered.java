package coop.artel.mail;

/** The mail server did not take a letter. */
public final class NotDelivered extends Exception {
  /** What stood in the way. */
  public enum Cause {
    /** No server answers, or not in time, or not with the protection that is demanded. */
    SERVER_AWAY,
    /** The server does not let us in. */
    SIGN_IN_REFUSED,
    /** There is no such reader, and trying again makes none. */
    RECIPIENT_REFUSED,
    /** The server will not take it now. */
    LETTER_REFUSED;

    /** As rows and message keys spell it: {@code server-away}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final long serialVersionUID = 1L;

  private final Cause reason;

  NotDelivered(Cause reason, Throwable cause) {
    super(reason.id(), cause);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }
}
