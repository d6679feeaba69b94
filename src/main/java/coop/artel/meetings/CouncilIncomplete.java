package coop.artel.meetings;

import coop.artel.values.Refusal;

/** All who sit on the council have voted, and the law still asks for somebody's vote. */
class CouncilIncomplete extends Refusal {
  CouncilIncomplete(String missing) {
    super("council-incomplete", "The council still cannot decide: %s", missing);
  }
}
