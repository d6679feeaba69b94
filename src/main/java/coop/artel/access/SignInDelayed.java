package coop.artel.access;

import coop.artel.values.Refusal;

/** After failed attempts the next one has to wait; the password was not looked at. */
public class SignInDelayed extends Refusal {
  private final long seconds;

  SignInDelayed(long seconds) {
    super("sign-in-delayed", "The next attempt is possible in %s seconds", Long.toString(seconds));
    this.seconds = seconds;
  }

  public long seconds() {
    return seconds;
  }
}
