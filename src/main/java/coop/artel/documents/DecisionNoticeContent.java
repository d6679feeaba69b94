package coop.artel.documents;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells an applicant what the council decided: sums and the last day to pay if admitted, the
 * reasons if not.
 *
 * @param noticeBy last day to send it
 * @param entranceFee of one who is admitted, and so is share; either is absent where neither the
 *     country nor the charter asks for it
 * @param payBy of one who is admitted
 * @param reason what was said with the votes against, if the council refused
 * @param secretary who signs it
 * @param noticeByPreliminary the last day rests on a calendar that is not established, and so with
 *     payByPreliminary
 */
public record DecisionNoticeContent(
    String applicant,
    long decisionNumber,
    LocalDate decidedOn,
    boolean admitted,
    LocalDate noticeBy,
    @Nullable Money entranceFee,
    @Nullable Money share,
    @Nullable LocalDate payBy,
    @Nullable String reason,
    List<Ground> grounds,
    @Nullable String secretary,
    boolean demonstration,
    boolean noticeByPreliminary,
    boolean payByPreliminary)
    implements DocumentContent {

  public DecisionNoticeContent {
    if (admitted && payBy == null) {
      throw new IllegalArgumentException("Who is admitted is told until when to pay");
    }
  }

  @Override
  public Document.Kind kind() {
    return Document.Kind.DECISION_NOTICE;
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("applicant", applicant);
    map.put("decisionNumber", decisionNumber);
    map.put("decidedOn", decidedOn.toString());
    map.put("admitted", admitted);
    map.put("noticeBy", noticeBy.toString());
    map.put("entranceFee", DocumentContent.sum(entranceFee));
    map.put("share", DocumentContent.sum(share));
    map.put("payBy", DocumentContent.day(payBy));
    map.put("noticeByPreliminary", noticeByPreliminary);
    map.put("payByPreliminary", payByPreliminary);
    map.put("reason", DocumentContent.text(reason));
    map.put("grounds", Ground.asMaps(grounds));
    map.put("grounded", !grounds.isEmpty());
    map.put("boundsOpen", Ground.boundsOpen(grounds));
    map.put("secretary", DocumentContent.text(secretary));
    map.put("demonstration", demonstration);
    return map;
  }
}
