package coop.artel.registry;

import coop.artel.values.Refusal;

/** A cooperative lives here already under this id or registration number. */
class CooperativeKnown extends Refusal {
  CooperativeKnown(String registrationNumber) {
    super("cooperative-known", "Cooperative %s is registered already", registrationNumber);
  }
}
