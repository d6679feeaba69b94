package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.values.CooperativeId;
import coop.artel.values.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of a country for people to read: what is asked, by which sentences it is answered, and
 * whether the cases that lawyers wrote down come out as they expect.
 */
@UseCase
public class RuleBook {
  private final Editions editions;
  private final Countries countries;
  private final Law law;
  private final Map<String, Known> books = new ConcurrentHashMap<>();

  /** The book of a set of files. */
  private record Known(String fileSet, Book book) {}

  RuleBook(Editions editions, Countries countries, Law law) {
    this.editions = editions;
    this.countries = countries;
    this.law = law;
  }

  /**
   * A question with its rules, in the order of the file.
   *
   * @param note what the file says of itself
   * @param edition id of the edition
   */
  public record Question(
      String name,
      String file,
      String note,
      Set<String> legalForms,
      List<Sentences> rules,
      String edition) {}

  /**
   * A rule as its file says it.
   *
   * @param heads lines between its name and its conditions: article and days
   * @param consequence what an unmet condition leads to
   */
  public record Sentences(
      String id,
      int line,
      String note,
      List<String> heads,
      List<String> conditions,
      String consequence,
      String article,
      Set<String> norms) {}

  /**
   * A case and what the edition says to it now, with the figures that it rests on taken as
   * verified.
   *
   * @param asExpected outcome, what is missing and the article are as the lawyer wrote
   * @param restsOn unverified figures that it takes as verified
   */
  public record Tried(
      String id,
      String name,
      LocalDate day,
      String legalForm,
      Outcome expected,
      Set<String> restsOn,
      boolean asExpected,
      Decision decision) {}

  /** What kind of value a fact is. */
  public enum Kind {
    FLAG,
    PERHAPS,
    NUMBER,
    DAY,
    MOMENT,
    SUM,
    WORD;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A fact as a field of a form; its name stands under the message {@code fact.<name>}.
   *
   * @param words that rules know, each under {@code word.<word>}; empty where any may be
   */
  public record Field(String name, Kind kind, List<String> words) {}

  /** Questions that the country has rules on, by name. Refused: {@link RulesUnknown}. */
  public List<String> questions(String country) {
    return book(country).edition().questions();
  }

  /** Refused: {@link RulesUnknown}. */
  public Question question(String country, String name) {
    return book(country).question(name);
  }

  public List<Field> fields(String question) {
    return FactFields.of(question);
  }

  /** Refused: {@link RulesUnknown}. */
  public List<Tried> cases(String country, String question) {
    return book(country).tried(question);
  }

  /** The facts of a case, as a form shows them. Refused: {@link RulesUnknown}. */
  public Map<String, String> facts(String country, String id) {
    return book(country).facts(id);
  }

  /**
   * What the law would answer to a case with other facts: by the case's legal form and charter, its
   * figures taken as verified. Nothing is kept. Refused: {@link RulesUnknown}, {@code
   * fields-refused}.
   *
   * @param typed facts as a form sends them; an empty field is an unknown fact
   */
  public Decision whatIf(String country, String id, LocalDate day, Map<String, String> typed) {
    return book(country).whatIf(id, day, typed);
  }

  /**
   * The same for a legal form, on the ground that gaps and contradictions are looked for: its
   * charter put together from the cases, all figures taken as verified. Refused as above.
   */
  public Decision whatIfOfForm(
      String country, String question, String legalForm, LocalDate day, Map<String, String> typed) {
    return book(country).whatIfOfForm(question, legalForm, day, typed);
  }

  /** The same for a cooperative, with its charter and by the figures verified for it. */
  public Decision whatIf(
      CooperativeId cooperative,
      String country,
      String question,
      LocalDate day,
      Map<String, String> typed) {
    var book = book(country);
    return law.foresee(book.facts(book.demanded(question), typed), cooperative, day);
  }

  private Book book(String country) {
    if (countries.find(country).isEmpty()) {
      throw new RulesUnknown(country, country);
    }
    var fileSet = editions.currentSet(country);
    return books
        .compute(
            country,
            (id, known) ->
                known != null && known.fileSet().equals(fileSet) ? known : read(id, fileSet))
        .book();
  }

  private Known read(String country, String fileSet) {
    var cases = CasesOf.read(editions.files(fileSet));
    return new Known(fileSet, new Book(country, editions.of(fileSet), cases));
  }
}
