package coop.artel.documents;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Certifies a line of the register of members and what was paid for it.
 *
 * @param membershipNumber in the cooperative's register
 * @param entranceFee absent, with its day, where none was due
 * @param share absent, with its day, where none was due
 */
public record MemberCertificateContent(
    String member,
    long membershipNumber,
    LocalDate memberOn,
    long decisionNumber,
    LocalDate decidedOn,
    @Nullable Money entranceFee,
    @Nullable LocalDate entranceFeePaidOn,
    @Nullable Money share,
    @Nullable LocalDate sharePaidOn,
    String chair)
    implements DocumentContent {
  @Override
  public Document.Kind kind() {
    return Document.Kind.MEMBER_CERTIFICATE;
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("member", member);
    map.put("membershipNumber", membershipNumber);
    map.put("memberOn", memberOn.toString());
    map.put("decisionNumber", decisionNumber);
    map.put("decidedOn", decidedOn.toString());
    put(map, "entranceFee", entranceFee, entranceFeePaidOn);
    put(map, "share", share, sharePaidOn);
    map.put("chair", chair);
    return map;
  }

  private static void put(
      Map<String, Object> map, String name, @Nullable Money sum, @Nullable LocalDate paidOn) {
    map.put(name, DocumentContent.sum(sum));
    map.put(name + "PaidOn", paidOn == null ? "" : paidOn.toString());
  }
}
