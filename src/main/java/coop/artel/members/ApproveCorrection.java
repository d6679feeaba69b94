package coop.artel.members;

import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody other than who proposed it lets a line of the register be corrected. */
@Component
class ApproveCorrection implements FormHandler {
  private final CorrectionRows rows;
  private final People people;

  ApproveCorrection(CorrectionRows rows, People people) {
    this.rows = rows;
    this.people = people;
  }

  @Override
  public String form() {
    return "approve-correction";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var found = rows.of(run);
    var shown = new HashMap<String, Object>();
    shown.put("proposedBy", people.nameOf(found.proposedBy()).orElse("—"));
    shown.put("number", found.number());
    shown.put("nameBefore", found.before().name());
    shown.put("nameAfter", found.after().name());
    shown.put("sinceBefore", found.before().since());
    shown.put("sinceAfter", found.after().since());
    if (!found.after().basis().equals(found.before().basis())) {
      shown.put("basisAfter", found.after().basis());
    }
    shown.put("ground", found.ground());
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var found = rows.of(submission.run());
    SecondPersonNeeded.demand(found.proposedBy(), found.proposedFor(), submission.caller());
    boolean approved = submission.text("approval").equals("approve");
    @Nullable Object note = submission.values().get("note");
    if (!approved && note == null) {
      throw FormInvalid.at("note", "required");
    }
    rows.decided(found, submission.by(), approved, note == null ? null : note.toString());
    return List.of(MemberVariables.APPROVED.with(approved));
  }
}
