package coop.artel.values;

/** Characters that text of people may not hold. */
public final class Characters {
  private Characters() {}

  /**
   * Whether a character shows nothing itself and changes how others show: controls, and those that
   * turn the direction of what follows (Unicode's Bidi_Control), by which a text can be made to
   * read otherwise than it is stored.
   */
  public static boolean isHidden(int codePoint) {
    return Character.isISOControl(codePoint)
        || codePoint == 0x061c
        || (codePoint >= 0x200e && codePoint <= 0x200f)
        || (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
