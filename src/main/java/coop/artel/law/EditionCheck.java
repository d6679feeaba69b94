package coop.artel.law;

import java.time.LocalDate;
import java.util.List;

/** One condition of putting an edition in force; all that there are count. */
interface EditionCheck {
  /**
   * What is to be put in force.
   *
   * @param before the files that it was made from
   * @param today in the country
   * @param atOnce it is put in force now; otherwise it is only proposed
   */
  record Candidate(
      RuleFiles files, Edition edition, RuleFiles before, LocalDate today, boolean atOnce) {}

  /** Empty where the condition holds. */
  List<EditionFault> faults(Candidate candidate);
}
