package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.notary.Records;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What lawyers write, and how it comes into force, in a database of its own. */
class RuleDraftsTest {
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final Caller ANNA = lawyer();
  private static final Caller BORIS = lawyer();

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.service());
  private final Countries countries = new Countries();
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final Published published = new Published(offset::get);
  private final EditionStore store = new EditionStore(sql, published);
  private final Editions editions = new Editions(countries, published, store, 24);
  private final RuleDrafts drafts =
      new RuleDrafts(new RuleDraftStore(sql), store, editions, countries);

  private static Caller lawyer() {
    return new Caller(PersonId.random(), "lawyer", Map.of(), Set.of(PlatformRole.LAWYER));
  }

  @BeforeEach
  void the_service_has_started() {
    start(countries);
  }

  private void start(Countries countries) {
    new EditionsAtStart(
            editions,
            countries,
            store,
            drafts,
            sql,
            null,
            new JdbcTransactionManager(database.service()))
        .afterPropertiesSet();
  }

  @Test
  void what_the_service_brings_is_in_force_in_an_empty_database() {
    assertThat(drafts.publications("ru"))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.number()).isEqualTo(1);
              assertThat(first.fileSet()).isEqualTo(editions.shippedFiles("ru").digest());
              assertThat(first.author()).isEmpty();
            });
    start(countries);
    assertThat(drafts.publications("ru")).hasSize(1);
    assertThat(drafts.ofCountry("ru")).isEmpty();
    assertThat(store.load(editions.currentSet("ru"))).isEqualTo(editions.shippedFiles("ru"));
  }

  @Test
  void a_published_draft_is_in_force_at_once_and_another_node_learns_of_it() {
    var draft = withAge(18);
    var elsewhere = new Published(offset::get);
    var other = new EditionStore(JdbcClient.create(database.service()), elsewhere);
    var edition = editions.current("ru").id();

    var publication = publish(draft, null);
    other.follow();

    assertThat(publication.number()).isEqualTo(2);
    assertThat(editions.current("ru").id()).isNotEqualTo(edition).isEqualTo(publication.edition());
    assertThat(age(editions.current("ru"))).isEqualTo("18");
    assertThat(countries.of("ru").norm("membership.min-age").orElseThrow().general(day()))
        .isEqualTo(
            editions
                .current("ru")
                .country()
                .norm("membership.min-age")
                .orElseThrow()
                .general(day()));
    assertThat(elsewhere.now("ru", ZoneOffset.UTC).orElseThrow().number()).isEqualTo(2);
    other.destroy();
  }

  @Test
  void an_edition_from_a_later_day_waits_for_it() {
    var inAWeek = LocalDate.now(countries.of("ru").zone()).plusDays(7);

    publish(withAge(18), inAWeek);

    assertThat(age(editions.current("ru"))).isEqualTo("16");
    offset.set(Duration.ofDays(7));
    assertThat(age(editions.current("ru"))).isEqualTo("18");
  }

  @Test
  void who_wrote_to_a_draft_does_not_publish_it() {
    var draft = withAge(18);

    refused("rule-draft-same-person", () -> publish(draft, ANNA, ANNA));
    drafts.change(
        BORIS,
        draft,
        "jurisdictions/ru/acts.yaml",
        Optional.of(drafts.files(draft).byPath().get("jurisdictions/ru/acts.yaml") + "# 1\n"),
        0);
    drafts.submit(ANNA, draft);
    refused(
        "rule-draft-same-person",
        () -> drafts.publish(draft, null, "c", ANNA.person(), BORIS.person()));
    assertThat(drafts.publications("ru")).hasSize(1);
  }

  @Test
  void one_person_is_not_two_though_they_wrote_nothing() {
    var draft = withAge(18);
    drafts.submit(ANNA, draft);

    refused(
        "rule-draft-same-person",
        () -> drafts.publish(draft, null, "c", BORIS.person(), BORIS.person()));
  }

  @Test
  void a_draft_is_written_while_it_is_open_and_published_while_it_waits() {
    var draft = withAge(18);
    refused(
        "rule-draft-closed", () -> drafts.publish(draft, null, "c", ANNA.person(), BORIS.person()));

    drafts.submit(ANNA, draft);

    refused("rule-draft-closed", () -> write(ANNA, draft, "#", 1));
    refused("rule-draft-closed", () -> drafts.withdraw(ANNA, draft));
    refused("rule-draft-closed", () -> drafts.rebase(ANNA, draft));
    refused("rule-draft-closed", () -> drafts.submit(ANNA, draft));
    assertThat(drafts.files(draft).byPath().get(NORMS)).isEqualTo(norms(18));
  }

  @Test
  void of_two_drafts_that_wait_the_second_is_outdated_once_the_first_is_published() {
    var second = withAge(17);
    drafts.submit(ANNA, second);
    publish(withAge(18), null);

    refused(
        "rule-draft-outdated",
        () -> drafts.publish(second, null, "c", ANNA.person(), BORIS.person()));
  }

  @Test
  void two_lawyers_on_one_file_do_not_overwrite_each_other() {
    var draft = drafts.open(ANNA, "ru", "Возраст", "ошибка в цифре").id();
    write(ANNA, draft, "# Анна\n", 0);

    refused("rule-draft-changed", () -> write(BORIS, draft, "# Борис\n", 0));
    assertThat(drafts.files(draft).byPath().get(NORMS)).isEqualTo("# Анна\n");
    write(BORIS, draft, "# Борис\n", 1);
    assertThat(drafts.history(draft))
        .extracting(it -> it.by().orElseThrow())
        .containsExactly(ANNA.person(), BORIS.person());
  }

  @Test
  void a_draft_on_an_edition_that_was_replaced_is_put_on_the_new_one_first() {
    var age = withAge(18);
    var late = drafts.open(BORIS, "ru", "Ещё", "ещё").id();
    var clash = withAge(17);
    drafts.change(BORIS, late, "jurisdictions/ru/cases/admission.yaml", Optional.of("[]\n"), 0);
    publish(age, null);

    refused("rule-draft-outdated", () -> drafts.submit(BORIS, late));
    drafts.rebase(BORIS, late);
    drafts.submit(BORIS, late);
    assertThat(drafts.files(late).byPath().get(NORMS)).isEqualTo(norms(18));
    refused("rule-draft-clash", () -> drafts.rebase(ANNA, clash));
  }

  @Test
  void a_draft_holds_files_of_its_country_only_and_none_of_the_vocabulary() {
    var draft = drafts.open(ANNA, "ru", "Чужое", "проба").id();

    for (var path :
        new String[] {
          "rules/vocabulary/ru.dsl",
          "rules/de/admission.dslr",
          "jurisdictions/ru/../de/norms.yaml",
          "jurisdictions/ru/documents/x.mustache",
          "application.yaml"
        }) {
      refused("rule-draft-path", () -> drafts.change(ANNA, draft, path, Optional.of("x"), 0));
    }
    var nobody = new Caller(PersonId.random(), "x", Map.of(), Set.of(PlatformRole.OPERATOR));
    refused("rule-draft-not-theirs", () -> write(nobody, draft, "x", 0));
    refused("rule-draft-empty", () -> drafts.submit(ANNA, draft));
  }

  @Test
  void a_draft_is_kept_in_whole_letters_and_plain_lines_and_is_no_larger_than_a_megabyte() {
    var draft = drafts.open(ANNA, "ru", "Буквы", "проба").id();
    write(ANNA, draft, "# и\u0306\r\n# е\u0308\r", 0);

    assertThat(drafts.files(draft).byPath().get(NORMS)).isEqualTo("# й\n# ё\n");
    refused("rule-draft-too-large", () -> write(ANNA, draft, "#".repeat((1 << 20) + 1), 1));
  }

  @Test
  void what_an_upgrade_brings_becomes_a_draft_and_is_not_in_force() {
    var before = editions.currentSet("ru");
    var changed = editions.shippedFiles("ru").with(Map.of(NORMS, Optional.of(norms(18))));

    var draft = drafts.ofShipment(changed);

    assertThat(editions.currentSet("ru")).isEqualTo(before);
    assertThat(drafts.find(draft).author()).isEmpty();
    assertThat(drafts.files(draft)).isEqualTo(changed);
    assertThat(drafts.changes(draft))
        .singleElement()
        .satisfies(change -> assertThat(change.path()).isEqualTo(NORMS));
  }

  @Test
  void a_case_keeps_the_edition_that_a_question_was_first_asked_under() {
    var cases = new CaseEditions(sql, editions);
    var before = cases.of("one", "admission", "ru");
    publish(withAge(18), null);

    assertThat(age(cases.of("one", "admission", "ru"))).isEqualTo("16");
    assertThat(cases.of("one", "admission", "ru").id()).isEqualTo(before.id());
    assertThat(age(cases.of("one", "entry", "ru"))).isEqualTo("18");
    assertThat(age(cases.of("two", "admission", "ru"))).isEqualTo("18");
  }

  @Test
  void what_a_change_of_the_law_flags_cites_it_in_the_edition_in_force() {
    var watch =
        new LawWatch(
            new WatchRows(sql),
            editions,
            countries,
            mock(Records.class),
            offset::get,
            event -> {},
            Duration.ofDays(90));
    watch.mark(ANNA, "ru", new LawWatch.Mark("3085-1, ст. 7", day(), "Возраст поднят", ""));
    assertThat(flagged(watch)).contains("admission.age", "membership.min-age");
    var path = "rules/ru/admission.dslr";
    var rules = editions.shippedFiles("ru").byPath().get(path);
    var draft = drafts.open(ANNA, "ru", "Статья", "ссылка была не на ту").id();
    var other = rules.replace("по закону 3085-1, ст. 7\n", "по закону 3085-1, ст. 10\n");
    drafts.change(ANNA, draft, path, Optional.of(other), 0);

    publish(draft, null);

    assertThat(flagged(watch)).contains("membership.min-age").doesNotContain("admission.age");
  }

  private static List<String> flagged(LawWatch watch) {
    return watch.flagged("ru").stream()
        .flatMap(it -> it.citings().stream())
        .map(Citing::id)
        .toList();
  }

  private static String age(Edition edition) {
    return edition
        .country()
        .norm("membership.min-age")
        .orElseThrow()
        .figure("consumer-society", day())
        .orElseThrow()
        .value();
  }

  private static LocalDate day() {
    return LocalDate.of(2026, 1, 1);
  }

  private String norms(int age) {
    return editions
        .shippedFiles("ru")
        .byPath()
        .get(NORMS)
        .replace(
            "{forms: [consumer-society], value: 16, article: \"3085-1, ст. 7\"",
            "{forms: [consumer-society], value: %d, article: \"3085-1, ст. 7\"".formatted(age));
  }

  private UUID withAge(int age) {
    var draft = drafts.open(ANNA, "ru", "Возраст", "ошибка в цифре").id();
    write(ANNA, draft, norms(age), 0);
    return draft;
  }

  private void write(Caller by, UUID draft, String text, int seen) {
    drafts.change(by, draft, NORMS, Optional.of(text), seen);
  }

  private Publication publish(UUID draft, LocalDate from) {
    drafts.submit(ANNA, draft);
    return drafts.publish(draft, from, "a-case", ANNA.person(), BORIS.person());
  }

  private void publish(UUID draft, Caller author, Caller approver) {
    drafts.submit(author, draft);
    try {
      drafts.publish(draft, null, "a-case", author.person(), approver.person());
    } finally {
      drafts.reopen(draft);
    }
  }

  private static void refused(String code, ThrowingCallable it) {
    assertThatThrownBy(it)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
