package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an item was announced in time for a meeting to decide on it. Question {@code
 * agenda-item}; its reference date is the day of the meeting.
 *
 * @param onProcedure the conduct of the meeting, or calling an extraordinary one
 * @param entitled all who have a vote
 * @param participants those present
 */
public record AgendaItemFacts(
    @Nullable LocalDate announcedOn,
    @Nullable LocalDate meetingOn,
    boolean onProcedure,
    int entitled,
    int participants)
    implements Facts {
  @Override
  public String question() {
    return "agenda-item";
  }
}
