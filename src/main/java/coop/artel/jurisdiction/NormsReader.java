package coop.artel.jurisdiction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Set<String> legalForms;

  NormsReader(YamlNode root, Map<String, Act> acts, Set<String> legalForms) {
    this.root = root;
    this.acts = acts;
    this.legalForms = legalForms;
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
                "name",
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
    var unit = node.required(entries, "unit");
    if (!Norm.isUnit(unit.text())) {
      throw FileNotUnderstood.unitUnknown(unit.file(), unit.line(), unit.text());
    }
    var wordNames = new LinkedHashMap<String, LegalForm.Names>();
    var words = words(entries, wordNames);
    if (unit.text().startsWith("word") == words.isEmpty()) {
      throw unit.wrong("words");
    }
    var charter =
        YamlNode.optional(entries, "charter")
            .map(value -> value.as(CharterMay::of))
            .orElse(CharterMay.NONE);
    boolean counted = Norm.WHOLE.contains(unit.text()) || Norm.isCurrency(unit.text());
    if (!counted && (charter == CharterMay.MAY_RAISE || charter == CharterMay.MAY_LOWER)) {
      throw unit.wrong("%s: %s".formatted(unit.text(), charter));
    }
    var unbound =
        new Norm(
            key,
            YamlNode.optional(entries, "name").map(CountryReader::names),
            unit.text(),
            words,
            wordNames,
            charter,
            CountryReader.decimal(entries, "at-least").orElse(null),
            CountryReader.decimal(entries, "at-most").orElse(null),
            YamlNode.optional(entries, "bound-established").map(YamlNode::flag).orElse(true),
            cited(node.required(entries, "article")),
            Map.of());
    return withFigures(unbound, node, entries);
  }

  /** A list of words, or a mapping of each to what it is called. */
  private static Set<String> words(
      Map<String, YamlNode> entries, Map<String, LegalForm.Names> wordNames) {
    var words = new LinkedHashSet<String>();
    YamlNode.optional(entries, "words")
        .ifPresent(
            node -> {
              if (node.isMapping()) {
                node.entries()
                    .forEach((word, name) -> wordNames.put(word, CountryReader.names(name)));
                words.addAll(wordNames.keySet());
              } else {
                node.items().forEach(word -> words.add(word.text()));
              }
            });
    return words;
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
    return norm.with(dated);
  }

  private void figure(
      Norm norm, YamlNode item, Map<String, TreeMap<LocalDate, Optional<Norm.Figure>>> byForm) {
    var entries =
        item.entries(
            Set.of(
                "value",
                "forms",
                "from",
                "to",
                "article",
                "confidence",
                "verified",
                "known",
                "note"));
    var at = item.required(entries, "value");
    var value = at.value();
    if (!norm.accepts(value)) {
      var what = norm.words().isEmpty() ? value : String.join(", ", norm.words());
      throw FileNotUnderstood.figure(norm.form(), at.file(), at.line(), what);
    }
    var article = YamlNode.optional(entries, "article").map(this::cited).orElse(norm.article());
    var from = YamlNode.optional(entries, "from").map(YamlNode::day);
    var to = YamlNode.optional(entries, "to").map(YamlNode::day);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw item.wrong("%s – %s".formatted(from.get(), to.get()));
    }
    var figure = CountryReader.standing(item, entries, value, article, from);
    var forms = new LinkedHashSet<String>();
    YamlNode.optional(entries, "forms")
        .ifPresentOrElse(
            list -> list.items().forEach(form -> forms.add(legalForm(form))),
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
        throw FileNotUnderstood.figuresOverlap(
            item.file(),
            item.line(),
            "%s: %s".formatted(norm.key(), from.map(LocalDate::toString).orElse("…")));
      }
      figures.put(first, Optional.of(figure));
      to.ifPresent(last -> figures.putIfAbsent(last.plusDays(1), Optional.empty()));
    }
  }

  private String legalForm(YamlNode form) {
    if (!legalForms.contains(form.text())) {
      throw form.wrong(form.text());
    }
    return form.text();
  }

  private String cited(YamlNode article) {
    var text = article.text();
    if (!Country.cites(acts, text)) {
      throw FileNotUnderstood.actUnknown(article.file(), article.line(), text);
    }
    return text;
  }
}
