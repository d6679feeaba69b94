package coop.artel.law;

import coop.artel.values.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision to admit has lapsed since nobody paid in time. Question {@code lapse}; its
 * reference date is the day after the last day for paying, with which the decision ends.
 *
 * @param noticeBy last day of the charter's term for telling the applicant
 * @param noticeSentOn the day the applicant was told of the decision
 * @param payBy last day of the charter's term for paying
 * @param nonpaymentConfirmed the accountant says that the contributions did not come in time
 * @param entranceFeeInTime what came of the entrance fee by that day, absent if nothing did
 * @param shareInTime the same of the share contribution
 */
public record LapseFacts(
    LocalDate decidedOn,
    LocalDate noticeBy,
    @Nullable LocalDate noticeSentOn,
    LocalDate payBy,
    boolean nonpaymentConfirmed,
    @Nullable Money entranceFeeInTime,
    @Nullable Money shareInTime)
    implements Facts {
  @Override
  public String question() {
    return "lapse";
  }

  /** The first day on which the decision holds no longer: the term ends with its last day. */
  public LocalDate lapsesOn() {
    return payBy.plusDays(1);
  }
}
