package coop.artel.values;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The clock of deadlines and reference dates. It equals real time but for an offset that only the
 * embedded demonstration knows and that only grows. Sessions, tokens, certificates and checkpoints
 * use real UTC instead.
 */
public interface LegalClock {
  /** Zero in every installation with a database of its own. */
  Duration offset();

  default Instant now() {
    return Instant.now().plus(offset());
  }

  default LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(now(), zone);
  }
}
