package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A draft of models that cannot be proposed or published. */
public class DraftRefused extends Refusal {
  private DraftRefused(Kind kind, String code, String english) {
    super(kind, code, english);
  }

  static DraftRefused unknown() {
    return new DraftRefused(Kind.NOT_FOUND, "draft-unknown", "There is no such draft");
  }

  static DraftRefused superseded() {
    return new DraftRefused(
        Kind.CONFLICT, "draft-superseded", "A later draft of the service brings the same and more");
  }

  static DraftRefused outdated() {
    return new DraftRefused(
        Kind.CONFLICT,
        "draft-outdated",
        "Other models are in use since this was proposed: reject it and propose it anew");
  }

  static DraftRefused published() {
    return new DraftRefused(Kind.CONFLICT, "draft-published", "The draft is published already");
  }

  static DraftRefused unchanged() {
    return new DraftRefused(
        Kind.CONFLICT, "draft-unchanged", "Exactly this is in use already; nothing is to be done");
  }
}
