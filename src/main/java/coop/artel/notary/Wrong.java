package coop.artel.notary;

import java.util.List;

/** A check that does not hold, with what is wrong and where. */
final class Wrong extends Exception {
  private final String key;
  private final transient List<Object> arguments;
  private final String check;

  /**
   * @param key a message under {@code verify.wrong.}
   */
  Wrong(String key, Object... arguments) {
    this("", key, List.of(arguments));
  }

  private Wrong(String check, String key, List<Object> arguments) {
    super("%s %s".formatted(key, arguments));
    this.check = check;
    this.key = key;
    this.arguments = arguments;
  }

  /** The same, found by a check that is made among others. */
  Wrong in(String otherCheck) {
    return new Wrong(otherCheck, key, arguments);
  }

  /** Empty where it follows from when this was thrown. */
  String check() {
    return check;
  }

  String key() {
    return key;
  }

  List<Object> arguments() {
    return arguments;
  }
}
