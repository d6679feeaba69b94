package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a meeting was called in time. Question {@code meeting-notice}; its reference date is the
 * day on which the notice was sent.
 *
 * @param exclusion somebody's exclusion is on the agenda
 * @param exclusionToldOn the day on which that member was told
 * @param urgent the case is urgent
 * @param cooperativeMembers how many members the cooperative has
 * @param inNewspaper the notice stands in a newspaper too
 */
public record MeetingNoticeFacts(
    @Nullable LocalDate sentOn,
    @Nullable LocalDate meetingOn,
    boolean noticeInWriting,
    boolean exclusion,
    @Nullable LocalDate exclusionToldOn,
    boolean urgent,
    int cooperativeMembers,
    boolean inNewspaper)
    implements Facts {
  @Override
  public String question() {
    return "meeting-notice";
  }
}
