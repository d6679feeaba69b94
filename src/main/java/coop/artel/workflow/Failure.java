package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a step failed of, without the words of the failure: those may tell of a person.
 *
 * @param exception simple name of its class
 * @param code of the refusal that it was or came from
 * @param place the first line of ours on its way: {@code EnterInRegister:57}
 */
public record Failure(String exception, @Nullable String code, @Nullable String place) {
  /** For what failed before failures were told so, and for what nobody can tell. */
  static final Failure UNKNOWN = new Failure("", null, null);

  private static final String NONE = "-";
  private static final String OURS = "coop.artel.";
  private static final Pattern TEXT =
      Pattern.compile("artel-failure ([\\w$]{1,200}) ([a-z0-9-]{1,100}) ([\\w$:.-]{1,200})");

  static Failure of(Throwable failure) {
    return new Failure(name(failure.getClass()), codeOf(failure), placeOf(failure));
  }

  /** What {@link #text} made; of anything else nothing is told. */
  static Failure read(@Nullable String text) {
    if (text == null) {
      return UNKNOWN;
    }
    Matcher told = TEXT.matcher(text);
    return told.matches()
        ? new Failure(told.group(1), orNull(told.group(2)), orNull(told.group(3)))
        : UNKNOWN;
  }

  String text() {
    return "artel-failure %s %s %s".formatted(exception, orNone(code), orNone(place));
  }

  private static @Nullable String codeOf(Throwable failure) {
    @Nullable Throwable each = failure;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (each instanceof Refusal refusal) {
        return refusal.code();
      }
      each = each.getCause();
    }
    return null;
  }

  /** What only hands the call on has no line to show. */
  private static @Nullable String placeOf(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(it -> it.getClassName().startsWith(OURS) && it.getLineNumber() > 0)
        .findFirst()
        .map(
            it ->
                it.getClassName().substring(it.getClassName().lastIndexOf('.') + 1)
                    + ":"
                    + it.getLineNumber())
        .orElse(null);
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1);
  }

  private static @Nullable String orNull(String told) {
    return told.equals(NONE) ? null : told;
  }

  private static String orNone(@Nullable String told) {
    return told == null ? NONE : told;
  }
}
