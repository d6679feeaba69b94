package coop.artel.law;

import coop.artel.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether enough of a share is paid when a cooperative is registered. Question {@code
 * share-on-registration}; its reference date is the day of registration.
 */
public record ShareOnRegistrationFacts(@Nullable Money shareDue, @Nullable Money sharePaidBefore)
    implements Facts {
  @Override
  public String question() {
    return "share-on-registration";
  }
}
