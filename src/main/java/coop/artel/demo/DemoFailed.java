package coop.artel.demo;

import coop.artel.values.Wordbook;
import java.util.Arrays;

/** The demonstration met something that it did not expect. */
public class DemoFailed extends RuntimeException {
  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key of a message under {@code demo.}
   */
  DemoFailed(String key, Object... arguments) {
    super("%s %s".formatted(key, Arrays.toString(arguments)));
    this.key = key;
    this.arguments = arguments.clone();
  }

  DemoFailed(Throwable cause, String key, Object... arguments) {
    this(key, arguments);
    initCause(cause);
  }

  String said(Wordbook words) {
    return words.say("demo." + key, arguments);
  }
}
