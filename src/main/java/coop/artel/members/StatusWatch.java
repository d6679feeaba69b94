package coop.artel.members;

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
          Status.TO_BE_RETURNED,
          Status.TO_BE_JUDGED);

  private final Dossiers dossiers;

  StatusWatch(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @EventListener
  void on(TaskOpened opened) {
    switch (opened.activity()) {
      case "verify-identity", "obtain-signature" -> set(opened, Status.IN_CHECK);
      case "return-application" -> set(opened, Status.TO_BE_RETURNED);
      case "judge-by-hand" -> set(opened, Status.TO_BE_JUDGED);
      default -> {}
    }
  }

  private void set(TaskOpened opened, Status status) {
    dossiers
        .ofCase(opened.caseId())
        .filter(dossier -> BEFORE_THE_COUNCIL.contains(dossier.status()))
        .ifPresent(dossier -> dossiers.status(dossier.id(), status));
  }
}
