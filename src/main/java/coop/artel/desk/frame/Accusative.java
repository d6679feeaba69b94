package coop.artel.desk.frame;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Russian full name as it stands after «за»: {@code Орлова Мария Петровна} becomes {@code Орлову
 * Марию Петровну}. Where the ending leaves a doubt there is no answer: a name that is declined
 * wrongly is worse than one that is not declined.
 */
final class Accusative {
  private static final Map<String, String> IRREGULAR =
      Map.of("Лев", "Льва", "Павел", "Павла", "Пётр", "Петра", "Петр", "Петра");

  private static final String CONSONANT = "[бвгджзклмнпрстфхцчшщ]";

  private Accusative() {}

  static Optional<String> of(String fullName) {
    var parts = fullName.split(" ");
    if (parts.length < 2
        || parts.length > 3
        || !fullName.matches("[А-ЯЁ][а-яё]+( [А-ЯЁ][а-яё]+){1,2}")) {
      return Optional.empty();
    }
    return female(parts).flatMap(female -> declined(parts, female));
  }

  private static Optional<Boolean> female(String[] parts) {
    var telling = (parts.length == 3 ? parts[2] : parts[0]).toLowerCase(Locale.ROOT);
    if (telling.matches(parts.length == 3 ? ".+(вна|чна)" : ".+(ова|ева|ёва|ина|ына|ская|цкая)")) {
      return Optional.of(true);
    }
    return telling.matches(parts.length == 3 ? ".+ич" : ".+(ов|ев|ёв|ин|ын|ский|цкий)")
        ? Optional.of(false)
        : Optional.empty();
  }

  private static Optional<String> declined(String[] parts, boolean female) {
    var family = female ? familyOfHer(parts[0]) : familyOfHim(parts[0]);
    var given = female ? givenOfHer(parts[1]) : givenOfHim(parts[1]);
    var father = parts.length < 3 ? "" : female ? " " + cut(parts[2]) + "у" : " " + parts[2] + "а";
    return family.flatMap(first -> given.map(second -> first + " " + second + father));
  }

  private static Optional<String> familyOfHer(String name) {
    if (name.matches(".+(ова|ева|ёва|ина|ына)")) {
      return Optional.of(cut(name) + "у");
    }
    if (name.matches(".+(ская|цкая)")) {
      return Optional.of(name.substring(0, name.length() - 2) + "ую");
    }
    return name.matches(".+(" + CONSONANT + "|о)") ? Optional.of(name) : Optional.empty();
  }

  private static Optional<String> familyOfHim(String name) {
    if (name.matches(".+(ов|ев|ёв|ин|ын)")) {
      return Optional.of(name + "а");
    }
    if (name.matches(".+(ский|цкий)")) {
      return Optional.of(name.substring(0, name.length() - 2) + "ого");
    }
    return name.matches(".+([иы]х|ко)") ? Optional.of(name) : Optional.empty();
  }

  private static Optional<String> givenOfHer(String name) {
    if (name.endsWith("а") || name.endsWith("я")) {
      return Optional.of(softened(name));
    }
    return name.endsWith("ь") ? Optional.of(name) : Optional.empty();
  }

  private static Optional<String> givenOfHim(String name) {
    if (IRREGULAR.containsKey(name)) {
      return Optional.ofNullable(IRREGULAR.get(name));
    }
    if (name.endsWith("а") || name.endsWith("я")) {
      return Optional.of(softened(name));
    }
    if (name.endsWith("й") || name.endsWith("ь")) {
      return Optional.of(cut(name) + "я");
    }
    return name.matches(".+" + CONSONANT) ? Optional.of(name + "а") : Optional.empty();
  }

  /** Мария, Анна, Илья. */
  private static String softened(String name) {
    return cut(name) + (name.endsWith("я") ? "ю" : "у");
  }

  private static String cut(String name) {
    return name.substring(0, name.length() - 1);
  }
}
