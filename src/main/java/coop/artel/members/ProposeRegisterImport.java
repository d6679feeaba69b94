package coop.artel.members;

import coop.artel.values.CanonicalJson;
import coop.artel.values.Sha256;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secretary proposes a list of members that has no refused line, or gives it up. */
@Component
class ProposeRegisterImport implements FormHandler {
  private final ImportRows rows;
  private final ImportNotes notes;
  private final ImportCheck check;

  ProposeRegisterImport(ImportRows rows, ImportNotes notes, ImportCheck check) {
    this.rows = rows;
    this.notes = notes;
    this.check = check;
  }

  @Override
  public String form() {
    return "propose-register-import";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var found = rows.of(run);
    var kept = rows.lines(found.id());
    var checked = check.of(run.cooperative(), Imports.entered(kept));
    long refused = checked.stream().filter(it -> !it.faults().isEmpty()).count();
    var shown = new HashMap<String, Object>();
    shown.put("linesReady", checked.size() - refused);
    shown.put("linesRefused", refused);
    shown.put("linesTakenOut", kept.size() - checked.size());
    if (found.note() != null) {
      shown.put("returnedBecause", found.note());
    }
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var found = rows.of(submission.run());
    rows.lockedState(found.id());
    if (submission.text("proposal").equals("give-up")) {
      @Nullable Object why = submission.values().get("note");
      if (why == null) {
        throw FormInvalid.at("note", "required");
      }
      rows.giveUp(found.id(), why.toString());
      notes.keep(found.id(), submission, ImportNotes.GIVEN_UP, why.toString());
      return List.of(MemberVariables.PROPOSED.with(false));
    }
    var checked = check.of(submission.cooperative(), Imports.entered(rows.lines(found.id())));
    long refused = checked.stream().filter(it -> !it.faults().isEmpty()).count();
    if (refused > 0) {
      throw FormInvalid.at("proposal", "lines-refused", refused);
    }
    if (checked.isEmpty()) {
      throw FormInvalid.at("proposal", "no-lines");
    }
    String digest = digest(found.salt(), checked);
    rows.proposed(found.id(), submission.by(), submission.inPlaceOf(), digest);
    submission.run().wrote(found.fileDigest());
    submission.run().wrote(found.minutes().digest());
    submission.run().wrote(digest);
    return List.of(MemberVariables.PROPOSED.with(true));
  }

  /** Of the lines together with the salt, without which nobody can guess at them. */
  static String digest(byte[] salt, List<CheckedLine> lines) {
    return Sha256.of(
        CanonicalJson.write(
            Map.of(
                "lines",
                lines.stream().map(CheckedLine::content).toList(),
                "salt",
                HexFormat.of().formatHex(salt))));
  }
}
