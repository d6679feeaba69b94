package coop.artel.law;

import java.util.List;

/** One condition of putting an edition in force; all that there are count. */
interface EditionCheck {
  /** What is to be put in force. */
  record Candidate(RuleFiles files, Edition edition) {}

  /** Empty where the condition holds. */
  List<EditionFault> faults(Candidate candidate);
}
