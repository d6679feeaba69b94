package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who the applicant is and how the application was signed, as the secretary found. Question {@code
 * signing}; its reference date is the day of signing.
 *
 * @param identityVerified the person was compared with the identity document
 * @param paperSeen the signed paper original was seen
 * @param scanDigest SHA-256 of the scan of it, hex
 * @param agreementNumber of the agreement on electronic signatures (63-ФЗ, art. 6(2))
 * @param agreementComplete it says how the signer is determined and that the key is kept secret
 *     (63-ФЗ, art. 9(2))
 */
public record SigningFacts(
    boolean identityVerified,
    boolean paperSeen,
    @Nullable String scanDigest,
    @Nullable String agreementNumber,
    @Nullable LocalDate agreementDate,
    boolean agreementComplete)
    implements Facts {
  @Override
  public String question() {
    return "signing";
  }
}
