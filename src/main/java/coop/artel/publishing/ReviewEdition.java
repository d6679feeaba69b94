package coop.artel.publishing;

import coop.artel.access.Caller;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDrafts;
import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A lawyer who did not write it puts an edition in force from a day, or sends it back. */
@Component
class ReviewEdition implements FormHandler {
  private static final int MOST_YEARS_AHEAD = 10;

  private final ProposalRows rows;
  private final Publications publications;
  private final RuleDrafts drafts;
  private final Replay replay;
  private final People people;
  private final ProposalWords words;

  ReviewEdition(
      ProposalRows rows,
      Publications publications,
      RuleDrafts drafts,
      Replay replay,
      People people,
      ProposalWords words) {
    this.rows = rows;
    this.publications = publications;
    this.drafts = drafts;
    this.replay = replay;
    this.people = people;
    this.words = words;
  }

  @Override
  public String form() {
    return "review-edition";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var it = rows.of(run);
    var draft = drafts.find(it.draft());
    var shown = new HashMap<String, Object>();
    shown.put("title", words.title(draft));
    shown.put("proposedBy", people.nameOf(it.author()).orElse("—"));
    shown.put("base", words.publication(draft.base()));
    shown.put(
        "files",
        publications
            .changes(publications.find(it.country(), draft.base()).fileSet(), it.fileSet())
            .stream()
            .map(Publications.Changed::path)
            .collect(Collectors.joining("\n")));
    shown.put("edition", publications.edition(it.fileSet()));
    shown.put("replay", words.replay(replay.of(it.fileSet())));
    return shown;
  }

  @Override
  public void demandMayTake(Run run, Caller caller) {
    demandSecond(caller, rows.of(run));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var it = rows.of(submission.run());
    demandSecond(submission.caller(), it);
    boolean publishes = submission.text("verdict").equals("publish");
    var liveFrom = (LocalDate) submission.values().get("liveFrom");
    var note = (String) submission.values().get("note");
    if (publishes) {
      demandDay(it.country(), liveFrom);
      demandReplay(it);
    } else {
      drafts.reopen(it.draft());
    }
    if (!publishes && note == null) {
      throw FormInvalid.at("note", "required");
    }
    rows.judged(it, submission.taskId(), submission.by(), publishes ? liveFrom : null, note);
    return List.of(PublishingVariables.APPROVED.with(publishes));
  }

  private void demandSecond(Caller caller, Proposal it) {
    publications.demandLawyer(caller, it.country());
    if (caller.speaksFor(it.author())
        || drafts.writers(it.draft()).stream().anyMatch(caller::speaksFor)) {
      throw ProposalRefused.ownEdition();
    }
  }

  /** Nobody publishes before it is known what would have been decided otherwise. */
  private void demandReplay(Proposal it) {
    if (replay.done(it.fileSet()).isEmpty()) {
      throw FormInvalid.at("verdict", "past-not-asked");
    }
  }

  private void demandDay(String country, @Nullable LocalDate liveFrom) {
    if (liveFrom == null) {
      throw FormInvalid.at("liveFrom", "required");
    }
    var today = publications.today(country);
    if (liveFrom.isBefore(today)) {
      throw FormInvalid.at("liveFrom", "live-too-early", today);
    }
    var latest = today.plusYears(MOST_YEARS_AHEAD);
    if (liveFrom.isAfter(latest)) {
      throw FormInvalid.at("liveFrom", "live-too-late", latest);
    }
  }
}
