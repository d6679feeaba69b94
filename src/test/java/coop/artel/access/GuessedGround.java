package coop.artel.access;

import coop.artel.values.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whoever knows all ids and days behind a digest, and tries the numbers that minutes have. */
final class GuessedGround {
  private static final int MEETINGS = 300;
  private static final List<String> ENDINGS = List.of("", "-К", "-П", "/2026");

  private GuessedGround() {}

  /** The number that gives this digest with what is known, if one of those tried does. */
  static Optional<String> behind(Object digest, Map<String, String> known) {
    return IntStream.rangeClosed(1, MEETINGS)
        .boxed()
        .flatMap(number -> ENDINGS.stream().map(ending -> number + ending))
        .flatMap(number -> Stream.of(number, "№ " + number, "Протокол № " + number))
        .filter(number -> digestOf(number, known).equals(digest))
        .findFirst();
  }

  private static String digestOf(String number, Map<String, String> known) {
    var content = new HashMap<String, Object>(known);
    content.put("ground", number);
    return Sha256.of(content);
  }
}
