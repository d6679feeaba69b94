package coop.artel.law;

import coop.artel.registry.Cooperative;

/**
 * Whether a limited liability company may be registered through a member. Question {@code company};
 * its reference date is the day of the application.
 *
 * @param soleIsCompanyOfOne the only participant is a company that itself has one
 */
public record CompanyFacts(
    boolean registrantInCooperative, int companyParticipants, boolean soleIsCompanyOfOne)
    implements Facts {
  @Override
  public String question() {
    return "company";
  }

  @Override
  public String legalForm(Cooperative cooperative) {
    return "limited-liability-company";
  }
}
