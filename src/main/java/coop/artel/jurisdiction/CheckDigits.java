package coop.artel.jurisdiction;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One check of a number: what its characters from one position on give by a method stands, as a
 * digit or a letter, at another.
 *
 * @param from position of the first character that counts, from 1
 * @param at position of the first check digit; all before it count
 * @param digits how many check digits there are
 * @param weights of the characters that count; empty where the number itself is divided
 * @param again weights to begin anew with where the remainder is no digit
 * @param moduli what is divided by, one after the other
 * @param complement what the remainder is taken from, else zero
 * @param remainders what a remainder is written with; empty where no such number is issued
 * @param written characters in place of digits, by their value; each of the lists will do
 */
public record CheckDigits(
    Method method,
    int from,
    int at,
    int digits,
    List<Integer> weights,
    List<Integer> again,
    List<Integer> moduli,
    int complement,
    Map<Integer, Optional<Integer>> remainders,
    List<String> written) {
  /** How the check is computed. */
  public enum Method {
    REMAINDER,
    LUHN,
    ISO7064_MOD11_10;

    static Method of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * @param values what each character counts for, -1 if for nothing
   */
  boolean hold(String number, int[] values) {
    if (number.length() < at - 1 + digits) {
      return false;
    }
    var counted = IntStream.range(from - 1, at - 1).map(i -> values[i]).toArray();
    if (IntStream.of(counted).anyMatch(value -> value < 0)) {
      return false;
    }
    var check = number.substring(at - 1, at - 1 + digits);
    return expected(counted).map(it -> stands(it, check)).orElse(false);
  }

  private boolean stands(int expected, String check) {
    if (written.isEmpty()) {
      return check.matches("[0-9]+") && Integer.parseInt(check) == expected;
    }
    return written.stream()
        .anyMatch(signs -> expected < signs.length() && signs.charAt(expected) == check.charAt(0));
  }

  private Optional<Integer> expected(int[] counted) {
    return switch (method) {
      case LUHN -> Optional.of(luhn(counted));
      case ISO7064_MOD11_10 -> Optional.of(mod11And10(counted));
      case REMAINDER -> remainder(counted);
    };
  }

  private Optional<Integer> remainder(int[] counted) {
    int remainder = divided(weights.isEmpty() ? number(counted) : sum(counted, weights));
    if (!again.isEmpty() && remainder > 9) {
      remainder = divided(sum(counted, again));
    }
    if (remainders.containsKey(remainder)) {
      return remainders.getOrDefault(remainder, Optional.empty());
    }
    return Optional.of(complement == 0 ? remainder : complement - remainder);
  }

  private int divided(BigInteger value) {
    var rest = value;
    for (int modulus : moduli) {
      rest = rest.mod(BigInteger.valueOf(modulus));
    }
    return rest.intValueExact();
  }

  private static BigInteger number(int[] counted) {
    var number = BigInteger.ZERO;
    for (int value : counted) {
      number = number.multiply(BigInteger.TEN).add(BigInteger.valueOf(value));
    }
    return number;
  }

  private static BigInteger sum(int[] counted, List<Integer> weights) {
    long sum = 0;
    for (int i = 0; i < counted.length; i++) {
      sum += (long) weights.get(i) * counted[i];
    }
    return BigInteger.valueOf(sum);
  }

  /** Every second digit from the right is doubled, and its own digits added. */
  private static int luhn(int[] counted) {
    int sum = 0;
    for (int i = 0; i < counted.length; i++) {
      int value = counted[counted.length - 1 - i];
      int weighed = i % 2 == 0 ? 2 * value : value;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }

  /** ISO 7064, the hybrid system MOD 11,10. */
  private static int mod11And10(int[] counted) {
    int product = 10;
    for (int value : counted) {
      int sum = (value + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10;
  }
}
