package coop.artel.jurisdiction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads norms.yaml: figures of one form may not overlap, each cites an article of acts.yaml. */
final class NormsReader {
  private final YamlNode root;
  private final Map<String, Act> acts;

  NormsReader(YamlNode root, Map<String, Act> acts) {
    this.root = root;
    this.acts = acts;
  }

  SortedMap<String, Norm> read() {
    var norms = new TreeMap<String, Norm>();
    for (var item : root.items()) {
      var norm = norm(item);
      if (norms.put(norm.key(), norm) != null) {
        throw FileNotUnderstood.keyDoubled(item.file(), item.line(), norm.key());
      }
    }
    return norms;
  }

  private Norm norm(YamlNode node) {
    var entries =
        node.entries(
            Set.of(
                "key",
                "unit",
                "words",
                "charter",
                "at-least",
                "at-most",
                "bound-established",
                "article",
                "figures"));
    var key = node.required(entries, "key").text();
    if (!key.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+")) {
      throw node.wrong(key);
    }
    var words = new LinkedHashSet<String>();
    YamlNode.optional(entries, "words")
        .ifPresent(list -> list.items().forEach(word -> words.add(word.text())));
    var charter =
        YamlNode.optional(entries, "charter")
            .map(value -> value.as(CharterMay::of))
            .orElse(CharterMay.NONE);
    var article = node.required(entries, "article");
    var unbound =
        new Norm(
            key,
            node.required(entries, "unit").text(),
            words,
            charter,
            CountryReader.decimal(entries, "at-least").orElse(null),
            CountryReader.decimal(entries, "at-most").orElse(null),
            YamlNode.optional(entries, "bound-established").map(YamlNode::flag).orElse(true),
            cited(article),
            Map.of());
    return withFigures(unbound, node, entries);
  }

  private Norm withFigures(Norm norm, YamlNode node, Map<String, YamlNode> entries) {
    var byForm = new HashMap<String, TreeMap<LocalDate, Optional<Norm.Figure>>>();
    var list = YamlNode.optional(entries, "figures");
    if (list.isEmpty() && norm.charter() != CharterMay.REQUIRED) {
      throw FileNotUnderstood.keyMissing(node.file(), node.line(), "figures");
    }
    if (list.isPresent()) {
      for (var item : list.get().items()) {
        figure(norm, item, byForm);
      }
    }
    var dated = new TreeMap<String, Dated<Norm.Figure>>();
    byForm.forEach((form, figures) -> dated.put(form, new Dated<>(figures)));
    return new Norm(
        norm.key(),
        norm.unit(),
        norm.words(),
        norm.charter(),
        norm.atLeast(),
        norm.atMost(),
        norm.boundEstablished(),
        norm.article(),
        dated);
  }

  private void figure(
      Norm norm, YamlNode item, Map<String, TreeMap<LocalDate, Optional<Norm.Figure>>> byForm) {
    var entries =
        item.entries(
            Set.of("value", "forms", "from", "to", "article", "confidence", "verified", "known"));
    var value = item.required(entries, "value").value();
    if (!norm.accepts(value)) {
      throw item.required(entries, "value").wrong(value);
    }
    cited(item.required(entries, "article"));
    var from = YamlNode.optional(entries, "from").map(YamlNode::day);
    var to = YamlNode.optional(entries, "to").map(YamlNode::day);
    var figure = CountryReader.standing(item, entries, value, from);
    var forms = new LinkedHashSet<String>();
    YamlNode.optional(entries, "forms")
        .ifPresentOrElse(
            list -> list.items().forEach(form -> forms.add(form.text())),
            () -> forms.add(Norm.ANY_FORM));
    for (var form : forms) {
      var first = from.orElse(LocalDate.MIN);
      var figures = byForm.computeIfAbsent(form, any -> new TreeMap<>());
      var standing = figures.floorEntry(first);
      var later = figures.higherEntry(first);
      boolean overlaps =
          (standing != null && standing.getValue().isPresent())
              || (later != null && (to.isEmpty() || later.getKey().isBefore(to.get().plusDays(1))));
      if (overlaps) {
        throw item.wrong("%s: %s".formatted(norm.key(), from.map(LocalDate::toString).orElse("–")));
      }
      figures.put(first, Optional.of(figure));
      to.ifPresent(last -> figures.putIfAbsent(last.plusDays(1), Optional.empty()));
    }
  }

  private String cited(YamlNode article) {
    var text = article.text();
    int comma = text.indexOf(", ");
    var act = comma < 0 ? null : acts.get(text.substring(0, comma));
    if (act == null || !act.articles().contains(text.substring(comma + 2))) {
      throw article.wrong(text);
    }
    return text;
  }
}
