package coop.artel.law;

import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person has become a member: the decision and what was paid. Question {@code entry}; its
 * reference date is {@link #memberOn()}.
 *
 * @param payBy last day of the charter's term for paying
 * @param alreadyMember the register of the cooperative has a line of this person that holds on that
 *     day or later
 */
public record EntryFacts(
    boolean admitted,
    LocalDate decidedOn,
    @Nullable Money entranceFeePaid,
    @Nullable LocalDate entranceFeePaidOn,
    @Nullable Money sharePaid,
    @Nullable LocalDate sharePaidOn,
    LocalDate payBy,
    boolean alreadyMember)
    implements Facts {
  @Override
  public String question() {
    return "entry";
  }

  /**
   * The day on which membership arises, if it does: that of the decision or of the last payment,
   * whichever is later (3085-1, art. 10(2)). The rule {@code entry.begins} holds the answer to it.
   */
  public LocalDate memberOn() {
    return Stream.of(entranceFeePaidOn, sharePaidOn)
        .flatMap(Stream::ofNullable)
        .reduce(decidedOn, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** The same of somebody whom the register has already. */
  public EntryFacts ofMember() {
    return new EntryFacts(
        admitted,
        decidedOn,
        entranceFeePaid,
        entranceFeePaidOn,
        sharePaid,
        sharePaidOn,
        payBy,
        true);
  }
}
