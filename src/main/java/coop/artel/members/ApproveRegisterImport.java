package coop.artel.members;

import coop.artel.people.People;
import coop.artel.values.PersonId;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody other than who proposed it looks at a list of members and lets it be entered. */
@Component
class ApproveRegisterImport implements FormHandler {
  private final ImportRows rows;
  private final ImportNotes notes;
  private final People people;

  ApproveRegisterImport(ImportRows rows, ImportNotes notes, People people) {
    this.rows = rows;
    this.notes = notes;
    this.people = people;
  }

  @Override
  public String form() {
    return "approve-register-import";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var found = rows.of(run);
    var shown = new HashMap<String, Object>();
    shown.put("proposedBy", people.nameOf(proposedBy(found)).orElse("—"));
    shown.put("lines", Imports.entered(rows.lines(found.id())).size());
    shown.put("minutesNumber", found.minutes().number());
    shown.put("minutesDay", found.minutes().day());
    shown.put("minutesDigest", found.minutes().digest());
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var found = rows.of(submission.run());
    SecondPersonNeeded.demand(proposedBy(found), found.proposedFor(), submission.caller());
    boolean approved = submission.text("approval").equals("approve");
    if (!approved) {
      @Nullable Object note = submission.values().get("note");
      if (note == null) {
        throw FormInvalid.at("note", "required");
      }
      rows.back(found.id(), note.toString());
      notes.keep(found.id(), submission, ImportNotes.RETURNED, note.toString());
    }
    submission.run().wrote(Objects.requireNonNull(found.linesDigest()));
    return List.of(MemberVariables.APPROVED.with(approved));
  }

  private static PersonId proposedBy(ImportRows.Row found) {
    return Objects.requireNonNull(found.proposedBy());
  }
}
