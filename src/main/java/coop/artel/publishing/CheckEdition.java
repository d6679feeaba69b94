package coop.artel.publishing;

import coop.artel.law.EditionFault;
import coop.artel.law.Publications;
import coop.artel.law.RuleDrafts;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Looks whether anything stands against publishing the files of a proposal. */
@Component
class CheckEdition implements Step {
  private final ProposalRows rows;
  private final Publications publications;
  private final RuleDrafts drafts;

  CheckEdition(ProposalRows rows, Publications publications, RuleDrafts drafts) {
    this.rows = rows;
    this.publications = publications;
    this.drafts = drafts;
  }

  @Override
  public void run(Run run) {
    var it = rows.of(run);
    var faults = publications.proposed(it.draft(), it.fileSet());
    boolean fit = faults.stream().noneMatch(EditionFault::stands);
    rows.found(it, faults);
    if (!fit) {
      drafts.reopen(it.draft());
    }
    PublishingVariables.EDITION_FIT.set(run, fit);
  }
}
