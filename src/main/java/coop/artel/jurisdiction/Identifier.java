package coop.artel.jurisdiction;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that a country gives to persons and organisations, with its check digits as data.
 *
 * @param leftOut characters without meaning for the check digits
 * @param uncheckedUpTo the number up to which none was given by the rule, without check digits
 */
public record Identifier(
    String id,
    LegalForm.Names name,
    Pattern pattern,
    String leftOut,
    boolean allZeroRefused,
    Optional<String> uncheckedUpTo,
    List<CheckDigits> checks) {
  /** Why a number is refused. */
  public enum Fault {
    FORM,
    ALL_ZERO,
    CHECK_DIGIT
  }

  /**
   * One check: the weighted sum of the first digits, or their number, divided by each modulus in
   * turn, gives the digits that stand at a position.
   *
   * @param at position of the first check digit, from 1
   * @param digits how many there are
   * @param weights of the digits before it; empty if the number itself is divided
   * @param remainders what other digits a remainder is written with
   */
  public record CheckDigits(
      int at,
      int digits,
      List<Integer> weights,
      List<Integer> moduli,
      Map<Integer, Integer> remainders) {
    boolean hold(String number) {
      var value =
          weights.isEmpty()
              ? new BigInteger(number.substring(0, at - 1))
              : BigInteger.valueOf(weightedSum(number));
      for (int modulus : moduli) {
        value = value.mod(BigInteger.valueOf(modulus));
      }
      int remainder = value.intValueExact();
      int expected = remainders.getOrDefault(remainder, remainder);
      return Integer.parseInt(number.substring(at - 1, at - 1 + digits)) == expected;
    }

    private long weightedSum(String number) {
      long sum = 0;
      for (int i = 0; i < weights.size(); i++) {
        sum += (long) weights.get(i) * Character.digit(number.charAt(i), 10);
      }
      return sum;
    }
  }

  /** What is wrong with a number, or nothing. */
  public Optional<Fault> check(String value) {
    if (!pattern.matcher(value).matches()) {
      return Optional.of(Fault.FORM);
    }
    var number = new StringBuilder();
    value.chars().filter(c -> leftOut.indexOf(c) < 0).forEach(c -> number.append((char) c));
    if (allZeroRefused && number.chars().allMatch(c -> c == '0')) {
      return Optional.of(Fault.ALL_ZERO);
    }
    var text = number.toString();
    if (uncheckedUpTo.isPresent()
        && text.substring(0, uncheckedUpTo.get().length()).compareTo(uncheckedUpTo.get()) <= 0) {
      return Optional.empty();
    }
    return checks.stream().allMatch(check -> check.hold(text))
        ? Optional.empty()
        : Optional.of(Fault.CHECK_DIGIT);
  }
}
