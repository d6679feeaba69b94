package coop.artel.law;

import coop.artel.jurisdiction.Norm;
import java.util.Set;

/**
 * A rule as its file says it.
 *
 * @param line where it begins
 * @param article as cited, several parted by a semicolon; empty for a rule of the answer
 * @param sentence its condition in the lawyer's language, the last if it builds on others
 * @param norms that it names
 * @param legalForms that it is for; empty for all those of its file
 * @param answers whether it gives the answer rather than a finding
 * @param drl what it means to the machine, written by us
 */
record Rule(
    String id,
    String file,
    int line,
    String article,
    String sentence,
    Set<String> norms,
    Set<String> legalForms,
    boolean answers,
    String drl) {
  /** The legal form of a community that has no law of its own but the general one (ГК, ch. 9.1). */
  static final String COMMUNITY = "community";

  /** What a rule may be for besides the legal forms of its country. */
  static final Set<String> FORMS = Set.of(Norm.ANY_FORM, COMMUNITY);

  boolean isFor(String legalForm) {
    return legalForms.isEmpty() || legalForms.contains(legalForm);
  }
}
