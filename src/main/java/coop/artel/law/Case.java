package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.YamlNode;
import coop.artel.law.sentences.Matter;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.values.Money;
import coop.artel.values.PersonId;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lawyer expects of a question: one item of a file under {@code cases}.
 *
 * @param name a sentence
 * @param charters figures of the charter by the first day of each edition
 * @param missing codes expected where something is missing
 * @param article that one of the reasons cites; empty where nothing speaks against
 * @param restsOn unverified figures that it takes as verified; without them a human decides
 */
record Case(
    String id,
    String name,
    LocalDate day,
    Facts facts,
    String legalForm,
    NavigableMap<LocalDate, Map<String, String>> charters,
    Set<String> unconfirmed,
    Outcome outcome,
    Set<String> missing,
    String article,
    Set<String> restsOn) {
  /** With one charter, which always was so. */
  Case(
      String id,
      String name,
      LocalDate day,
      Facts facts,
      String legalForm,
      Map<String, String> charter,
      Set<String> unconfirmed,
      Outcome outcome,
      Set<String> missing,
      String article,
      Set<String> restsOn) {
    this(
        id,
        name,
        day,
        facts,
        legalForm,
        new TreeMap<>(Map.of(LocalDate.MIN, charter)),
        unconfirmed,
        outcome,
        missing,
        article,
        restsOn);
  }

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "day",
          "question",
          "facts",
          "legal-form",
          "charter",
          "charters",
          "unconfirmed",
          "outcome",
          "missing",
          "article",
          "rests-on");

  static List<Case> read(String file, String text) {
    return YamlNode.read(file, text).items().stream().map(Case::read).toList();
  }

  private static Case read(YamlNode node) {
    var entries = node.entries(KEYS);
    var question = node.required(entries, "question");
    if (!FactNames.questions().contains(question.text())) {
      throw question.wrong(question.text());
    }
    var legalForm = entries.get("legal-form");
    return new Case(
        node.required(entries, "id").text(),
        node.required(entries, "name").text(),
        node.required(entries, "day").day(),
        facts(FactNames.kind(question.text()), node.required(entries, "facts")),
        legalForm == null ? "consumer-society" : legalForm.text(),
        charters(entries),
        words(entries.get("unconfirmed")),
        node.required(entries, "outcome")
            .as(outcome -> Outcome.valueOf(outcome.toUpperCase(Locale.ROOT))),
        words(entries.get("missing")),
        entries.containsKey("article") ? node.required(entries, "article").text() : "",
        words(entries.get("rests-on")));
  }

  /** One that always was so, or one edition after the other. */
  private static NavigableMap<LocalDate, Map<String, String>> charters(
      Map<String, YamlNode> entries) {
    var charters = new TreeMap<LocalDate, Map<String, String>>();
    var only = entries.get("charter");
    if (only != null) {
      charters.put(LocalDate.MIN, figures(only));
    }
    var editions = entries.get("charters");
    if (editions != null) {
      for (var edition : editions.items()) {
        var said = edition.entries(Set.of("since", "figures"));
        charters.put(
            edition.required(said, "since").day(), figures(edition.required(said, "figures")));
      }
    }
    return charters;
  }

  private static Map<String, String> figures(YamlNode node) {
    var figures = new LinkedHashMap<String, String>();
    node.entries().forEach((norm, value) -> figures.put(norm, value.value()));
    return figures;
  }

  private static Set<String> words(@Nullable YamlNode list) {
    var words = new TreeSet<String>();
    if (list != null) {
      list.items().forEach(word -> words.add(word.text()));
    }
    return words;
  }

  /** Facts by the names of the record; a flag that is not said is false, the rest unknown. */
  private static Facts facts(Class<? extends Facts> kind, YamlNode node) {
    var components = kind.getRecordComponents();
    var names = new TreeSet<>(Arrays.stream(components).map(RecordComponent::getName).toList());
    var said = node.entries(names);
    return FactFields.build(
        kind,
        component -> FactFields.orNone(component, value(component, said.get(component.getName()))));
  }

  private static @Nullable Object value(RecordComponent component, @Nullable YamlNode node) {
    var type = component.getType();
    if (type == boolean.class) {
      return node != null && node.flag();
    }
    if (type == int.class) {
      return node == null ? 0 : node.number();
    }
    if (node == null || node.isNull()) {
      return null;
    }
    if (type == LocalDate.class) {
      return node.day();
    }
    if (type == LocalDateTime.class) {
      return node.as(LocalDateTime::parse);
    }
    if (type == Integer.class) {
      return node.number();
    }
    return type == Money.class ? node.as(Case::money) : node.text();
  }

  private static Money money(String text) {
    var parts = text.split(" ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(text);
    }
    return Money.of(parts[0], parts[1]);
  }

  /** Asks an edition, with the figures that the case rests on verified or not. */
  Decision ask(Edition edition, boolean verified) {
    var asked = verified ? edition.verified(restsOn, Set.of()) : edition;
    var country = asked.country();
    return Judgement.of(asked, facts, cooperative(country), norms(country), day, () -> Basis.NONE);
  }

  /** The country's figures with those of the charter. */
  Matter.Norms norms(Country country) {
    var cooperative = cooperative(country);
    return new NormsOf(
        country,
        cooperative,
        facts.legalForm(cooperative),
        since -> charter(country, cooperative, since),
        Set.of());
  }

  /** Keys of norms that it speaks of. */
  Set<String> norms() {
    var keys = new TreeSet<>(restsOn);
    keys.addAll(unconfirmed);
    charters.values().forEach(figures -> keys.addAll(figures.keySet()));
    return keys;
  }

  /** The same with other facts on another day. */
  Case with(Facts others, LocalDate other) {
    return new Case(
        id,
        name,
        other,
        others,
        legalForm,
        charters,
        unconfirmed,
        outcome,
        missing,
        article,
        restsOn);
  }

  /** Whether a decision is as the lawyer wrote. */
  boolean expects(Decision decision) {
    return decision.outcome() == outcome
        && Set.copyOf(decision.missing()).equals(missing)
        && (article.isEmpty()
            || decision.findings().stream()
                .filter(finding -> decision.reasons().contains(finding.rule()))
                .anyMatch(finding -> List.of(finding.article().split("; ")).contains(article)));
  }

  private Cooperative cooperative(Country country) {
    return new Cooperative(
        new CooperativeId(new UUID(0, 1)),
        country.id(),
        legalForm,
        id,
        id,
        "",
        "",
        "",
        country.zone(),
        country.currency(),
        false);
  }

  private Charter charter(Country country, Cooperative cooperative, LocalDate since) {
    var lawyer = new PersonId(new UUID(0, 2));
    var second = new PersonId(new UUID(0, 3));
    var figures = new HashMap<String, Charter.Figure>();
    var edition = charters.floorEntry(since);
    (edition == null ? Map.<String, String>of() : edition.getValue())
        .forEach(
            (key, value) -> {
              var norm =
                  country.norm(key).orElseThrow(() -> new IllegalStateException(id + ": " + key));
              boolean confirmed = !unconfirmed.contains(key);
              figures.put(
                  key,
                  new Charter.Figure(
                      key,
                      value,
                      norm.unit(),
                      "1",
                      confirmed ? lawyer : null,
                      confirmed ? second : null));
            });
    return new Charter(cooperative.id(), since, figures);
  }
}
