package coop.artel.values;

import java.util.Optional;
import java.util.UUID;

/**
 * Which cooperative; or which country, where a matter is that of a country's law and no
 * cooperative's.
 */
public record CooperativeId(UUID value) {
  /** Version 8 of RFC 9562: no random id is like it. Two letters of a country stand at its end. */
  private static final long COUNTRIES = 0x8000L;

  private static final long VARIANT = 0x8000_0000_0000_0000L;

  public static CooperativeId of(String text) {
    return new CooperativeId(UUID.fromString(text));
  }

  public static CooperativeId random() {
    return new CooperativeId(UUID.randomUUID());
  }

  /** In the place of a cooperative: a country, by its two small letters. */
  public static CooperativeId ofCountry(String country) {
    if (!country.matches("[a-z]{2}")) {
      throw new IllegalArgumentException("%s is no country".formatted(country));
    }
    return new CooperativeId(
        new UUID(COUNTRIES, VARIANT | (long) country.charAt(0) << 8 | country.charAt(1)));
  }

  /** The country whose law's matter it is; none for a cooperative. */
  public Optional<String> country() {
    long letters = value.getLeastSignificantBits() ^ VARIANT;
    if (value.getMostSignificantBits() != COUNTRIES || letters >>> 16 != 0) {
      return Optional.empty();
    }
    return Optional.of("" + (char) (letters >>> 8) + (char) (letters & 0xff));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
