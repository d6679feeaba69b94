package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Citation;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Lawyers mark what has changed in the law and say what they have looked through. */
@House
@Transactional
class LawWatchTest {
  private static final LocalDate SINCE = LocalDate.of(2026, 9, 1);

  @Autowired private LawWatch watch;
  @Autowired private Records records;
  @Autowired private NoticeBoard notices;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private Callers callers;
  @Autowired private LegalClock clock;
  @Autowired private JdbcClient sql;

  private Caller lawyer;
  private Caller other;
  private Caller operator;

  @BeforeEach
  void who_is_here() {
    lawyer = caller("watching-lawyer", PlatformRole.LAWYER);
    other = caller("another-lawyer", PlatformRole.LAWYER);
    operator = caller("watching-operator", PlatformRole.OPERATOR);
  }

  @Test
  void a_marked_article_flags_what_cites_it_until_it_is_settled() {
    var change = mark("3085-1, ст. 7");

    var flagged = watch.flagged("ru");
    assertThat(flagged).extracting(LawWatch.Flagged::change).contains(change);
    assertThat(citings(change))
        .extracting(Citing::kind, Citing::id)
        .contains(
            tuple(Citing.Kind.RULE, "admission.age"),
            tuple(Citing.Kind.NORM, "membership.min-age"),
            tuple(Citing.Kind.CASE, "A2"))
        .doesNotContain(tuple(Citing.Kind.RULE, "admission.born"));

    watch.settle(lawyer, "ru", change.id(), "Правило и норма прежние");

    assertThat(watch.flagged("ru")).extracting(it -> it.change().id()).doesNotContain(change.id());
    var settlement = found(change).settlement();
    assertThat(settlement).isNotNull();
    assertThat(settlement.note()).isEqualTo("Правило и норма прежние");
    assertThat(settlement.by()).isEqualTo(lawyer.person());
    refused("change-settled", () -> watch.settle(other, "ru", change.id(), "ещё раз"));
  }

  @Test
  void each_act_leaves_a_record_in_the_series_of_the_rules() {
    var change = mark("3085-1, ст. 10(2)");
    watch.settle(lawyer, "ru", change.id(), "Проверено");
    watch.compare(lawyer, "ru", new LawWatch.Comparison("3085-1", SINCE.minusYears(2), ""));

    var series = records.of("rules:ru");
    var last = series.subList(series.size() - 3, series.size());
    assertThat(last)
        .extracting(CaseRecord::kind)
        .containsExactly(
            RecordKind.ARTICLE_CHANGED, RecordKind.LAW_CHECKED, RecordKind.LAW_CHECKED);
    assertThat(last.get(0).members())
        .containsEntry("act", "3085-1")
        .containsEntry("article", "ст. 10(2)")
        .containsEntry("since", "2026-09-01")
        .containsEntry("change", change.id().toString())
        .doesNotContainKey("note");
    assertThat(last.get(1).members()).containsEntry("change", change.id().toString());
    assertThat(last.get(2).members())
        .containsEntry("day", "2024-09-01")
        .containsEntry("article", "");
  }

  @Test
  void the_other_lawyers_are_told_until_it_is_settled() {
    notices.markRead(other, notices.settled());
    int before = notices.unread(other);
    var change = mark("3085-1, ст. 7");

    var told = notices.list(other, 0, 1).get(0);
    assertThat(told.kind()).isEqualTo(Notice.Kind.ARTICLE_CHANGED);
    assertThat(told.path()).isEqualTo("/rules/ru/watch#change-" + change.id());
    assertThat(told.activity()).isEqualTo("3085-1, ст. 7");
    assertThat(notices.unread(other)).isEqualTo(before + 1);
    for (var knows : List.of(lawyer, operator)) {
      assertThat(notices.list(knows, 0, 100)).extracting(Notice::path).doesNotContain(told.path());
    }

    watch.settle(lawyer, "ru", change.id(), "Проверено");
    assertThat(notices.unread(other)).isEqualTo(before);
  }

  @Test
  void an_act_is_due_when_its_last_check_is_older_than_the_setting() {
    var today = clock.today(ZoneOffset.UTC);
    assertThat(act("GenG").due()).isTrue();
    assertThat(act("GenG").last()).isNull();

    compare("GenG, § 4", today.minusDays(1));
    assertThat(act("GenG").due()).as("an article is not its act").isTrue();
    assertThat(act("GenG").checks()).hasSize(1);
    compare("GenG", today.minusDays(watch.every() - 1));
    compare("GenG", today.minusDays(watch.every() + 300));
    assertThat(act("GenG").due()).isFalse();
    assertThat(act("GenG").last()).isEqualTo(today.minusDays(watch.every() - 1));

    compare("eIDAS", today.minusDays(watch.every() + 2));
    assertThat(act("eIDAS").due()).isTrue();
    assertThat(watch.acts("de")).extracting(it -> it.act().id()).containsExactly("eIDAS", "GenG");
    assertThat(watch.due("de")).isEqualTo(1);
  }

  @Test
  void only_lawyers_mark_settle_and_check() {
    var change = mark("3085-1, ст. 7");

    refused("watch-not-theirs", () -> watch.mark(operator, "ru", asked("3085-1", SINCE)));
    refused("watch-not-theirs", () -> watch.settle(operator, "ru", change.id(), "да"));
    refused(
        "watch-not-theirs",
        () -> watch.compare(operator, "ru", new LawWatch.Comparison("3085-1", SINCE, "")));
    assertThat(found(change).open()).isTrue();
  }

  @Test
  void what_cannot_be_so_is_told_at_its_field_and_nothing_is_kept() {
    var before = watch.changes("ru").size();
    faults(() -> watch.mark(lawyer, "ru", asked("3085-1, ст. 999", SINCE)), "place");
    faults(() -> watch.mark(lawyer, "ru", asked("", SINCE)), "place");
    faults(() -> watch.mark(lawyer, "ru", asked("3085-1", null)), "since");
    faults(() -> watch.mark(lawyer, "ru", asked("3085-1", LocalDate.of(1800, 1, 1))), "since");
    faults(() -> watch.mark(lawyer, "ru", asked("3085-1", SINCE.plusYears(50))), "since");
    faults(
        () -> watch.mark(lawyer, "ru", new LawWatch.Mark("3085-1", SINCE, " ", "javascript:x")),
        "note",
        "source");
    faults(
        () ->
            watch.compare(
                lawyer,
                "ru",
                new LawWatch.Comparison("3085-1", clock.today(ZoneOffset.UTC).plusDays(2), "")),
        "day");
    var change = mark("3085-1, ст. 7");
    faults(() -> watch.settle(lawyer, "ru", change.id(), ""), "note");
    refused("change-known", () -> mark("3085-1, ст. 7"));
    refused("change-unknown", () -> watch.settle(lawyer, "ru", UUID.randomUUID(), "да"));
    refused("change-unknown", () -> watch.settle(lawyer, "de", change.id(), "да"));
    assertThatExceptionOfType(RulesUnknown.class).isThrownBy(() -> watch.acts("xx"));

    assertThat(watch.changes("ru")).hasSize(before + 1);
  }

  @Test
  void what_a_lawyer_writes_is_bounded() {
    var longer = "я".repeat(1001);
    var address = "https://publication.example/" + "1".repeat(500);
    faults(() -> watch.mark(lawyer, "ru", new LawWatch.Mark("3085-1", SINCE, longer, "")), "note");
    faults(
        () -> watch.mark(lawyer, "ru", new LawWatch.Mark("3085-1", SINCE, "да", address)),
        "source");
    var change = mark("3085-1, ст. 7");
    faults(() -> watch.settle(lawyer, "ru", change.id(), longer), "note");
    faults(
        () ->
            watch.compare(
                lawyer,
                "ru",
                new LawWatch.Comparison("3085-1", clock.today(ZoneOffset.UTC), longer)),
        "note");
  }

  @Test
  void what_is_compared_is_in_force_and_was_on_a_day_that_there_has_been() {
    faults(() -> compare("GenG, § 999", SINCE.minusYears(2)), "place");
    faults(() -> compare("3085-1", SINCE.minusYears(2)), "place");
    faults(() -> compare("GenG", null), "day");
    faults(() -> compare("GenG", LocalDate.of(1899, 12, 31)), "day");
    assertThat(act("GenG").checks()).isEmpty();
  }

  @Test
  void an_article_is_marked_again_from_another_day_and_once_it_was_settled() {
    var change = mark("3085-1, ст. 7");
    watch.mark(lawyer, "ru", asked("3085-1, ст. 7", SINCE.plusDays(1)));
    refused("change-known", () -> mark("3085-1, ст. 7"));

    watch.settle(lawyer, "ru", change.id(), "Правило и норма прежние");

    assertThat(mark("3085-1, ст. 7").open()).isTrue();
  }

  @Test
  void what_was_marked_is_never_changed() {
    mark("3085-1, ст. 7");

    assertThatThrownBy(() -> sql.sql("update law.article_changes set note = ''").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private ArticleChange mark(String place) {
    return watch.mark(lawyer, "ru", asked(place, SINCE));
  }

  private static LawWatch.Mark asked(String place, @Nullable LocalDate since) {
    return new LawWatch.Mark(place, since, "Новая редакция", "https://publication.example/1");
  }

  private void compare(String place, @Nullable LocalDate day) {
    watch.compare(lawyer, "de", new LawWatch.Comparison(place, day, "сошлось"));
  }

  private LawWatch.Watched act(String id) {
    return watch.acts("de").stream()
        .filter(it -> it.act().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Citing> citings(ArticleChange change) {
    assertThat(change.place()).isEqualTo(new Citation("3085-1", "ст. 7"));
    return watch.flagged("ru").stream()
        .filter(it -> it.change().id().equals(change.id()))
        .findFirst()
        .orElseThrow()
        .citings();
  }

  private ArticleChange found(ArticleChange change) {
    return watch.changes("ru").stream()
        .filter(it -> it.id().equals(change.id()))
        .findFirst()
        .orElseThrow();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void faults(ThrowingCallable call, String... fields) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(FieldsRefused.Fault::field)
                    .containsExactly(fields));
  }

  private Caller caller(String login, PlatformRole role) {
    var id = PersonId.random();
    people.register(
        new Person(
            id, "Юрьева", "Вера", null, LocalDate.of(1980, 1, 1), "г. Москва", null, null, null));
    accounts.open(id, login, "очень тайное слово", Set.of(role));
    return callers.of(id);
  }
}
