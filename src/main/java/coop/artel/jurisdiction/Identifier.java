package coop.artel.jurisdiction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that a country gives to persons and organisations, with its check digits as data.
 *
 * @param leftOut characters without meaning for the check digits
 * @param letters what a letter counts for, by its position in the number, from 1
 * @param uncheckedUpTo the number up to which none was given by the rule, without check digits
 * @param confidence how sure its rule is; only a high one refuses a number
 * @param article that sets the rule, where it is known
 */
public record Identifier(
    String id,
    LegalForm.Names name,
    Pattern pattern,
    String leftOut,
    boolean allZeroRefused,
    Map<Integer, Map<Character, Integer>> letters,
    Optional<String> uncheckedUpTo,
    List<CheckDigits> checks,
    Confidence confidence,
    Optional<String> article) {
  private static final int LONGEST = 64;

  /** Why a number is refused. */
  public enum Fault {
    FORM,
    ALL_ZERO,
    CHECK_DIGIT
  }

  /** What is wrong with a number, or nothing. */
  public Optional<Fault> check(String value) {
    if (value.length() > LONGEST || !pattern.matcher(value).matches()) {
      return Optional.of(Fault.FORM);
    }
    var number = new StringBuilder();
    value.chars().filter(c -> leftOut.indexOf(c) < 0).forEach(c -> number.append((char) c));
    if (allZeroRefused && number.chars().allMatch(c -> c == '0')) {
      return Optional.of(Fault.ALL_ZERO);
    }
    var text = number.toString();
    if (uncheckedUpTo.isPresent()
        && text.length() >= uncheckedUpTo.get().length()
        && text.substring(0, uncheckedUpTo.get().length()).compareTo(uncheckedUpTo.get()) <= 0) {
      return Optional.empty();
    }
    var values = values(text);
    return checks.stream().allMatch(check -> check.hold(text, values))
        ? Optional.empty()
        : Optional.of(Fault.CHECK_DIGIT);
  }

  /** What each character counts for; -1 for one that counts for nothing. */
  private int[] values(String number) {
    var values = new int[number.length()];
    Arrays.setAll(
        values,
        i -> {
          char c = number.charAt(i);
          return c >= '0' && c <= '9'
              ? c - '0'
              : letters.getOrDefault(i + 1, Map.of()).getOrDefault(c, -1);
        });
    return values;
  }
}
