package coop.artel.law;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.values.CooperativeId;
import coop.artel.values.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a country for people to read: what is asked, by which sentences it is answered, and
 * whether the cases that lawyers wrote down come out as they expect.
 */
@UseCase
public class RuleBook {
  private final Editions editions;
  private final Countries countries;
  private final Law law;
  private final Map<String, Known> cases = new ConcurrentHashMap<>();

  /** The cases of a set of files. */
  private record Known(String fileSet, List<Case> cases) {}

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
    WORD
  }

  /** A fact as a field of a form; its name stands under the message {@code fact.<name>}. */
  public record Field(String name, Kind kind) {}

  /** Questions that the country has rules on, by name. */
  public List<String> questions(String country) {
    return editions.current(country(country).id()).questions();
  }

  /** Refused: {@link RulesUnknown}. */
  public Question question(String country, String name) {
    var edition = edition(country, name);
    return RuleText.read(name, edition.file(name), edition.text(name), edition);
  }

  public List<Field> fields(String question) {
    return FactFields.of(question);
  }

  /** Refused: {@link RulesUnknown}. */
  public List<Tried> cases(String country, String question) {
    var edition = edition(country, question);
    return cases(country).stream()
        .filter(it -> it.facts().question().equals(question))
        .map(it -> tried(it, edition))
        .toList();
  }

  /** The facts of a case, as a form shows them. Refused: {@link RulesUnknown}. */
  public Map<String, String> facts(String country, String id) {
    return FactFields.texts(find(country, id).facts());
  }

  /**
   * What the law would answer to a case with other facts: by the case's legal form and charter, its
   * figures taken as verified. Nothing is kept. Refused: {@link RulesUnknown}, {@code
   * fields-refused}.
   *
   * @param typed facts as a form sends them; an empty field is an unknown fact
   */
  public Decision whatIf(String country, String id, LocalDate day, Map<String, String> typed) {
    var one = find(country, id);
    var facts = facts(country, one.facts().question(), typed);
    return one.with(facts, day).ask(editions.current(country), true);
  }

  /** The same for a cooperative, with its charter and by the figures verified for it. */
  public Decision whatIf(
      CooperativeId cooperative,
      String country,
      String question,
      LocalDate day,
      Map<String, String> typed) {
    edition(country, question);
    return law.foresee(facts(country, question, typed), cooperative, day);
  }

  private Facts facts(String country, String question, Map<String, String> typed) {
    return FactFields.read(question, typed, country(country).currency().getCurrencyCode());
  }

  private static Tried tried(Case one, Edition edition) {
    var decision = one.ask(edition, true);
    return new Tried(
        one.id(),
        one.name(),
        one.day(),
        one.legalForm(),
        one.outcome(),
        one.restsOn(),
        one.expects(decision),
        decision);
  }

  private Case find(String country, String id) {
    return cases(country).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new RulesUnknown(country, id));
  }

  private List<Case> cases(String country) {
    var fileSet = editions.currentSet(country(country).id());
    return cases
        .compute(
            country,
            (id, known) ->
                known != null && known.fileSet().equals(fileSet)
                    ? known
                    : new Known(fileSet, CasesOf.read(editions.files(fileSet))))
        .cases();
  }

  private Edition edition(String country, String question) {
    var edition = editions.current(country(country).id());
    if (!edition.questions().contains(question)) {
      throw new RulesUnknown(country, question);
    }
    return edition;
  }

  private Country country(String id) {
    @Nullable Country found = countries.find(id).orElse(null);
    if (found == null) {
      throw new RulesUnknown(id, id);
    }
    return found;
  }
}
