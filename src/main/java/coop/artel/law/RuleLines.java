package coop.artel.law;

import static coop.artel.law.Vocabulary.Section.KEYWORD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of rules by rule, without remarks and without the words that only part a
 * rule. A file that is not sound can be read so, too: a line that is no sentence stands as it is.
 */
final class RuleLines {
  private static final Set<String> PARTING = Set.of("when", "then", "end");

  private RuleLines() {}

  /** By id in the order of the file; what stands before the first rule is under the empty id. */
  static Map<String, List<String>> of(@Nullable String text, Vocabulary vocabulary) {
    var rules = new LinkedHashMap<String, List<String>>();
    var id = "";
    for (var line : (text == null ? "" : text).lines().map(String::stripTrailing).toList()) {
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      var spoken = line.startsWith(" ") ? null : vocabulary.hear(KEYWORD, line).orElse(null);
      var target = spoken == null ? "" : spoken.sentence().target();
      if (spoken != null && target.startsWith("rule ")) {
        id = spoken.values().getOrDefault("rule", "");
        rules.computeIfAbsent(id, key -> new ArrayList<>());
      } else if (!PARTING.contains(target)) {
        rules.computeIfAbsent(id, key -> new ArrayList<>()).add(line.strip());
      }
    }
    return rules;
  }
}
