package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.publishing.Lawyers;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** Lawyers talk about a draft at the place that they mean. */
@House
@Transactional
class DraftCommentsTest {
  private static final Caller AUTHOR = lawyer();
  private static final Caller REVIEWER = lawyer();

  @Autowired private ApplicationContext house;
  @Autowired private RuleDrafts drafts;
  @Autowired private DraftComments comments;
  @Autowired private NoticeBoard notices;

  @Test
  void a_comment_stands_at_its_rule_until_it_is_settled() {
    var draft = draft();

    var comment =
        comments.add(
            REVIEWER, draft, said("rules/ru/admission.dslr", "admission.age", " Почему 18? "));
    comments.add(AUTHOR, draft, said("", "", "Так теперь в законе"));

    assertThat(comments.of(AUTHOR, draft)).hasSize(2).contains(comment);
    assertThat(comment.text()).isEqualTo("Почему 18?");
    assertThat(comments.open(draft)).isEqualTo(2);
    comments.settle(AUTHOR, draft, comment.id());
    comments.settle(REVIEWER, draft, comment.id());
    assertThat(comments.open(draft)).isEqualTo(1);
    var settled = comments.of(AUTHOR, draft).get(0).settled();
    assertThat(settled).isNotNull();
    assertThat(settled.by()).isEqualTo(AUTHOR.person());
  }

  @Test
  void whoever_has_to_do_with_the_draft_is_told_of_a_remark_until_it_is_settled() {
    var lawyers = new Lawyers(house);
    var author = lawyers.author();
    var reviewer = lawyers.second();
    var draft = drafts.open(author, "ru", "Возраст", "Закон изменился").id();
    comments.add(AUTHOR, draft, said("", "", "Сказал и ушёл"));
    var remark = comments.add(reviewer, draft, said("", "", "Почему?"));
    var answer = comments.add(author, draft, said("", "", "Так в законе"));

    assertThat(told(author))
        .containsOnlyOnce(place(draft, remark))
        .doesNotContain(place(draft, answer));
    assertThat(told(reviewer)).containsExactly(place(draft, answer));
    assertThat(told(AUTHOR)).as("who is no lawyer any more").isEmpty();
    assertThat(asked(author)).contains(place(draft, remark));
    comments.settle(author, draft, remark.id());
    assertThat(asked(author)).doesNotContain(place(draft, remark));

    assertThat(asked(reviewer)).containsExactly(place(draft, answer));
    drafts.withdraw(author, draft);
    assertThat(asked(reviewer)).isEmpty();
  }

  private static String place(UUID draft, DraftComment remark) {
    return "/rules/ru/drafts/%s/comments#comment-%s".formatted(draft, remark.id());
  }

  private List<String> told(Caller caller) {
    return remarks(caller).map(Notice::path).toList();
  }

  /** What still asks something of them. */
  private List<String> asked(Caller caller) {
    var remarks = remarks(caller).toList();
    var current = notices.current(caller, remarks);
    return remarks.stream().filter(it -> current.contains(it.place())).map(Notice::path).toList();
  }

  private Stream<Notice> remarks(Caller caller) {
    return notices.list(caller, 0, 100).stream()
        .filter(it -> it.kind() == Notice.Kind.DRAFT_REMARKED);
  }

  @Test
  void only_lawyers_comment_and_only_on_what_is_there() {
    var draft = draft();
    var comment = comments.add(AUTHOR, draft, said("", "", "Вот"));
    var chair = new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.OPERATOR));

    refused("rule-draft-not-theirs", () -> comments.of(chair, draft));
    refused("rule-draft-not-theirs", () -> comments.add(chair, draft, said("", "", "Вот")));
    refused("rule-draft-not-theirs", () -> comments.settle(chair, draft, comment.id()));
    refused("rule-draft-unknown", () -> comments.of(AUTHOR, UUID.randomUUID()));
    refused("comment-unknown", () -> comments.settle(AUTHOR, draft(), comment.id()));
    faults("path", () -> comments.add(AUTHOR, draft, said("rules/ru/nothing.dslr", "", "Вот")));
    faults("subject", () -> comments.add(AUTHOR, draft, said("", "<b>", "Вот")));
    faults("text", () -> comments.add(AUTHOR, draft, said("", "", " ")));
    faults("text", () -> comments.add(AUTHOR, draft, said("", "", "а".repeat(2001))));
    assertThat(comments.of(AUTHOR, draft)).containsExactly(comment);
  }

  @Test
  void of_a_draft_that_is_withdrawn_nothing_more_is_said() {
    var draft = draft();
    drafts.withdraw(AUTHOR, draft);

    refused("rule-draft-closed", () -> comments.add(AUTHOR, draft, said("", "", "Вот")));
  }

  private UUID draft() {
    return drafts.open(AUTHOR, "ru", "Возраст", "Закон изменился").id();
  }

  private static DraftComments.Said said(String path, String subject, String text) {
    return new DraftComments.Said(path, subject, text);
  }

  private static Caller lawyer() {
    return new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.LAWYER));
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private static void faults(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FieldsRefused.class, it -> assertThat(it.faults().get(0).field()).isEqualTo(field));
  }
}
