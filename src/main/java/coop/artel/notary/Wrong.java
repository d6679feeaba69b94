package coop.artel.notary;

import java.util.List;

/** A check that does not hold, with what is wrong and where. */
final class Wrong extends Exception {
  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key a message under {@code verify.wrong.}
   */
  Wrong(String key, Object... arguments) {
    super("%s %s".formatted(key, List.of(arguments)));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  String key() {
    return key;
  }

  List<Object> arguments() {
    return arguments;
  }
}
