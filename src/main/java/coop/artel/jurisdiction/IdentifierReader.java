package coop.artel.jurisdiction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the numbers that a country gives, and refuses check digits that no number can have. */
final class IdentifierReader {
  private static final int LONGEST_PATTERN = 120;

  /** Without repetition that has no end, a pattern is tried in bounded time. */
  private static final Pattern UNBOUNDED = Pattern.compile("[*+]|\\{\\d*,\\}|\\\\[1-9k]");

  private IdentifierReader() {}

  static Identifier identifier(YamlNode node) {
    var entries =
        node.entries(
            Set.of(
                "id",
                "name",
                "pattern",
                "left-out",
                "all-zero-refused",
                "letters",
                "unchecked-up-to",
                "checks",
                "confidence",
                "article"));
    var checks = YamlNode.optional(entries, "checks").map(YamlNode::items).orElse(List.of());
    return new Identifier(
        node.required(entries, "id").text(),
        CountryReader.names(node.required(entries, "name")),
        node.required(entries, "pattern").as(IdentifierReader::pattern),
        YamlNode.optional(entries, "left-out").map(YamlNode::text).orElse(""),
        YamlNode.optional(entries, "all-zero-refused").map(YamlNode::flag).orElse(false),
        letters(entries),
        YamlNode.optional(entries, "unchecked-up-to").map(YamlNode::text),
        checks.stream().map(IdentifierReader::checkDigits).toList(),
        YamlNode.optional(entries, "confidence")
            .map(value -> value.as(text -> Confidence.valueOf(text.toUpperCase(Locale.ROOT))))
            .orElse(Confidence.HIGH),
        YamlNode.optional(entries, "article").map(YamlNode::text));
  }

  private static Pattern pattern(String text) {
    if (text.length() > LONGEST_PATTERN || UNBOUNDED.matcher(text).find()) {
      throw new IllegalArgumentException(text);
    }
    return Pattern.compile(text);
  }

  /** {@code {1: {M: 22}}}: an M at the first place counts for 22. */
  private static Map<Integer, Map<Character, Integer>> letters(Map<String, YamlNode> entries) {
    var letters = new HashMap<Integer, Map<Character, Integer>>();
    YamlNode.optional(entries, "letters")
        .ifPresent(
            places ->
                places
                    .entries()
                    .forEach(
                        (place, node) -> {
                          var values = new HashMap<Character, Integer>();
                          node.entries()
                              .forEach(
                                  (letter, value) -> {
                                    if (letter.length() != 1) {
                                      throw value.wrong(letter);
                                    }
                                    values.put(letter.charAt(0), value.number());
                                  });
                          letters.put(whole(node, place), Map.copyOf(values));
                        }));
    return Map.copyOf(letters);
  }

  private static CheckDigits checkDigits(YamlNode node) {
    var entries =
        node.entries(
            Set.of(
                "by",
                "from",
                "at",
                "digits",
                "weights",
                "again",
                "moduli",
                "complement",
                "remainders",
                "written"));
    var method =
        YamlNode.optional(entries, "by")
            .map(by -> by.as(CheckDigits.Method::of))
            .orElse(CheckDigits.Method.REMAINDER);
    int from = YamlNode.optional(entries, "from").map(YamlNode::number).orElse(1);
    var at = node.required(entries, "at");
    int digits = YamlNode.optional(entries, "digits").map(YamlNode::number).orElse(1);
    if (from < 1 || at.number() <= from || digits < 1 || digits > 3) {
      throw at.wrong("from %d, at %d, digits %d".formatted(from, at.number(), digits));
    }
    int counted = at.number() - from;
    return new CheckDigits(
        method,
        from,
        at.number(),
        digits,
        weights(entries, "weights", counted),
        weights(entries, "again", counted),
        method == CheckDigits.Method.REMAINDER ? moduli(node, entries) : List.of(),
        YamlNode.optional(entries, "complement").map(YamlNode::number).orElse(0),
        remainders(entries),
        YamlNode.optional(entries, "written").map(YamlNode::items).orElse(List.of()).stream()
            .map(YamlNode::text)
            .toList());
  }

  /** A weight for each character that counts, or none at all. */
  private static List<Integer> weights(Map<String, YamlNode> entries, String key, int counted) {
    var list = YamlNode.optional(entries, key);
    if (list.isEmpty()) {
      return List.of();
    }
    var weights = list.get().items().stream().map(YamlNode::number).toList();
    if (weights.size() != counted) {
      throw list.get().wrong("%s: %d ≠ %d".formatted(key, weights.size(), counted));
    }
    return weights;
  }

  private static List<Integer> moduli(YamlNode node, Map<String, YamlNode> entries) {
    var list = node.required(entries, "moduli");
    var moduli = list.items().stream().map(YamlNode::number).toList();
    if (moduli.isEmpty() || moduli.contains(0)) {
      throw list.wrong("moduli: " + moduli);
    }
    return moduli;
  }

  private static Map<Integer, Optional<Integer>> remainders(Map<String, YamlNode> entries) {
    var remainders = new HashMap<Integer, Optional<Integer>>();
    YamlNode.optional(entries, "remainders")
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (key, value) ->
                            remainders.put(
                                whole(value, key),
                                value.isNumber()
                                    ? Optional.of(value.number())
                                    : notIssued(value))));
    return Map.copyOf(remainders);
  }

  private static Optional<Integer> notIssued(YamlNode value) {
    if (!value.text().equals("none")) {
      throw value.wrong(value.text());
    }
    return Optional.empty();
  }

  private static int whole(YamlNode place, String key) {
    if (!key.matches("0|[1-9]\\d{0,5}")) {
      throw place.wrong(key);
    }
    return Integer.parseInt(key);
  }
}
