package coop.artel.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sum in one currency, with the digits that the currency has. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,4})?) ([A-Z]{3})");

  public Money {
    amount = amount.setScale(digits(currency), RoundingMode.UNNECESSARY);
  }

  /** How many digits a sum has after the point; none where ISO 4217 leaves that open. */
  public static int digits(Currency currency) {
    return Math.max(currency.getDefaultFractionDigits(), 0);
  }

  /** A decimal point, no grouping: {@code "100.00"}; the currency by ISO 4217. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** What {@link #toString} writes; empty for anything else, and for parts of the smallest coin. */
  public static Optional<Money> read(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(written.group(1), written.group(2)));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As people write it: {@code 1 500,00 ₽}, {@code RUB 1,500.00}. */
  public String in(Locale locale) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits(currency));
    format.setMaximumFractionDigits(digits(currency));
    // English sets a currency's code against the digits where it has no sign.
    return format.format(amount).replaceFirst("(?<=\\p{L})(?=\\d)", "\u00a0");
  }

  @Override
  public int compareTo(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("%s cannot be compared with %s".formatted(this, other));
    }
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
