package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A deputy takes what the officer has in hand only with a reason. */
class TakeOverInstead extends Refusal {
  TakeOverInstead() {
    super(
        Kind.CONFLICT,
        "take-over-instead",
        "The officer you stand in for holds it: take it over and say why");
  }
}
