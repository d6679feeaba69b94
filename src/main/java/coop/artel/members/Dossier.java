package coop.artel.members;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept on one application, as far as it has come.
 *
 * @param consent the consent given with it
 * @param paper the newest document of the application itself
 * @param question that was put to the council
 */
record Dossier(
    UUID id,
    CooperativeId cooperative,
    PersonId person,
    @Nullable String caseId,
    Status status,
    LocalDate receivedOn,
    Set<Income> income,
    @Nullable LocalDate decideBy,
    boolean decideByPreliminary,
    @Nullable UUID consent,
    @Nullable UUID paper,
    @Nullable UUID question,
    @Nullable LocalDate noticeBy,
    @Nullable LocalDate payBy,
    @Nullable LocalDate lapsedOn) {

  UUID consentGiven() {
    return present(consent, "consent");
  }

  UUID questionPut() {
    return present(question, "question");
  }

  UUID paperWritten() {
    return present(paper, "paper");
  }

  String startedCase() {
    return present(caseId, "case");
  }

  LocalDate lastDayToDecide() {
    return present(decideBy, "last day to decide");
  }

  LocalDate lastDayToTell() {
    return present(noticeBy, "last day to tell the applicant");
  }

  LocalDate lastDayToPay() {
    return present(payBy, "last day to pay");
  }

  private <T> T present(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException("Application %s has no %s yet".formatted(id, name));
    }
    return part;
  }
}
