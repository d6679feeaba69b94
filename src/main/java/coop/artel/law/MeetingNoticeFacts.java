package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a meeting was called in time. Question {@code meeting-notice}; its reference date is the
 * day on which the notice was sent.
 *
 * @param exclusion somebody's exclusion is on the agenda
 * @param exclusionToldOn the day on which that member was told
 */
public record MeetingNoticeFacts(
    @Nullable LocalDate sentOn,
    @Nullable LocalDate meetingOn,
    boolean noticeInWriting,
    boolean exclusion,
    @Nullable LocalDate exclusionToldOn)
    implements Facts {
  @Override
  public String question() {
    return "meeting-notice";
  }
}
