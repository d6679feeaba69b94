package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.registry.Memberships;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Certifies the line of the register to the new member. */
@Component
class IssueCertificate implements Step {
  private final Dossiers dossiers;
  private final Payments payments;
  private final Questions questions;
  private final EntryMatter matter;
  private final Memberships memberships;
  private final Papers papers;

  IssueCertificate(
      Dossiers dossiers,
      Payments payments,
      Questions questions,
      EntryMatter matter,
      Memberships memberships,
      Papers papers) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.questions = questions;
    this.matter = matter;
    this.memberships = memberships;
    this.papers = papers;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var resolution = questions.resolution(dossier.questionPut());
    var paid = payments.of(dossier.id());
    var member =
        memberships
            .of(run.cooperative(), dossier.person(), matter.memberOn(run))
            .orElseThrow(() -> new IllegalStateException("The register has no such member"));
    run.wrote(papers.certificate(dossier, member, resolution, paid).digest());
  }
}
