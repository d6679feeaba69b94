package coop.artel.publishing;

import coop.artel.values.Refusal;

/** A case that cannot be moved so. */
public class MoveRefused extends Refusal {
  private MoveRefused(String code, String english) {
    super(code, english);
  }

  static MoveRefused notMovable() {
    return new MoveRefused(
        "case-not-movable", "The case has ended or asks under the edition in force");
  }

  static MoveRefused changed() {
    return new MoveRefused(
        "move-changed", "What moving means has changed since it was proposed: propose it anew");
  }
}
