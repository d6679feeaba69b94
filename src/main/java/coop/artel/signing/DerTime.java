package coop.artel.signing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as RFC 5280 and RFC 3161 write them: UTC, to the second or finer. */
final class DerTime {
  private static final Pattern SHORT =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})Z");
  private static final Pattern LONG =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d{0,8}[1-9]))?Z");
  private static final int PIVOT = 50;

  private DerTime() {}

  /** A GeneralizedTime, or {@link IllegalArgumentException}. */
  static Instant general(Der value) {
    var match = match(LONG, value.tagged(Der.TIME));
    var fraction = match.group(7) == null ? "" : match.group(7);
    return at(number(match, 1), match)
        .plusNanos(Long.parseLong((fraction + "0".repeat(9)).substring(0, 9)));
  }

  /** A UTCTime or a GeneralizedTime, as certificates have them. */
  static Instant either(Der value) {
    if (value.tag() == Der.TIME) {
      return general(value);
    }
    var match = match(SHORT, value.tagged(Der.UTC_TIME));
    int year = number(match, 1);
    return at(year < PIVOT ? 2000 + year : 1900 + year, match);
  }

  private static Matcher match(Pattern form, Der value) {
    var match = form.matcher(new String(value.content(), StandardCharsets.ISO_8859_1));
    if (!match.matches()) {
      throw new IllegalArgumentException("DER: no time");
    }
    return match;
  }

  private static Instant at(int year, Matcher match) {
    try {
      return LocalDateTime.of(
              year,
              number(match, 2),
              number(match, 3),
              number(match, 4),
              number(match, 5),
              number(match, 6))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("DER: no time of the calendar", e);
    }
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
