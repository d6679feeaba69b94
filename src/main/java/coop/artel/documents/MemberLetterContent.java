package coop.artel.documents;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody whom the council admitted that the register has a line of theirs already, and what
 * was paid beside it.
 *
 * @param membershipNumber of the line that holds
 * @param entranceFee what was confirmed as paid for the new application, and so is share
 * @param secretary who signs it
 */
public record MemberLetterContent(
    String applicant,
    long membershipNumber,
    LocalDate memberOn,
    long decisionNumber,
    LocalDate decidedOn,
    @Nullable Money entranceFee,
    @Nullable Money share,
    @Nullable String secretary)
    implements DocumentContent {
  @Override
  public Document.Kind kind() {
    return Document.Kind.MEMBER_LETTER;
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("applicant", applicant);
    map.put("membershipNumber", membershipNumber);
    map.put("memberOn", memberOn.toString());
    map.put("decisionNumber", decisionNumber);
    map.put("decidedOn", decidedOn.toString());
    map.put("entranceFee", DocumentContent.sum(entranceFee));
    map.put("share", DocumentContent.sum(share));
    map.put("paid", entranceFee != null || share != null);
    map.put("secretary", DocumentContent.text(secretary));
    return map;
  }
}
