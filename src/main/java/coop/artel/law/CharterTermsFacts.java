package coop.artel.law;

import org.jspecify.annotations.Nullable;

/**
 * Whether the terms that a charter sets are within the law. Question {@code charter-terms}; its
 * reference date is the day on which the charter was adopted. A term that it does not set is
 * absent.
 *
 * @param exitNoticeMonths notice of leaving
 * @param stayYears for which members undertake to stay
 * @param refundYears within which shares are returned
 * @param delegateYears term of a delegate
 */
public record CharterTermsFacts(
    @Nullable Integer exitNoticeMonths,
    @Nullable Integer stayYears,
    @Nullable Integer refundYears,
    @Nullable Integer delegateYears)
    implements Facts {
  @Override
  public String question() {
    return "charter-terms";
  }
}
