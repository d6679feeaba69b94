package coop.artel.jurisdiction;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a country's files say.
 *
 * @param id ISO 3166 alpha-2, lower case, the folder under jurisdictions; {@code uk} and {@code
 *     eu}, which ISO keeps for them, are as people say
 * @param language of its law
 * @param rules language of the vocabulary that its rules are written in
 * @param zone where nothing else is said
 * @param zones that its cooperatives choose from, from west to east, {@code zone} among them
 * @param legalForms by id
 * @param identifiers by id
 * @param signature what kinds of electronic signature its law knows
 * @param acts by id
 * @param norms by key
 * @param digests SHA-256 of each file but the cases and templates, by path, hex
 */
public record Country(
    String id,
    LegalForm.Names name,
    String language,
    String rules,
    Currency currency,
    ZoneId zone,
    List<ZoneId> zones,
    SortedMap<String, LegalForm> legalForms,
    SortedMap<String, Identifier> identifiers,
    Optional<SignatureProfile> signature,
    Calendar calendar,
    SortedMap<String, Act> acts,
    SortedMap<String, Norm> norms,
    SortedMap<String, String> digests) {

  /**
   * Electronic signatures in a country's law.
   *
   * @param kinds that its law names; empty where that is not established
   * @param algorithms of a qualified signature, as its standards are called
   * @param article empty where the algorithms are what is usual, not what a law asks for
   */
  public record SignatureProfile(
      List<String> kinds,
      List<String> algorithms,
      Optional<String> article,
      Confidence confidence) {}

  public Optional<LegalForm> legalForm(String form) {
    return Optional.ofNullable(legalForms.get(form));
  }

  /**
   * What is wrong with a number of a kind, or nothing; a rule that is not sure refuses none. An
   * unknown kind is a broken program.
   */
  public Optional<Identifier.Fault> check(String kind, String value) {
    var identifier = identifiers.get(kind);
    if (identifier == null) {
      throw new IllegalStateException("%s has no identifier %s".formatted(id, kind));
    }
    return identifier.confidence() == Confidence.HIGH ? identifier.check(value) : Optional.empty();
  }

  public Optional<Norm> norm(String key) {
    return Optional.ofNullable(norms.get(key));
  }

  /** Whether a citation names a law of acts.yaml, whole or by an article: {@code 3085-1, ст. 7}. */
  public boolean cites(String citation) {
    return cites(acts, citation);
  }

  static boolean cites(Map<String, Act> acts, String citation) {
    int comma = citation.indexOf(", ");
    var act = acts.get(comma < 0 ? citation : citation.substring(0, comma));
    return act != null && (comma < 0 || act.articles().contains(citation.substring(comma + 2)));
  }

  /** What a lawyer may verify: norms with a figure of medium confidence, and such calendars. */
  public Set<String> verifiable() {
    var subjects = new TreeSet<String>();
    norms.forEach(
        (key, norm) -> {
          if (norm.verifiable()) {
            subjects.add(key);
          }
        });
    calendar
        .years()
        .forEach(
            (year, moved) -> {
              if (moved.standing().confidence() == Confidence.MEDIUM) {
                subjects.add("calendar/" + year);
              }
            });
    return subjects;
  }

  /**
   * The same country with figures that a lawyer has verified.
   *
   * @param subjects norm keys, and {@code calendar/2024} for a year
   * @param demonstrated those of them that were verified only to show the service
   */
  public Country verified(Set<String> subjects, Set<String> demonstrated) {
    var verifiedNorms = new TreeMap<>(norms);
    verifiedNorms.replaceAll((key, norm) -> subjects.contains(key) ? norm.verified() : norm);
    return new Country(
        id,
        name,
        language,
        rules,
        currency,
        zone,
        zones,
        legalForms,
        identifiers,
        signature,
        calendar.verified(subjects, demonstrated),
        acts,
        verifiedNorms,
        digests);
  }

  /** Files as text, by their path from the root of jurisdictions: {@code ru/norms.yaml}. */
  static Country read(String id, Map<String, String> files) {
    return new CountryReader(id, files).read();
  }
}
