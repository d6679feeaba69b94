package coop.artel.notices;

import coop.artel.access.Caller;
import coop.artel.mail.NotDelivered;
import coop.artel.mail.Postman;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Asks for the proof of an address. Its letter goes at once and past the outbox: the secret in it
 * is kept nowhere but in that letter.
 */
@Service
public class AddressProofs {
  private final Addresses addresses;
  private final LetterWriter writer;
  private final Postman postman;

  AddressProofs(Addresses addresses, LetterWriter writer, Postman postman) {
    this.addresses = addresses;
    this.writer = writer;
    this.postman = postman;
  }

  /** Whether this installation sends letters at all. */
  public boolean possible() {
    return postman.on();
  }

  /**
   * Refused: {@code mail-off}, {@code mail-address-malformed}, {@code mail-address-too-often}, and
   * {@code mail-not-sent-…} with what kept the letter; then nothing waits for a proof.
   */
  public void ask(Caller caller, String typed, Locale language) {
    if (!postman.on()) {
      throw AddressRefused.off();
    }
    var asked = addresses.ask(caller, typed, language);
    try {
      postman.send(writer.confirm(asked.address(), asked.secret(), language));
    } catch (NotDelivered e) {
      addresses.forgetPending(caller);
      throw AddressRefused.notDelivered(e);
    }
  }
}
