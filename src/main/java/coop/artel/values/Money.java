package coop.artel.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** A sum in one currency, with the digits that the currency has. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  public Money {
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }

  /** A decimal point, no grouping: {@code "100.00"}; the currency by ISO 4217. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
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
