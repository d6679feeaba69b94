package coop.artel.law;

import coop.artel.law.RuleNotUnderstood.Problem;
import java.util.ArrayList;
import java.util.List;

/** Where people wrote what stands in a line of the DRL that is made of it. */
final class Places {
  private final List<Place> places = new ArrayList<>();
  private final Place elsewhere;

  /**
   * @param file told where a line is nobody's
   */
  Places(String file) {
    elsewhere = new Place(file, 1, "");
  }

  /** A line of a file as it is there, empty if nobody wrote it. */
  record Place(String file, int line, String text) {
    String orText(String other) {
      return text.isEmpty() ? other : text;
    }

    RuleNotUnderstood refusal(Problem problem, String what) {
      return new RuleNotUnderstood(problem, file, line, orText(what));
    }
  }

  /** So many lines of the DRL are nobody's. */
  Places skip(int lines) {
    for (int i = 0; i < lines; i++) {
      places.add(elsewhere);
    }
    return this;
  }

  Places add(List<Place> next) {
    places.addAll(next);
    return this;
  }

  /**
   * @param line of the DRL, from 1
   */
  Place of(int line) {
    return line < 1 || line > places.size() ? elsewhere : places.get(line - 1);
  }
}
