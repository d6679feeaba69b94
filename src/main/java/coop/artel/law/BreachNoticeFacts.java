package coop.artel.law;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether a leak of personal data was notified in time. Question {@code breach-notice}; its
 * reference date is the day on which it was found.
 */
public record BreachNoticeFacts(
    @Nullable LocalDateTime foundAt,
    @Nullable LocalDateTime firstNoticeAt,
    @Nullable LocalDateTime resultNoticeAt)
    implements Facts {
  @Override
  public String question() {
    return "breach-notice";
  }
}
