package coop.artel.values;

import java.util.List;

/**
 * A request that may not be done, with a code that belongs to its module. It rolls nothing back, so
 * a use case refuses before it writes. The reader's sentence is the message {@code refusal.<code>}
 * with the arguments in their order.
 */
public abstract class Refusal extends RuntimeException {
  /** What kind of "no" it is; the desk makes the status code of it. */
  public enum Kind {
    /** The state of things does not allow it: 409. */
    CONFLICT,
    /** The caller may not: 403. */
    FORBIDDEN,
    /** There is no such thing, or the caller may not know of it: 404. */
    NOT_FOUND,
    /** There was such a thing, and nothing of it is left: 410. */
    GONE,
    /** What was sent is not well formed: 422. */
    INVALID,
    /** What was sent is too large: 413. */
    TOO_LARGE,
    /** The caller does it too often: 429. */
    TOO_MANY
  }

  private final Kind kind;
  private final String code;
  private final List<Object> arguments;

  protected Refusal(Kind kind, String code, String english, Object... arguments) {
    super(english.formatted(arguments));
    this.kind = kind;
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** A conflict with the state of things. */
  protected Refusal(String code, String english, Object... arguments) {
    this(Kind.CONFLICT, code, english, arguments);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
