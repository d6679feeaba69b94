package coop.artel.notices;

import coop.artel.mail.NotDelivered;
import coop.artel.values.Refusal;
import org.jspecify.annotations.Nullable;

/** An address that nobody can be written to, or not yet. */
public class AddressRefused extends Refusal {
  private AddressRefused(Kind kind, String code, String english, @Nullable Throwable cause) {
    super(kind, code, english);
    if (cause != null) {
      initCause(cause);
    }
  }

  static AddressRefused malformed() {
    return new AddressRefused(
        Kind.INVALID, "mail-address-malformed", "This is no e-mail address", null);
  }

  static AddressRefused tooMany() {
    return new AddressRefused(
        Kind.TOO_MANY, "mail-address-too-often", "No more letters of confirmation today", null);
  }

  static AddressRefused unproved() {
    return new AddressRefused(
        Kind.CONFLICT,
        "mail-confirmation-unknown",
        "This link confirms nothing: it is used up, too old or somebody else's",
        null);
  }

  static AddressRefused notDelivered(NotDelivered cause) {
    return new AddressRefused(
        Kind.CONFLICT,
        "mail-not-sent-" + cause.reason().id(),
        "The letter of confirmation could not be sent",
        cause);
  }

  static AddressRefused off() {
    return new AddressRefused(Kind.CONFLICT, "mail-off", "This installation sends no e-mail", null);
  }
}
