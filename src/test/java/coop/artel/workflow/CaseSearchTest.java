package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.jurisdiction.Countries;
import coop.artel.people.FieldCipher;
import coop.artel.people.NameIndex;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.CaseFilter.Order;
import coop.artel.workflow.CaseFilter.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseSearchTest {
  private static final LegalClock CLOCK = () -> Duration.ZERO;
  private static final FieldCipher CIPHER =
      FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES")));
  private static final CooperativeId OURS = CooperativeId.random();
  private static final CooperativeId THEIRS = CooperativeId.random();

  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final People people =
      new People(sql, new SubjectCipher(sql, CIPHER), CIPHER, CLOCK, new Countries());
  private final CaseSearch search = new CaseSearch(sql, new NameIndex(sql, CIPHER));
  private final PersonId maria = person("Семёнова", "Мария");
  private final PersonId petr = person("Орлов", "Пётр");
  private final Map<String, String> ids = new HashMap<>();
  private final Caller auditor = officer(OURS);

  @BeforeEach
  void four_cases_of_ours_and_one_of_theirs() {
    ids.put(
        "2025-0007", aCase(OURS, maria, 2025, 7, "2025-12-31", "2026-01-20", "member-admitted"));
    ids.put("2026-0001", aCase(OURS, petr, 2026, 1, "2026-01-10", "2026-02-10", "member-admitted"));
    ids.put("2026-0002", aCase(OURS, maria, 2026, 2, "2026-02-01", "2026-02-02", "case-withdrawn"));
    ids.put("2026-0003", aCase(OURS, petr, 2026, 3, "2026-03-01", null, null));
    ids.put("theirs", aCase(THEIRS, maria, 2026, 3, "2026-03-02", null, null));
    rests("2026-0001", "ст. 10");
    rests("2026-0003", "ст. 11");
    rests("theirs", "ст. 10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-0002",
        "2026-2",
        " № 2026–0002 ",
        "2026/0002",
        "Дело\u00a02026-0002",
        "дело № 2026-2",
        "case 2026-0002"
      })
  void a_case_is_found_by_its_number_however_it_is_typed(String number) {
    assertThat(found(text(number))).containsExactly("2026-0002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0007", "№ 7", "Дело 0007"})
  void a_number_alone_is_meant_of_any_year(String number) {
    assertThat(found(text(number))).containsExactly("2025-0007");
  }

  @Test
  void a_number_of_the_register_leads_to_the_cases_of_whoever_has_it() {
    var subject =
        new PersonId(
            sql.sql("select subject from workflow.cases where id = ?")
                .param(ids.get("2026-0003"))
                .query(UUID.class)
                .single());
    var filter =
        new CaseFilter(
            "7",
            "",
            "",
            "",
            null,
            null,
            null,
            null,
            Part.WHOLE,
            Order.NUMBER,
            Set.of(subject),
            Set.of());

    assertThat(found(filter)).contains("2025-0007", "2026-0003");
  }

  @Test
  void a_name_leads_also_to_the_cases_that_entered_its_bearer_but_to_no_others_of_theirs() {
    var filter =
        new CaseFilter(
            "Внесённый",
            "",
            "",
            "",
            null,
            null,
            null,
            null,
            Part.WHOLE,
            Order.NUMBER,
            Set.of(),
            Set.of(ids.get("2026-0003"), ids.get("theirs")));

    assertThat(found(filter)).containsExactly("2026-0003");
  }

  @Test
  void articles_that_a_rule_cites_together_are_looked_for_one_by_one() {
    rests("2025-0007", "3085-1, ст. 16; ст. 11");

    assertThat(search.articles()).containsExactly("3085-1, ст. 16", "ст. 10", "ст. 11");
    assertThat(found(filter("", "", "", "ст. 11", null, null)))
        .containsExactly("2026-0003", "2025-0007");
    assertThat(found(filter("", "", "", "3085-1, ст. 16", null, null)))
        .containsExactly("2025-0007");
    assertThat(found(filter("", "", "", "3085-1, ст. 16; ст. 11", null, null))).isEmpty();
  }

  @Test
  void a_case_is_found_by_its_id_and_by_the_name_of_whom_it_is_about() {
    assertThat(found(text(ids.get("2026-0001")))).containsExactly("2026-0001");
    assertThat(found(text("семен"))).containsExactly("2026-0002", "2025-0007");
    assertThat(found(text("Пётр Орлов"))).containsExactly("2026-0003", "2026-0001");
    assertThat(found(text("Никто"))).isEmpty();
    assertThat(found(text("' or true --"))).isEmpty();
  }

  @Test
  void cases_are_found_by_process_outcome_and_article() {
    assertThat(found(filter("", "admit-member", "open", "", null, null)))
        .containsExactly("2026-0003");
    assertThat(found(filter("", "", "ended", "", null, null))).hasSize(3);
    assertThat(found(filter("", "", "member-admitted", "", null, null)))
        .containsExactly("2026-0001", "2025-0007");
    assertThat(found(filter("", "", "", "ст. 10", null, null))).containsExactly("2026-0001");
    assertThat(found(filter("", "leave", "", "", null, null))).isEmpty();
    assertThat(search.processes(auditor)).containsExactly("admit-member");
    assertThat(search.outcomes(auditor)).containsExactly("case-withdrawn", "member-admitted");
    assertThat(search.articles()).containsExactly("ст. 10", "ст. 11");
  }

  @Test
  void a_span_of_days_holds_its_first_moment_and_not_the_one_after_its_last() {
    assertThat(found(filter("", "", "", "", "2026-01-10", "2026-02-01")))
        .containsExactly("2026-0001");
    assertThat(found(filter("", "", "", "", "2026-02-01", null)))
        .containsExactly("2026-0003", "2026-0002");
    var ended =
        new CaseFilter(
            "", "", "", "", null, null, at("2026-02-02"), at("2026-02-10"), Order.NEWEST);
    assertThat(found(ended)).containsExactly("2026-0002");
  }

  @Test
  void every_order_can_be_paged_to_its_end() {
    assertThat(ordered(Order.NUMBER))
        .containsExactly("2025-0007", "2026-0001", "2026-0002", "2026-0003");
    assertThat(ordered(Order.OLDEST))
        .containsExactly("2025-0007", "2026-0001", "2026-0002", "2026-0003");
    assertThat(ordered(Order.ENDED))
        .containsExactly("2026-0001", "2026-0002", "2025-0007", "2026-0003");
    assertThat(search.list(auditor, by(Order.NUMBER), 3, 2)).hasSize(1);
    assertThat(search.list(auditor, by(Order.NUMBER), 4, 2)).isEmpty();
    assertThat(search.count(auditor, by(Order.NUMBER))).isEqualTo(4);
  }

  @Test
  void nobody_finds_a_case_of_another_cooperative() {
    var stranger = officer(CooperativeId.random());
    assertThat(found(text(ids.get("theirs")))).isEmpty();
    assertThat(search.count(stranger, CaseFilter.ALL)).isZero();
    assertThat(search.list(stranger, text("Семёнова"), 0, 10)).isEmpty();
    assertThat(search.outcomes(stranger)).isEmpty();
  }

  private List<String> ordered(Order order) {
    return found(by(order));
  }

  private static CaseFilter by(Order order) {
    return new CaseFilter("", "", "", "", null, null, null, null, order);
  }

  private List<String> found(CaseFilter filter) {
    var found = search.list(auditor, filter, 0, 100).stream().map(Cases.Case::number).toList();
    assertThat(search.count(auditor, filter)).isEqualTo(found.size());
    return found;
  }

  private static CaseFilter text(String text) {
    return filter(text, "", "", "", null, null);
  }

  private static CaseFilter filter(
      String text,
      String process,
      String outcome,
      String article,
      @Nullable String from,
      @Nullable String before) {
    return new CaseFilter(
        text, process, outcome, article, at(from), at(before), null, null, Order.NEWEST);
  }

  @Test
  void of_running_cases_that_rest_on_an_article_only_ones_own_are_named_and_the_others_counted() {
    rests("2026-0003", "3085-1, ст. 10(1); ГК, ст. 191");
    var both = List.of(OURS, THEIRS);

    var resting = search.resting(auditor, both, it -> it.contains("ст. 10"));
    assertThat(resting.known()).extracting(Cases.Case::id).containsExactly(ids.get("2026-0003"));
    assertThat(resting.others()).isEqualTo(1);
    assertThat(search.resting(auditor, List.of(OURS), it -> it.contains("ст. 10")).others())
        .isZero();
    var nothing = search.resting(auditor, both, it -> it.equals("ст. 12"));
    assertThat(nothing.known()).isEmpty();
    assertThat(nothing.others()).isZero();
  }

  private static @Nullable Instant at(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private PersonId person(String family, String given) {
    var person = new Person(PersonId.random(), family, given, null, null, null, null, null, null);
    people.register(person);
    return person.id();
  }

  private static Caller officer(CooperativeId cooperative) {
    return new Caller(
        PersonId.random(), "Ревизор", Map.of(cooperative, Set.of(Office.AUDITOR)), Set.of());
  }

  private void rests(String number, String article) {
    sql.sql("insert into workflow.case_articles (case_id, article) values (?, ?)")
        .params(ids.get(number), article)
        .update();
  }

  private String aCase(
      CooperativeId cooperative,
      PersonId subject,
      int year,
      int number,
      String started,
      @Nullable String ended,
      @Nullable String outcome) {
    var id = UUID.randomUUID().toString();
    sql.sql(
            """
            insert into workflow.cases (id, process, cooperative, subject, started, ended, outcome,
              year, number)
            values (?, 'admit-member', ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                id,
                cooperative.value(),
                subject.value(),
                moment(started),
                moment(ended),
                outcome,
                year,
                number))
        .update();
    return id;
  }

  private static @Nullable OffsetDateTime moment(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
