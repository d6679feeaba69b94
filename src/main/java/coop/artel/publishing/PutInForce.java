package coop.artel.publishing;

import coop.artel.law.EditionFault;
import coop.artel.law.Publications;
import coop.artel.law.Publications.Ordered;
import coop.artel.law.RuleDrafts;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts in force what two lawyers stand for, unless something has come to stand against it. */
@Component
class PutInForce implements Step {
  private final ProposalRows rows;
  private final Publications publications;
  private final RuleDrafts drafts;

  PutInForce(ProposalRows rows, Publications publications, RuleDrafts drafts) {
    this.rows = rows;
    this.publications = publications;
    this.drafts = drafts;
  }

  /** Something else was published since, or a condition holds no more. */
  @Override
  public Set<String> refusals() {
    return Set.of(EditionUnfit.CODE);
  }

  @Override
  public void run(Run run) {
    var it = rows.of(run);
    publications.lock(it.country());
    var faults =
        publications.faults(it.draft(), it.fileSet()).stream()
            .filter(EditionFault::stands)
            .toList();
    if (!faults.isEmpty()) {
      rows.found(it, faults);
      drafts.reopen(it.draft());
      throw new EditionUnfit(faults.size());
    }
    var verdict = it.verdict().orElseThrow();
    var ordered = new Ordered(verdict.liveFrom().orElseThrow(), it.author(), verdict.reviewer());
    var published = publications.publish(it.draft(), run.caseId(), ordered);
    rows.ended(it.id(), published.number());
    run.happened(Publications.told(published, ordered));
  }
}
