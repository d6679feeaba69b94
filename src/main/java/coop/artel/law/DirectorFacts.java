package coop.artel.law;

import coop.artel.registry.Cooperative;

/**
 * Whether the election of a company's director is certified. Question {@code director}; its
 * reference date is the day of the decision.
 *
 * @param financialOrganisation credit, other financial or specialised
 */
public record DirectorFacts(boolean notarised, boolean financialOrganisation) implements Facts {
  @Override
  public String question() {
    return "director";
  }

  @Override
  public String legalForm(Cooperative cooperative) {
    return "limited-liability-company";
  }
}
