package coop.artel.desk.cases;

import coop.artel.desk.frame.Wording;
import coop.artel.members.Corrections;
import java.util.ArrayList;
import java.util.List;

/** What a correction of the register alters, in words. */
public final class CorrectionChanges {
  /** One thing that was or is to be corrected. */
  public record Change(String what, String before, String after) {}

  private CorrectionChanges() {}

  /** Name, first day, ground: what differs, in this order. */
  public static List<Change> of(
      Corrections.Content before, Corrections.Content after, Wording wording) {
    var changes = new ArrayList<Change>();
    if (!before.name().equals(after.name())) {
      changes.add(new Change(wording.say("register.col.name"), before.name(), after.name()));
    }
    if (!before.since().equals(after.since())) {
      changes.add(
          new Change(
              wording.say("register.col.since"),
              wording.date(before.since()),
              wording.date(after.since())));
    }
    if (!before.basis().equals(after.basis())) {
      changes.add(
          new Change(
              wording.say("correction.basis"), basis(before.basis(), wording), after.basis()));
    }
    return changes;
  }

  /** The service's own reference says nothing to a reader. */
  private static String basis(String basis, Wording wording) {
    if (basis.startsWith("import:")) {
      return wording.say("correction.basis.import");
    }
    return basis.matches("[0-9a-f-]{36}") ? wording.say("correction.basis.council") : basis;
  }
}
