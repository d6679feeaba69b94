package coop.artel.law;

import java.util.List;
import java.util.Optional;

/**
 * What stands against putting an edition in force.
 *
 * @param code its message key is {@code edition-fault.<code>}
 * @param question where to look, if it is about one
 * @param arguments of the message
 */
public record EditionFault(String code, Optional<String> question, List<String> arguments) {
  /** A question has too many cells to be gone through: worth knowing, and no fault of the files. */
  static final String NOT_WHOLE = "question-not-whole";

  static final String CONTRADICTION = "contradiction";

  /** Whether it keeps the edition from being published; otherwise it is only told. */
  public boolean stands() {
    return !code.equals(NOT_WHOLE);
  }

  /** Whether it was found by going through a question: arguments 1 and 2 are legal form and day. */
  public boolean walked() {
    return code.equals(NOT_WHOLE) || code.equals(CONTRADICTION);
  }

  /**
   * Whether one that was not walked is of a case that lawyers wrote, else of a rule: argument 0 is
   * its id.
   */
  public boolean ofCase() {
    return code.startsWith("case-");
  }

  static EditionFault at(String code, String question, String... arguments) {
    return new EditionFault(code, Optional.of(question), List.of(arguments));
  }

  static EditionFault of(String code, String... arguments) {
    return new EditionFault(code, Optional.empty(), List.of(arguments));
  }
}
