package coop.artel.publishing;

import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDrafts;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The author has mended what stood against publishing, or gives it up. */
@Component
class MendEdition implements FormHandler {
  private final ProposalRows rows;
  private final Publications publications;
  private final RuleDrafts drafts;
  private final Replay replay;
  private final ProposalWords words;

  MendEdition(
      ProposalRows rows,
      Publications publications,
      RuleDrafts drafts,
      Replay replay,
      ProposalWords words) {
    this.rows = rows;
    this.publications = publications;
    this.drafts = drafts;
    this.replay = replay;
    this.words = words;
  }

  @Override
  public String form() {
    return "mend-edition";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var it = rows.of(run);
    var draft = drafts.find(it.draft());
    return Map.of(
        "title", words.title(draft), "wrong", words.wrong(it), "where", words.where(draft));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var it = rows.of(submission.run());
    boolean resubmits = submission.text("next").equals("resubmit");
    if (resubmits) {
      publications.demandLawyer(submission.caller(), it.country());
      var fileSet = publications.keep(it.draft());
      replay.begun(submission.caller(), it.draft());
      drafts.submit(submission.caller(), it.draft());
      rows.submit(it.id(), it.round() + 1, fileSet);
    } else {
      rows.ended(it.id(), null);
    }
    return List.of(PublishingVariables.RESUBMITTED.with(resubmits));
  }
}
