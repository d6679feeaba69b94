package coop.artel.members;

import coop.artel.values.Refusal;

/** The cooperative lacks what an admission needs on its way; nothing was begun. */
public class AdmissionNotReady extends Refusal {
  AdmissionNotReady() {
    super(
        "admission-not-ready",
        "The cooperative is still being set up and takes no applications yet");
  }
}
