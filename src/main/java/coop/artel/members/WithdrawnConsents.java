package coop.artel.members;

import coop.artel.access.Caller;
import coop.artel.law.Law;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Processes;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Begins the case in which somebody accounts for the data of whoever consents no longer. */
@Component
class WithdrawnConsents {
  private static final String PROCESS = "end-data-processing";
  private static final String NORM = "consent.withdrawal-days";

  private final Law law;
  private final Processes processes;

  WithdrawnConsents(Law law, Processes processes) {
    this.law = law;
    this.processes = processes;
  }

  void begin(Caller caller, Dossier dossier, LocalDate withdrawnOn) {
    processes.start(
        PROCESS,
        dossier.cooperative(),
        caller.person(),
        dossier.person(),
        MemberVariables.APPLICANT.with(dossier.id()),
        MemberVariables.DESTROY_BY.with(term(withdrawnOn, dossier.cooperative()).lastDay()));
  }

  /** By when the data are destroyed that no law demands to be kept. */
  Law.Term term(LocalDate withdrawnOn, CooperativeId cooperative) {
    return law.term(NORM, withdrawnOn, cooperative);
  }
}
