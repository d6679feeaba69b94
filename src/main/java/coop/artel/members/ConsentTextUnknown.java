package coop.artel.members;

import coop.artel.values.Refusal;

/** Nobody has ever agreed to a text with this digest. */
class ConsentTextUnknown extends Refusal {
  ConsentTextUnknown() {
    super(Kind.NOT_FOUND, "consent-text-unknown", "There is no consent text with this digest");
  }
}
