package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.law.sentences.NormValue;
import coop.artel.values.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What asking one question of an edition comes to again and again, made once: most findings differ
 * by nothing but the value of a fact. Whatever is forgotten is made anew and is the same.
 */
final class QuestionMemory {
  private static final int MOST = 1000;

  private final SortedMap<String, Rule> rules;
  private final Map<String, Set<String>> apart = new ConcurrentHashMap<>();
  private final Map<Cited, String> articles = new ConcurrentHashMap<>();
  private final Map<Finding, byte[]> findings = new ConcurrentHashMap<>();

  /** A rule with the norms that it was measured by, and where each of them stands. */
  private record Cited(String rule, List<String> norms) {}

  QuestionMemory(SortedMap<String, Rule> rules) {
    this.rules = rules;
  }

  /** The rules that were written for other legal forms. */
  Set<String> apart(String legalForm) {
    return known(
        apart,
        legalForm,
        form ->
            rules.values().stream()
                .filter(rule -> !rule.isFor(form))
                .map(Rule::id)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Of the articles that a rule cites those that spoke here, not those of other legal forms. */
  String article(Rule rule, List<NormValue> norms, Country country) {
    if (norms.isEmpty()) {
      return rule.article();
    }
    var measured = new ArrayList<String>(2 * norms.size());
    for (var norm : norms) {
      measured.add(norm.key());
      measured.add(norm.article());
    }
    return known(articles, new Cited(rule.id(), measured), cited -> spoken(rule, norms, country));
  }

  private static String spoken(Rule rule, List<NormValue> norms, Country country) {
    var others = new HashSet<String>();
    for (var norm : norms) {
      country.norm(norm.key()).ifPresent(it -> others.addAll(it.articles()));
    }
    norms.forEach(norm -> others.remove(norm.article()));
    var cited = new ArrayList<>(List.of(rule.article().split("; ")));
    cited.removeAll(others);
    return cited.isEmpty() ? rule.article() : String.join("; ", cited);
  }

  /** The canonical JSON of a finding without the value of its fact. */
  byte[] bytes(Finding finding) {
    return finding.judgement() == null
        ? known(findings, finding.withoutValue(), QuestionMemory::written)
        : written(finding);
  }

  private static byte[] written(Finding finding) {
    return CanonicalJson.write(Judgement.content(finding, false));
  }

  private static <K, V> V known(Map<K, V> known, K key, Function<K, V> make) {
    var found = known.get(key);
    if (found == null) {
      found = make.apply(key);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, found);
    }
    return found;
  }
}
