package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.jurisdiction.Norm;
import coop.artel.values.Refusal;
import coop.artel.values.UseCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tries a draft before it is published: what is wrong with it, and what it would decide. */
@UseCase
public class RuleBench {
  private static final Pattern RULE = Pattern.compile("(?m)^\\S+ ([a-z][a-z0-9-]*\\.[a-z0-9.-]+)$");

  private final RuleDrafts drafts;
  private final Editions editions;

  RuleBench(RuleDrafts drafts, Editions editions) {
    this.drafts = drafts;
    this.editions = editions;
  }

  /**
   * What keeps a file from being understood.
   *
   * @param line from 1
   */
  public record Fault(String path, int line, Refusal refusal) {}

  /**
   * A whole draft, tried.
   *
   * @param edition id that it would have; empty while there are faults
   * @param cases by question, those that come out otherwise than their lawyer wrote among them
   */
  public record Whole(
      List<Fault> faults, Optional<String> edition, SortedMap<String, List<RuleBook.Tried>> cases) {
    /** Cases that come out otherwise than their lawyer wrote. */
    public List<RuleBook.Tried> red() {
      return cases.values().stream().flatMap(List::stream).filter(it -> !it.asExpected()).toList();
    }

    /** Whether it is understood and every case comes out as its lawyer wrote. */
    public boolean green() {
      return faults.isEmpty() && red().isEmpty();
    }
  }

  /**
   * A sentence of the vocabulary.
   *
   * @param section {@code keyword}, {@code condition}, {@code consequence}
   * @param text with its variables in braces: {@code {norm}}
   */
  public record Sentence(String section, String text) {}

  /**
   * What may stand in rules.
   *
   * @param country as the draft's files have it
   * @param norms by key: what it says for any day and form, as text
   * @param codes of what may be missing, as far as rules use them already
   * @param articles of the acts, as rules cite them
   * @param facts of each question that may be asked, in the order of its form
   */
  public record Words(
      Country country,
      List<Sentence> sentences,
      SortedMap<String, String> norms,
      SortedSet<String> rules,
      SortedSet<String> codes,
      List<String> articles,
      SortedMap<String, List<Fact>> facts) {}

  /**
   * A fact as cases write it.
   *
   * @param words the only ones that it may be; empty where any are
   */
  public record Fact(String name, RuleBook.Kind kind, SortedSet<String> words) {}

  /** By file and line. Refused: {@code rule-draft-unknown}. */
  public List<Fault> faults(UUID draft) {
    return RuleFaults.of(drafts.files(draft));
  }

  /** The same with other words in a file, which are not kept. */
  public List<Fault> faults(UUID draft, String path, String text) {
    return RuleFaults.of(drafts.files(draft).with(Map.of(path, Optional.of(text))));
  }

  /** Refused: {@code rule-draft-unknown}. */
  public Whole whole(UUID draft) {
    return whole(drafts.files(draft));
  }

  Whole whole(RuleFiles files) {
    var faults = RuleFaults.of(files);
    var cases = new TreeMap<String, List<RuleBook.Tried>>();
    if (!faults.isEmpty()) {
      return new Whole(faults, Optional.empty(), cases);
    }
    var book = book(files);
    book.edition().questions().forEach(name -> cases.put(name, book.tried(name)));
    return new Whole(faults, Optional.of(book.edition().id()), cases);
  }

  /** Refused: {@code rule-draft-unknown}, {@link RulesUnknown}, and as its files are. */
  public RuleBook.Question question(UUID draft, String name) {
    return book(drafts.files(draft)).question(name);
  }

  /** Refused: as {@link #question}. */
  public List<RuleBook.Tried> cases(UUID draft, String question) {
    return book(drafts.files(draft)).tried(question);
  }

  /** The facts of a case, as a form shows them. Refused: as {@link #question}. */
  public Map<String, String> facts(UUID draft, String id) {
    return book(drafts.files(draft)).facts(id);
  }

  /** The same of many cases, in their order. */
  public List<Map<String, String>> facts(UUID draft, List<RuleBook.Tried> cases) {
    var book = book(drafts.files(draft));
    return cases.stream().map(it -> book.facts(it.id())).toList();
  }

  /** As {@link RuleBook#whatIf}, by the draft. Refused: as {@link #question}. */
  public Decision whatIf(UUID draft, String id, LocalDate day, Map<String, String> typed) {
    return book(drafts.files(draft)).whatIf(id, day, typed);
  }

  private Book book(RuleFiles files) {
    return new Book(files.country(), editions.of(files), CasesOf.read(files));
  }

  /**
   * By the files that it began with where its own are not understood. Refused: {@code
   * rule-draft-unknown}.
   */
  public Words words(UUID draft) {
    try {
      return words(drafts.files(draft));
    } catch (FileNotUnderstood broken) {
      return words(drafts.before(draft));
    }
  }

  private static Words words(RuleFiles files) {
    var country = files.read();
    var vocabulary = files.vocabulary(country);
    var norms = new TreeMap<String, String>();
    country.norms().forEach((key, norm) -> norms.put(key, figures(norm)));
    var rules = new TreeSet<String>();
    var codes = new TreeSet<String>();
    files
        .rules()
        .values()
        .forEach(
            text -> {
              RULE.matcher(text).results().forEach(it -> rules.add(it.group(1)));
              Pattern.compile("(?m)^ .*: ([a-z][a-z0-9-]*)$")
                  .matcher(text)
                  .results()
                  .forEach(it -> codes.add(it.group(1)));
            });
    var articles = new ArrayList<String>();
    country
        .acts()
        .forEach(
            (id, act) -> {
              articles.add(id);
              act.articles().forEach(article -> articles.add(id + ", " + article));
            });
    return new Words(
        country,
        Vocabulary.read(vocabulary.getKey(), vocabulary.getValue()).sentences().stream()
            .map(it -> new Sentence(it.section().name().toLowerCase(Locale.ROOT), it.text()))
            .toList(),
        norms,
        rules,
        codes,
        List.copyOf(articles),
        facts());
  }

  private static SortedMap<String, List<Fact>> facts() {
    var facts = new TreeMap<String, List<Fact>>();
    for (var question : FactNames.questions()) {
      facts.put(
          question,
          FactFields.of(question).stream()
              .map(
                  it ->
                      new Fact(
                          it.name(),
                          it.kind(),
                          new TreeSet<>(FactNames.words(question, it.name()))))
              .toList());
    }
    return facts;
  }

  private static String figures(Norm norm) {
    var said = new TreeSet<String>();
    norm.byLegalForm()
        .values()
        .forEach(
            dated ->
                dated.byFirstDay().values().stream()
                    .flatMap(Optional::stream)
                    .forEach(figure -> said.add(figure.value() + " " + norm.unit())));
    return String.join(", ", said);
  }
}
