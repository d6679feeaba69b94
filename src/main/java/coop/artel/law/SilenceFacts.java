package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an applicant counts as admitted since nobody answered. Question {@code silence}; its
 * reference date is the day asked about.
 *
 * @param answeredOn absent if nobody has answered
 */
public record SilenceFacts(@Nullable LocalDate receivedOn, @Nullable LocalDate answeredOn)
    implements Facts {
  @Override
  public String question() {
    return "silence";
  }
}
