package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.people.People;
import coop.artel.registry.Memberships;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Tells somebody who is a member already why there is no second line, and what was paid. */
@Component
class WriteMemberLetter implements Step {
  private final Dossiers dossiers;
  private final People people;
  private final Questions questions;
  private final Payments payments;
  private final EntryMatter matter;
  private final Memberships memberships;
  private final Papers papers;

  WriteMemberLetter(
      Dossiers dossiers,
      People people,
      Questions questions,
      Payments payments,
      EntryMatter matter,
      Memberships memberships,
      Papers papers) {
    this.dossiers = dossiers;
    this.people = people;
    this.questions = questions;
    this.payments = payments;
    this.matter = matter;
    this.memberships = memberships;
    this.papers = papers;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var membership =
        memberships
            .line(run.cooperative(), people.sameAs(dossier.person()), matter.memberOn(run))
            .orElseThrow(() -> new IllegalStateException("The register has no such member"));
    var resolution = questions.resolution(dossier.questionPut());
    var letter = papers.memberLetter(dossier, membership, resolution, payments.of(dossier.id()));
    run.wrote(letter.digest());
    dossiers.status(dossier.id(), Status.ALREADY_MEMBER);
  }
}
