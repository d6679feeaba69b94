package coop.artel.publishing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleDrafts;
import coop.artel.people.People;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The task's group has its author and invented lawyers too: who may judge is asked again. */
class ReviewEditionTest {
  private static final CooperativeId RUSSIA = CooperativeId.ofCountry("ru");

  private final ProposalRows rows = mock();
  private final Publications publications = mock();
  private final RuleDrafts drafts = mock();
  private final ReviewEdition review =
      new ReviewEdition(rows, publications, drafts, mock(Replay.class), mock(People.class), mock());
  private final Caller lawyer =
      new Caller(PersonId.random(), "Кто-то", Map.of(), Set.of(PlatformRole.LAWYER));

  private static final class Invented extends Refusal {
    Invented() {
      super("lawyer-of-the-demonstration", "They are invented");
    }
  }

  @Test
  void whoever_does_not_publish_in_the_country_judges_nothing() {
    var run = waiting(PersonId.random());
    doThrow(new Invented()).when(publications).demandLawyer(lawyer, "ru");

    assertThatThrownBy(() -> review.demandMayTake(run, lawyer)).isInstanceOf(Invented.class);
    assertThatThrownBy(() -> review.handle(submission(run))).isInstanceOf(Invented.class);

    nothingWasJudged();
  }

  @Test
  void its_author_neither_takes_the_task_nor_judges_if_they_have_it() {
    var run = waiting(lawyer.person());

    assertThatThrownBy(() -> review.demandMayTake(run, lawyer)).isInstanceOf(ProposalRefused.class);
    assertThatThrownBy(() -> review.handle(submission(run))).isInstanceOf(ProposalRefused.class);

    nothingWasJudged();
  }

  private FakeRun waiting(PersonId author) {
    var run = new FakeRun("c-1", RUSSIA);
    var proposal =
        new Proposal(
            UUID.randomUUID(),
            "ru",
            "c-1",
            UUID.randomUUID(),
            Optional.empty(),
            author,
            Instant.EPOCH,
            1,
            "ab",
            List.of(),
            List.of(),
            Proposal.State.OPEN);
    when(rows.of(run)).thenReturn(proposal);
    return run;
  }

  private Submission submission(FakeRun run) {
    var values = Map.<String, Object>of("verdict", "return", "note", "Назовите иначе");
    return new Submission("t-1", "c-1", RUSSIA, lawyer, null, values, run);
  }

  private void nothingWasJudged() {
    verify(rows, never()).judged(any(), eq("t-1"), any(), any(), any());
    verify(drafts, never()).reopen(any());
  }
}
