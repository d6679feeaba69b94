package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.registry.Memberships;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters the new member under the next number, and lets the other modules know. */
@Component
class EnterInRegister implements Step {
  private final Dossiers dossiers;
  private final Payments payments;
  private final Questions questions;
  private final Memberships memberships;
  private final ApplicationEventPublisher events;

  EnterInRegister(
      Dossiers dossiers,
      Payments payments,
      Questions questions,
      Memberships memberships,
      ApplicationEventPublisher events) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.questions = questions;
    this.memberships = memberships;
    this.events = events;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var resolution = questions.resolution(dossier.questionPut());
    var member =
        memberships.enter(
            run.cooperative(),
            dossier.person(),
            payments.of(dossier.id()).complete(resolution.decidedOn()),
            resolution.document().toString());
    dossiers.status(dossier.id(), Status.ADMITTED);
    events.publishEvent(
        new MemberAdmitted(member.cooperative(), member.person(), member.number(), member.since()));
  }
}
