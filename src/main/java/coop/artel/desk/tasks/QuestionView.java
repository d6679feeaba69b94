package coop.artel.desk.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question put to a council.
 *
 * @param reminded when those who have not voted were reminded, absent if they were not
 * @param mine how the reader voted, absent if not yet
 * @param outcome {@code open}, {@code counting}, {@code judging} while the chair decides on the
 *     count, {@code adopted}, {@code rejected}, {@code withdrawn}
 * @param mayClose early, once the law wants no more votes
 * @param closable whether it wants none now
 * @param seats everybody who has a vote
 */
record QuestionView(
    String id,
    String caseId,
    String caseNumber,
    String subject,
    String cooperative,
    @Nullable String decideBy,
    @Nullable String away,
    boolean overdue,
    @Nullable String reminded,
    String outcome,
    @Nullable String mine,
    boolean mayVote,
    boolean mayClose,
    boolean closable,
    List<Seat> seats) {
  /**
   * A member of the council.
   *
   * @param choice {@code for}, {@code against}, {@code abstained}, absent while not voted
   * @param reason what was said with the vote
   */
  record Seat(
      String name,
      boolean chair,
      @Nullable String choice,
      @Nullable String at,
      @Nullable String reason) {}

  public boolean open() {
    return outcome.equals("open");
  }

  public long voted() {
    return seats.stream().filter(seat -> seat.choice() != null).count();
  }

  public long cast(String choice) {
    return seats.stream().filter(seat -> choice.equals(seat.choice())).count();
  }
}
