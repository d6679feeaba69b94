package coop.artel.members;

import coop.artel.values.Refusal;

/** A sum that the currency cannot express, or none at all. */
class SumMalformed extends Refusal {
  SumMalformed(String sum) {
    super(Kind.INVALID, "sum-malformed", "%s is no sum of money", sum);
  }
}
