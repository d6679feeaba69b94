package coop.artel.members;

import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody other than who proposed it lets data be destroyed. */
@Component
class ApproveDestruction implements FormHandler {
  private final Dossiers dossiers;
  private final People people;
  private final Fates fates;
  private final Erasures erasures;
  private final OwnTerms own;

  ApproveDestruction(
      Dossiers dossiers, People people, Fates fates, Erasures erasures, OwnTerms own) {
    this.dossiers = dossiers;
    this.people = people;
    this.fates = fates;
    this.erasures = erasures;
    this.own = own;
  }

  @Override
  public String form() {
    return "approve-destruction";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var fate = fates.newest(run.caseId());
    return Map.of(
        "subjectName", people.nameOf(dossiers.of(run).person()).orElse("—"),
        "destroyBy", MemberVariables.DESTROY_BY.in(run),
        "proposedBy", people.nameOf(fate.by()).orElse("—"),
        "ground", fate.ground());
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var fate = fates.newest(submission.caseId());
    SecondPersonNeeded.demand(fate.by(), fate.inPlaceOf(), submission.caller());
    boolean approved = submission.text("decision").equals("destroy");
    @Nullable Object note = submission.values().get("note");
    if (approved) {
      erasures.demandPossible(
          dossier.person(), dossier.cooperative(), submission.caseId(), submission.by());
    } else if (note == null) {
      throw FormInvalid.at("note", "required");
    }
    fates.decide(
        dossier,
        submission,
        approved,
        note == null ? null : note.toString(),
        own.today(dossier.cooperative()));
    return List.of(MemberVariables.APPROVED.with(approved));
  }
}
