package coop.artel.law;

/**
 * What a written consent to data processing holds. Question {@code consent-content}; its reference
 * date is the day of the consent.
 *
 * @param subjectSaid name, address, identity document
 */
public record ConsentContentFacts(
    boolean subjectSaid,
    boolean operatorSaid,
    boolean purposeSaid,
    boolean dataListed,
    boolean actionsSaid,
    boolean consentTermSaid,
    boolean withdrawalSaid,
    boolean consentSigned)
    implements Facts {
  @Override
  public String question() {
    return "consent-content";
  }
}
