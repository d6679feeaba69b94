package coop.artel.law;

import coop.artel.values.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person has become a member: the decision and what was paid. Question {@code entry}; its
 * reference date is the later of the decision and the last payment.
 *
 * @param payBy last day of the charter's term for paying
 */
public record EntryFacts(
    boolean admitted,
    LocalDate decidedOn,
    @Nullable Money entranceFeePaid,
    @Nullable LocalDate entranceFeePaidOn,
    @Nullable Money sharePaid,
    @Nullable LocalDate sharePaidOn,
    LocalDate payBy)
    implements Facts {
  @Override
  public String question() {
    return "entry";
  }
}
