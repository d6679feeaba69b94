package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.people.People;
import coop.artel.registry.AlreadyMember;
import coop.artel.registry.Memberships;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters the new member under the next number, and lets the other modules know. */
@Component
class EnterInRegister implements Step {
  private final Dossiers dossiers;
  private final People people;
  private final Questions questions;
  private final EntryMatter matter;
  private final Memberships memberships;
  private final ApplicationEventPublisher events;

  EnterInRegister(
      Dossiers dossiers,
      People people,
      Questions questions,
      EntryMatter matter,
      Memberships memberships,
      ApplicationEventPublisher events) {
    this.dossiers = dossiers;
    this.people = people;
    this.questions = questions;
    this.matter = matter;
    this.memberships = memberships;
    this.events = events;
  }

  /** Somebody else entered the same human being since the law was asked. */
  @Override
  public Set<String> refusals() {
    return Set.of(AlreadyMember.CODE);
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var resolution = questions.resolution(dossier.questionPut());
    var member =
        memberships.enter(
            run.cooperative(),
            dossier.person(),
            people.sameAs(dossier.person()),
            matter.memberOn(run),
            resolution.document().toString());
    dossiers.status(dossier.id(), Status.ADMITTED);
    events.publishEvent(
        new MemberAdmitted(member.cooperative(), member.person(), member.number(), member.since()));
  }
}
