package coop.artel.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.law.EditionFault;
import coop.artel.law.Publications;
import coop.artel.law.RuleDrafts;
import coop.artel.values.Refusal;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may not publish an edition, and what may not be published under its name. */
@House
class WhoPublishesTest {
  private static final String MINUTES = "jurisdictions/ru/cases/minutes.yaml";

  @Autowired private ApplicationContext house;
  @Autowired private Publications publications;
  @Autowired private Proposals proposals;
  @Autowired private RuleDrafts drafts;
  @Autowired private Tasks tasks;
  private Lawyers lawyers;

  @BeforeEach
  void who_is_here() {
    lawyers = new Lawyers(house);
  }

  private LocalDate today() {
    return publications.today("ru");
  }

  @Test
  void its_author_publishes_it_as_little_as_whoever_wrote_to_its_draft() {
    var draft = lawyers.draft();
    var proposed = lawyers.propose(draft);
    var publish = Map.of("verdict", "publish", "liveFrom", today().toString());

    refused(
        "own-edition",
        () -> lawyers.complete(lawyers.author(), proposed, "review-edition", publish));
    var review = lawyers.waiting(proposed, "review-edition");
    assertThat(tasks.barred(lawyers.author(), review).map(Refusal::code)).contains("own-edition");
    assertThat(tasks.barred(lawyers.second(), review)).isEmpty();
    assertThat(lawyers.waiting(proposed, "review-edition").assignee()).isNull();
    lawyers.complete(
        lawyers.second(),
        proposed,
        "review-edition",
        Map.of("verdict", "return", "note", "Назовите пример иначе"));
    drafts.change(
        lawyers.second(),
        draft,
        MINUTES,
        Optional.of(drafts.before(draft).byPath().get(MINUTES) + "\n"),
        0);
    lawyers.complete(lawyers.author(), proposed, "mend-edition", Map.of("next", "resubmit"));

    refused(
        "own-edition",
        () -> lawyers.complete(lawyers.second(), proposed, "review-edition", publish));
    assertThat(publications.find("ru", publications.newest("ru")).fileSet())
        .isNotEqualTo(proposals.find(proposed.id()).fileSet());
    assertThat(lawyers.waiting(proposed, "review-edition").assignee()).isNull();
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void whoever_proposes_what_another_wrote_does_not_publish_it() {
    var draft = drafts.open(lawyers.second(), "ru", "Чужой пример", "Спрашивали").id();
    var text = drafts.before(draft).byPath().get(MINUTES) + "\n";
    drafts.change(lawyers.second(), draft, MINUTES, Optional.of(text), 0);
    var proposed = lawyers.propose(draft);
    assertThat(drafts.writers(draft)).doesNotContain(lawyers.author().person());

    refused(
        "own-edition",
        () ->
            lawyers.complete(
                lawyers.author(),
                proposed,
                "review-edition",
                Map.of("verdict", "publish", "liveFrom", today().toString())));

    assertThat(lawyers.waiting(proposed, "review-edition").assignee()).isNull();
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void what_is_published_are_the_files_of_the_draft_and_no_others() {
    var proposed = lawyers.propose(lawyers.draft());

    assertThat(publications.proposed(proposed.draft(), proposed.fileSet())).isEmpty();
    assertThat(
            publications.proposed(
                proposed.draft(), publications.find("ru", publications.newest("ru")).fileSet()))
        .extracting(EditionFault::code)
        .contains("files-changed");
    proposals.recall(lawyers.author(), proposed.id());
  }

  @Test
  void nothing_is_published_from_no_day() {
    var proposed = lawyers.propose(lawyers.draft());

    assertThatThrownBy(
            () ->
                lawyers.complete(
                    lawyers.second(), proposed, "review-edition", Map.of("verdict", "publish")))
        .isInstanceOfSatisfying(
            FormInvalid.class, it -> assertThat(it.errors().get(0).key()).isEqualTo("liveFrom"));
    proposals.recall(lawyers.author(), proposed.id());
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
