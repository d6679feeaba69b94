package coop.artel.members;

import coop.artel.law.Outcome;
import coop.artel.meetings.VotesCounted;
import coop.artel.workflow.TaskOpened;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what an applicant is told in step with the task that waits for an officer. */
@Component
class StatusWatch {
  /** Later ones are told by the council's decision, not by whoever has a task then. */
  private static final Set<Status> BEFORE_THE_COUNCIL =
      EnumSet.of(
          Status.RECEIVED,
          Status.TO_BE_COMPLETED,
          Status.TO_BE_CORRECTED,
          Status.IN_CHECK,
          Status.TO_BE_SIGNED,
          Status.TO_BE_RETURNED,
          Status.TO_BE_JUDGED);

  private static final Set<Status> IN_COUNCIL =
      EnumSet.of(Status.IN_COUNCIL, Status.COUNT_TO_BE_JUDGED);

  private final Dossiers dossiers;

  StatusWatch(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @EventListener
  void on(TaskOpened opened) {
    switch (opened.activity()) {
      case "verify-identity" -> set(opened, Status.IN_CHECK);
      case "obtain-signature" -> set(opened, Status.TO_BE_SIGNED);
      case "return-application" -> set(opened, Status.TO_BE_RETURNED);
      case "judge-by-hand" -> set(opened, Status.TO_BE_JUDGED);
      default -> {}
    }
  }

  /** What the law leaves open of a count is the chair's word; then the council goes on. */
  @EventListener
  void on(VotesCounted counted) {
    dossiers
        .ofCase(counted.caseId())
        .filter(dossier -> IN_COUNCIL.contains(dossier.status()))
        .ifPresent(
            dossier ->
                dossiers.status(
                    dossier.id(),
                    counted.outcome() == Outcome.HUMAN
                        ? Status.COUNT_TO_BE_JUDGED
                        : Status.IN_COUNCIL));
  }

  private void set(TaskOpened opened, Status status) {
    dossiers
        .ofCase(opened.caseId())
        .filter(dossier -> BEFORE_THE_COUNCIL.contains(dossier.status()))
        .ifPresent(dossier -> dossiers.status(dossier.id(), status));
  }
}
