package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A draft holds more than any form does. */
public class DraftTooLarge extends Refusal {
  DraftTooLarge() {
    super(Kind.TOO_LARGE, "draft-too-large", "A draft has at most 64 KiB");
  }
}
