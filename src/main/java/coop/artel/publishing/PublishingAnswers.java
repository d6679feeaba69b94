package coop.artel.publishing;

import coop.artel.workflow.Answers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What second lawyers said in the case of an edition. */
@Component
class PublishingAnswers implements Answers {
  private final ProposalRows rows;

  PublishingAnswers(ProposalRows rows) {
    this.rows = rows;
  }

  @Override
  public List<Answer> of(String caseId) {
    return rows.ofCase(caseId).stream()
        .flatMap(it -> it.verdicts().stream())
        .flatMap(PublishingAnswers::answers)
        .toList();
  }

  private static Stream<Answer> answers(Proposal.Verdict it) {
    var word = new Word(it.liveFrom().isPresent() ? "publish" : "return");
    return Stream.of(
            Optional.of(new Answer(it.task(), "edition-verdict", word)),
            it.liveFrom().map(day -> new Answer(it.task(), "edition-live-from", day)),
            it.note().map(note -> new Answer(it.task(), "edition-note", note)))
        .flatMap(Optional::stream);
  }
}
