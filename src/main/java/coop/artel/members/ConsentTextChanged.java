package coop.artel.members;

import coop.artel.values.Refusal;

/** The consent has another text by now than the one that stood before the applicant. */
public class ConsentTextChanged extends Refusal {
  ConsentTextChanged() {
    super("consent-text-changed", "The text of the consent has changed; read it and consent anew");
  }
}
