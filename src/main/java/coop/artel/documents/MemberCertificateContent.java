package coop.artel.documents;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * Certifies a line of the register of members and what was paid for it.
 *
 * @param membershipNumber in the cooperative's register
 */
public record MemberCertificateContent(
    String member,
    long membershipNumber,
    LocalDate memberOn,
    long decisionNumber,
    LocalDate decidedOn,
    Money entranceFee,
    LocalDate entranceFeePaidOn,
    Money share,
    LocalDate sharePaidOn,
    String chair)
    implements DocumentContent {
  @Override
  public Document.Kind kind() {
    return Document.Kind.MEMBER_CERTIFICATE;
  }

  @Override
  public Map<String, Object> asMap() {
    return Map.of(
        "member", member,
        "membershipNumber", membershipNumber,
        "memberOn", memberOn.toString(),
        "decisionNumber", decisionNumber,
        "decidedOn", decidedOn.toString(),
        "entranceFee", DocumentContent.sum(entranceFee),
        "entranceFeePaidOn", entranceFeePaidOn.toString(),
        "share", DocumentContent.sum(share),
        "sharePaidOn", sharePaidOn.toString(),
        "chair", chair);
  }
}
