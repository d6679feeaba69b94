package coop.artel.desk.frame;

import coop.artel.values.Money;
import coop.artel.values.Plural;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** Says things in one reader's language: sentences, dates, spans of days, counts. */
public final class Wording {
  private final MessageSource messages;
  private final Locale locale;

  public Wording(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  public String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** For keys that other modules' ids make, so that an unknown id still shows as itself. */
  public String sayOr(String key, String otherwise, Object... arguments) {
    try {
      return messages.getMessage(key, arguments, locale);
    } catch (NoSuchMessageException e) {
      return otherwise;
    }
  }

  /** The form of a message {@code one|few|many} that goes with the number, which is its {0}. */
  public String count(String key, long number, Object... more) {
    var arguments = Stream.concat(Stream.of(number), Stream.of(more)).toArray();
    return Plural.choose(locale, say(key, arguments), number);
  }

  /** {@code 3 марта 2026}. */
  public String date(LocalDate day) {
    return glue(format("d MMMM uuuu").format(day));
  }

  /** {@code март 2026}. */
  public String month(YearMonth month) {
    return format("LLLL uuuu").format(month);
  }

  public String number(long number) {
    return NumberFormat.getInstance(locale).format(number);
  }

  /** {@code 3 марта 2026, 14:05}. */
  public String moment(Instant instant, ZoneId zone) {
    return glue(format("d MMMM uuuu, HH:mm").withZone(zone).format(instant));
  }

  /** {@code 3 мар 14:05}, for columns. */
  public String time(Instant instant, ZoneId zone) {
    return format("HH:mm").withZone(zone).format(instant);
  }

  /** {@code Московское время, UTC+3}. */
  public String zone(ZoneId zone, Instant now) {
    var offset = DateTimeFormatter.ofPattern("O").format(now.atZone(zone));
    return sayOr("zone." + zone.getId(), zone.getId()) + ", " + offset.replace("GMT", "UTC");
  }

  public String day(Instant instant, ZoneId zone) {
    return date(LocalDate.ofInstant(instant, zone));
  }

  /** How far away a day is: today, tomorrow, in 3 days, 2 days overdue. */
  public String away(LocalDate day, LocalDate today) {
    var days = ChronoUnit.DAYS.between(today, day);
    if (days == 0) {
      return say("away.today");
    }
    if (days == 1) {
      return say("away.tomorrow");
    }
    return days > 0 ? count("away.ahead", days) : count("away.overdue", -days);
  }

  /** A norm's figure with its unit on one line: {@code 75 %}, {@code 18 лет}; or a word. */
  public String figure(String value, String unit) {
    if (!value.matches("\\d{1,15}(\\.\\d{1,4})?")) {
      return word(value);
    }
    var sum = Money.read(value + " " + unit);
    if (sum.isPresent()) {
      return sum(sum.get());
    }
    var number = new BigDecimal(value);
    var measure = sayOr("measure." + unit, "", NumberFormat.getInstance(locale).format(number));
    if (measure.isEmpty()) {
      return NumberFormat.getInstance(locale).format(number);
    }
    // A broken number takes the form of "two and a half days".
    return Plural.choose(
        locale, measure, number.stripTrailingZeros().scale() > 0 ? 2 : number.longValue());
  }

  /** {@code 1 500,00 ₽}. */
  public String sum(Money money) {
    return money.in(locale);
  }

  /** A fact's or a norm's value that is a word of the law, or the value as it is. */
  public String word(String value) {
    return sayOr("word." + value, value);
  }

  /** A digest's beginning, for lines that are read and not compared. */
  public String digest(@Nullable String hex) {
    if (hex == null) {
      return "";
    }
    var plain = hex.startsWith("0x") ? hex.substring(2) : hex;
    return plain.length() <= 12
        ? plain
        : plain.substring(0, 4) + " " + plain.substring(4, 8) + " " + plain.substring(8, 12) + " …";
  }

  private DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }

  /** A day and its month stay on one line. */
  private static String glue(String date) {
    return date.replaceFirst(" ", "\u00a0");
  }
}
