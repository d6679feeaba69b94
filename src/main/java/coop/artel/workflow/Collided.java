package coop.artel.workflow;

import coop.artel.values.Refusal;

/** Others worked on the same thing again and again at the same moment. */
public class Collided extends Refusal {
  Collided() {
    super("collided", "Somebody else changed this at the same moment; try again");
  }
}
