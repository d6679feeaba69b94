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
  static EditionFault at(String code, String question, String... arguments) {
    return new EditionFault(code, Optional.of(question), List.of(arguments));
  }

  static EditionFault of(String code, String... arguments) {
    return new EditionFault(code, Optional.empty(), List.of(arguments));
  }
}
