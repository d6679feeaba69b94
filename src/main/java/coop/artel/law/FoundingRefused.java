package coop.artel.law;

import coop.artel.values.Refusal;

/** Somebody else than an operator would set up a cooperative. */
class FoundingRefused extends Refusal {
  private FoundingRefused() {
    super(Kind.FORBIDDEN, "founding-not-theirs", "Only an operator sets up a cooperative here");
  }

  static FoundingRefused notTheirs() {
    return new FoundingRefused();
  }
}
