package coop.artel.desk.cases;

import coop.artel.desk.frame.Wording;
import coop.artel.people.Consents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consent to process personal data as a page tells of it.
 *
 * @param withdrawnOn absent while it holds
 */
public record ConsentView(String givenOn, @Nullable String withdrawnOn) {
  /** The newest one of a case; absent where none was given. */
  public static @Nullable ConsentView newest(List<Consents.Consent> consents, Wording wording) {
    if (consents.isEmpty()) {
      return null;
    }
    var newest = consents.get(consents.size() - 1);
    var withdrawnOn = newest.withdrawnOn();
    return new ConsentView(
        wording.date(newest.givenOn()), withdrawnOn == null ? null : wording.date(withdrawnOn));
  }

  public boolean stands() {
    return withdrawnOn == null;
  }
}
