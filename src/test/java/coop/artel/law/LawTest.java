package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Dawn;
import coop.artel.values.CooperativeId;
import coop.artel.values.Money;
import coop.artel.values.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking the law for cooperatives with charters of their own, decisions kept in the database. */
class LawTest {
  private static final PersonId ANNA = PersonId.random();
  private static final String CASE = "a-case";
  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final LocalDate BORN = LocalDate.of(1990, 5, 17);
  private static final PersonId LAWYER = PersonId.random();
  private static final PersonId SECOND = PersonId.random();

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient service = JdbcClient.create(database.service());
  private final Cooperatives cooperatives =
      new Cooperatives(service, (country, form, identifier, value) -> true);
  private final VerificationStore verifications =
      new VerificationStore(service, EDITIONS, () -> Duration.ZERO);
  private final Law law =
      new Law(
          EDITIONS,
          cooperatives,
          verifications,
          new DecisionStore(
              service,
              new SubjectCipher(
                  service, FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES"))))),
          new Judgements(service),
          new CaseEditions(service, EDITIONS));
  private final Explanations words = new Explanations(messages(), COUNTRIES);

  @BeforeEach
  void the_edition_is_kept() {
    var files = EDITIONS.shippedFiles("ru");
    new EditionStore(service, Published.nothing()).keep(files, Edition.id(files));
  }

  private static MessageSource messages() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/law");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Test
  void a_decision_is_found_again_as_it_was() {
    var id = found(false, "1027700132195");

    var decision = law.ask(application(BORN), id, DAY, ANNA, CASE);

    assertThat(decision.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(law.find(decision.id())).contains(decision);
    assertThat(law.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void nothing_personal_lies_open_in_the_database() {
    var id = found(false, "1027700132195");
    law.ask(application(BORN), id, DAY, ANNA, CASE);

    var row =
        JdbcClient.create(database.superuser())
            .sql("select * from law.decisions")
            .query()
            .singleRow();

    assertThat(row.toString()).doesNotContain(BORN.toString());
    assertThat(new String((byte[]) row.get("content"), StandardCharsets.ISO_8859_1))
        .doesNotContain(BORN.toString())
        .doesNotContain("admission");
  }

  @Test
  void the_service_itself_can_change_no_decision() {
    law.ask(application(BORN), found(false, "1027700132195"), DAY, ANNA, CASE);

    assertThatThrownBy(() -> service.sql("update law.decisions set outcome = 'refused'").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> service.sql("delete from law.decisions").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void the_charter_counts_as_it_stood_on_the_day() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(
        charter(id, LocalDate.of(2025, 7, 1), Map.of("membership.min-age", "18"), true));
    var seventeen = DAY.minusYears(17).minusMonths(6);

    assertThat(law.ask(application(seventeen), id, LocalDate.of(2025, 6, 30), ANNA, CASE).outcome())
        .isEqualTo(Outcome.GRANTED);
    var refused = law.ask(application(seventeen), id, LocalDate.of(2025, 7, 1), ANNA, CASE);
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.reasons()).containsExactly("admission.age");
    assertThat(refused.demonstration()).isFalse();
    assertThat(refused.findings())
        .filteredOn(finding -> finding.rule().equals("admission.age"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.held()).isFalse();
              assertThat(finding.factValue()).isEqualTo(seventeen.toString());
              assertThat(finding.normValue()).isEqualTo("18 years");
              assertThat(finding.source()).isEqualTo("charter-alone");
              assertThat(finding.article()).isEqualTo("3085-1, ст. 7");
              assertThat(finding.measures())
                  .containsExactly(
                      new Finding.Measure(
                          "membership.min-age",
                          "18 years",
                          "3085-1, ст. 7",
                          "charter-alone",
                          "confirmed",
                          "7",
                          "16 years"));
              assertThat(words.basis(finding, Locale.forLanguageTag("ru")))
                  .isEqualTo(
                      "Устав, п.\u00a07; закон: 16\u00a0лет, 3085-1, ст. 7;"
                          + " границы для устава в законе не установлены");
            });
  }

  @Test
  void what_the_law_itself_sets_rests_on_its_article() {
    var decision = law.ask(application(BORN), found(false, "1027700132195"), DAY, ANNA, CASE);

    assertThat(decision.findings())
        .filteredOn(finding -> finding.rule().equals("admission.age"))
        .extracting(finding -> words.basis(finding, Locale.forLanguageTag("ru")))
        .containsExactly("3085-1, ст. 7");
  }

  @Test
  void a_majority_is_told_with_what_it_is_counted_from_and_who_breaks_a_tie() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), COUNCIL, true));

    var findings = law.ask(votes(5, 4), id, DAY, ANNA, CASE).findings();

    assertThat(findings)
        .filteredOn(finding -> finding.measures().size() > 1)
        .extracting(finding -> words.sentence(finding, Locale.forLanguageTag("ru")))
        .containsExactly(
            "доля голосов за решение больше 1/2 при счёте от проголосовавших с тем, что при"
                + " равенстве решает голос председателя",
            "в совете 9\u00a0человек и из них проголосовало не меньше 75\u00a0%");
    assertThat(findings)
        .filteredOn(finding -> finding.rule().equals("council-vote.quorum"))
        .extracting(finding -> words.basis(finding, Locale.forLanguageTag("ru")))
        .containsExactly("Устав, п.\u00a07; границы для устава в законе не установлены");
  }

  @Test
  void contributions_are_due_by_the_charter_of_the_day_of_the_decision() {
    var id = found(false, "1027700132195");
    var before =
        Map.of(
            "share.entrance-fee",
            "100",
            "share.minimum-contribution",
            "300",
            "admission.payment-working-days",
            "10");
    var after =
        Map.of(
            "share.entrance-fee",
            "500",
            "share.minimum-contribution",
            "900",
            "admission.payment-working-days",
            "3");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), before, true));
    cooperatives.adopt(charter(id, LocalDate.of(2025, 6, 10), after, true));
    var paidOn = LocalDate.of(2025, 6, 16);
    var facts =
        new EntryFacts(
            true,
            LocalDate.of(2025, 6, 2),
            Money.of("100.00", "RUB"),
            paidOn,
            Money.of("300.00", "RUB"),
            paidOn,
            LocalDate.of(2025, 6, 18),
            false);

    assertThat(law.ask(facts, id, paidOn, ANNA, CASE).outcome()).isEqualTo(Outcome.GRANTED);
  }

  @Test
  void a_charter_that_two_have_not_confirmed_leaves_it_to_a_human() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(
        charter(id, LocalDate.of(2025, 1, 1), Map.of("membership.min-age", "18"), false));

    assertThat(law.ask(application(BORN), id, DAY, ANNA, CASE).outcome()).isEqualTo(Outcome.HUMAN);
    assertThat(law.figure("membership.min-age", id, DAY).orElseThrow().standing())
        .isEqualTo("unverified");
  }

  @Test
  void what_is_left_to_a_person_says_whether_it_held_failed_or_is_not_known() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(
        charter(id, LocalDate.of(2025, 1, 1), Map.of("membership.min-age", "18"), false));
    var member = new AdmissionFacts("council", true, true, BORN, true, DAY, true, true);

    assertThat(said(law.ask(application(BORN), id, DAY, ANNA, CASE)))
        .startsWith("Выполнено, но решает человек: заявителю исполнилось")
        .endsWith("Почему: норму не подтвердили двое");
    assertThat(said(law.ask(application(DAY.minusYears(17)), id, DAY, ANNA, CASE)))
        .startsWith("Не установлено: заявителю исполнилось")
        .endsWith("Почему: норму не подтвердили двое");
    assertThat(said(law.ask(member, id, DAY.minusYears(1), ANNA, CASE)))
        .startsWith("Не выполнено условие: заявитель ещё не состоит членом кооператива")
        .endsWith("решает человек");
  }

  private String said(Decision left) {
    assertThat(left.outcome()).isEqualTo(Outcome.HUMAN);
    LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    try {
      return words.reasons(left);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @Test
  void what_rests_on_the_demonstrations_charter_says_so() {
    var id = found(true, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), COUNCIL, true));

    var decision = law.ask(votes(5, 4), id, DAY, ANNA, CASE);

    assertThat(decision.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(decision.demonstration()).isTrue();
    assertThat(decision.findings())
        .filteredOn(finding -> finding.rule().equals("council-vote.quorum"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.standing()).isEqualTo("demonstration");
              assertThat(finding.source()).isEqualTo("charter-alone");
            });
    assertThat(law.ask(application(BORN), id, DAY, ANNA, CASE).demonstration()).isFalse();
  }

  @Test
  void a_figure_verified_for_the_demonstration_counts_for_it_alone() {
    var real = found(false, "1027700132195");
    var demonstration = found(true, "1027739000001");
    var late = new DecisionTermFacts(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1));
    verifications.add("ru", "calendar/2024", true, LAWYER, SECOND, null);

    assertThat(law.ask(late, real, LocalDate.of(2024, 4, 1), ANNA, CASE).outcome())
        .isEqualTo(Outcome.HUMAN);
    var shown = law.ask(late, demonstration, LocalDate.of(2024, 4, 1), ANNA, CASE);
    assertThat(shown.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(shown.demonstration()).isTrue();

    verifications.add("ru", "calendar/2024", false, LAWYER, SECOND, null);
    assertThat(law.ask(late, real, LocalDate.of(2024, 4, 1), ANNA, CASE).outcome())
        .isEqualTo(Outcome.GRANTED);
  }

  @Test
  void one_person_verifies_nothing_and_nobody_a_low_figure() {
    assertThatThrownBy(() -> verifications.add("ru", "calendar/2024", false, LAWYER, LAWYER, null))
        .isInstanceOf(VerificationRefused.class);
    assertThatThrownBy(
            () -> verifications.add("ru", "council.quorum-percent", false, LAWYER, SECOND, null))
        .isInstanceOf(VerificationRefused.class);
  }

  @Test
  void a_term_comes_from_the_law_or_from_the_charter() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(
        charter(
            id, LocalDate.of(2025, 1, 1), Map.of("admission.payment-working-days", "10"), true));

    assertThat(law.term("admission.decision-days", LocalDate.of(2025, 6, 2), id))
        .isEqualTo(new Law.Term(LocalDate.of(2025, 7, 2), false, "3085-1, ст. 10(2)"));
    assertThat(law.term("admission.payment-working-days", LocalDate.of(2025, 4, 29), id).lastDay())
        .isEqualTo(LocalDate.of(2025, 5, 19));
    assertThat(law.term("admission.decision-days", LocalDate.of(2026, 12, 10), id).preliminary())
        .isTrue();
    assertThatThrownBy(() -> law.term("admission.notice-days", DAY, id))
        .isInstanceOf(NormUndecided.class);
  }

  @Test
  void what_no_file_of_the_country_names_has_neither_a_term_nor_a_figure() {
    var id = found(false, "1027700132195");

    assertThat(law.figure("share.of-the-catch", id, DAY)).isEmpty();
    assertThatThrownBy(() -> law.term("share.of-the-catch", DAY, id))
        .isInstanceOf(NormUndecided.class);
  }

  @Test
  void a_figure_in_another_unit_is_none() {
    var id = found(false, "1027700132195");
    var figure = new Charter.Figure("admission.notice-days", "3", "months", "7.8", LAWYER, SECOND);
    cooperatives.adopt(new Charter(id, LocalDate.of(2025, 1, 1), Map.of(figure.norm(), figure)));

    assertThat(law.figure("admission.notice-days", id, DAY)).isEmpty();
  }

  @Test
  void what_the_law_would_answer_is_not_kept() {
    var id = found(true, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), COUNCIL, true));

    var foreseen = law.foresee(votes(5, 4), id, DAY);

    assertThat(foreseen.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(law.find(foreseen.id())).isEmpty();
  }

  @Test
  void a_late_vote_that_is_allowed_is_decided_by_its_votes() {
    var id = found(true, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), COUNCIL, true));
    var left = law.ask(late(5, 4), id, DAY, ANNA, CASE);
    assertThat(left.outcome()).isEqualTo(Outcome.HUMAN);
    assertThat(left.reasons()).containsExactly("council-vote.in-time");

    var allowed = law.askAgain(late(5, 4), id, DAY, ANNA, judge(left, true), CASE);

    assertThat(allowed.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(allowed.findings())
        .filteredOn(finding -> finding.judgement() != null)
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.rule()).isEqualTo("council-vote.in-time");
              assertThat(late.held()).isFalse();
              assertThat(late.allowed()).isTrue();
              assertThat(words.judged(late, Locale.forLanguageTag("ru")))
                  .isEqualTo("допущено решением председателя");
            });
    assertThat(law.find(allowed.id())).contains(allowed);
    assertThat(law.answered(left.id())).contains(new Law.Answered(LAWYER, true));
    assertThat(law.ask(late(4, 5), id, DAY, ANNA, CASE).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void a_late_vote_that_is_not_allowed_is_refused_for_being_late() {
    var id = found(true, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), COUNCIL, true));
    var left = law.ask(late(9, 0), id, DAY, ANNA, CASE);

    var refused = law.askAgain(late(9, 0), id, DAY, ANNA, judge(left, false), CASE);

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.reasons()).containsExactly("council-vote.in-time");
  }

  @ParameterizedTest
  @CsvSource({"5, 4, GRANTED", "4, 5, REFUSED", "0, 9, REFUSED"})
  void leave_for_an_unconfirmed_charter_lets_its_figures_count(
      int votesFor, int against, Outcome outcome) {
    var id = found(false, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), COUNCIL, false));
    var left = law.ask(votes(votesFor, against), id, DAY, ANNA, CASE);
    assertThat(left.outcome()).isEqualTo(Outcome.HUMAN);

    var answer = law.askAgain(votes(votesFor, against), id, DAY, ANNA, judge(left, true), CASE);

    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.demonstration()).isFalse();
  }

  @Test
  void leave_to_a_charter_without_figures_adopts_nothing_that_most_of_the_council_is_not_for() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(charter(id, LocalDate.of(2025, 1, 1), Map.of(), true));

    assertThat(allowedThroughout(votes(5, 4), id).outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(allowedThroughout(votes(4, 3), id).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(allowedThroughout(votes(0, 9), id).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void a_judgement_answers_its_own_question_only_and_stays_as_it_was() {
    var id = found(false, "1027700132195");
    cooperatives.adopt(
        charter(id, LocalDate.of(2025, 1, 1), Map.of("membership.min-age", "18"), false));
    var judgement = judge(law.ask(application(BORN), id, DAY, ANNA, CASE), true);

    assertThatThrownBy(() -> law.askAgain(votes(9, 0), id, DAY, ANNA, judgement, CASE))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> service.sql("update law.judgements set allowed = false").update())
        .hasStackTraceContaining("permission denied");
  }

  /** Asked again with leave for whatever it leaves open, until it leaves nothing. */
  private Decision allowedThroughout(CouncilVoteFacts facts, CooperativeId id) {
    var decision = law.ask(facts, id, DAY, ANNA, CASE);
    while (decision.outcome() == Outcome.HUMAN) {
      decision = law.askAgain(facts, id, DAY, ANNA, judge(decision, true), CASE);
    }
    return decision;
  }

  private UUID judge(Decision left, boolean allowed) {
    return law.judge(left, LAWYER, allowed, "Изучил бумаги и решил так");
  }

  private static CouncilVoteFacts late(int votesFor, int against) {
    return new CouncilVoteFacts(
        "council", 9, votesFor, against, 0, true, "for", true, DAY, DAY.minusDays(1));
  }

  private static final Map<String, String> COUNCIL =
      Map.of(
          "council.size", "9",
          "council.quorum-percent", "75",
          "council.quorum-with-leader", "yes",
          "council.majority", "1/2",
          "council.majority-base", "voted",
          "council.casting-vote", "yes");

  private static AdmissionFacts application(LocalDate born) {
    return new AdmissionFacts("council", true, true, born, true, DAY, true, false);
  }

  private static CouncilVoteFacts votes(int votesFor, int against) {
    return new CouncilVoteFacts(
        "council", 9, votesFor, against, 0, true, "for", true, DAY, DAY.plusDays(3));
  }

  private static Charter charter(
      CooperativeId id, LocalDate since, Map<String, String> figures, boolean confirmed) {
    var held = new HashMap<String, Charter.Figure>();
    figures.forEach(
        (norm, value) ->
            held.put(
                norm,
                new Charter.Figure(
                    norm,
                    value,
                    COUNTRIES.of("ru").norm(norm).orElseThrow().unit(),
                    "7",
                    confirmed ? LAWYER : null,
                    confirmed ? SECOND : null)));
    return new Charter(id, since, held);
  }

  private CooperativeId found(boolean demonstration, String number) {
    var id = CooperativeId.random();
    cooperatives.found(Dawn.of(id, number, demonstration));
    return id;
  }
}
