package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A view that cannot be kept so, or is not there. */
public class SavedViewRefused extends Refusal {
  private SavedViewRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static SavedViewRefused malformed(int longest) {
    return new SavedViewRefused(
        Kind.INVALID, "view-name-malformed", "A name has 1 to %d characters on one line", longest);
  }

  static SavedViewRefused taken(String name) {
    return new SavedViewRefused(
        Kind.CONFLICT, "view-name-taken", "There is a view \"%s\" already", name);
  }

  static SavedViewRefused tooMany(int most) {
    return new SavedViewRefused(
        Kind.CONFLICT, "views-too-many", "There are %d views already; delete one first", most);
  }

  static SavedViewRefused unknown() {
    return new SavedViewRefused(Kind.NOT_FOUND, "view-unknown", "There is no such view");
  }
}
