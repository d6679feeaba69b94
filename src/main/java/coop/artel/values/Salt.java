package coop.artel.values;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What keeps a digest from telling its content to whoever guesses what that may be. */
public final class Salt {
  private static final int LENGTH = 32;
  private static final SecureRandom CHANCE = new SecureRandom();

  private Salt() {}

  /** Another one each time, in lower-case hex. */
  public static String random() {
    byte[] salt = new byte[LENGTH];
    CHANCE.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
