package coop.artel.publishing;

import coop.artel.values.Refusal;

/** What was fit to be published when it was reviewed is so no more. */
class EditionUnfit extends Refusal {
  static final String CODE = "edition-unfit";

  EditionUnfit(int faults) {
    super(CODE, "%s conditions of publishing do not hold", Integer.toString(faults));
  }
}
