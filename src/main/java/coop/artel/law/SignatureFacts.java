package coop.artel.law;

/**
 * Whether an electronic signature equals one on paper. Question {@code signature}; its reference
 * date is the day of signing, whenever it is verified.
 *
 * @param signatureKind {@code simple}, {@code unqualified}, {@code qualified}
 * @param paperPrescribed the law asks for paper only
 * @param organisationCertificate of the organisation itself, in its head's hands
 * @param employeeCertificate of an employee, with the organisation's data
 * @param attorneyAttached a machine-readable power of attorney
 * @param oldAlgorithm GOST R 34.10-2001
 */
public record SignatureFacts(
    String signatureKind,
    boolean paperPrescribed,
    boolean forOrganisation,
    boolean organisationCertificate,
    boolean employeeCertificate,
    boolean attorneyAttached,
    boolean oldAlgorithm)
    implements Facts {
  @Override
  public String question() {
    return "signature";
  }
}
