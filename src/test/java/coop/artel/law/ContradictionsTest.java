package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.GapReport.Found;
import coop.artel.law.GapReport.Kind;
import coop.artel.law.GapReport.Way;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lawyers say why a contradiction is none; what they said is kept. */
class ContradictionsTest {
  private static final String FINDING = "a".repeat(64);
  private static final String GAP = "b".repeat(64);
  private static final GapReport REPORT =
      new GapReport(
          "admission",
          "consumer-society",
          LocalDate.of(2026, 3, 2),
          "e",
          List.of(),
          1,
          Way.EACH,
          1,
          List.of(),
          List.of(),
          List.of(
              new Found(
                  FINDING,
                  Kind.EXCLUDE_EACH_OTHER,
                  List.of("admission.a", "admission.b"),
                  List.of(),
                  List.of(),
                  Map.of()),
              new Found(GAP, Kind.FACT_UNREAD, List.of(), List.of("born"), List.of(), Map.of())));

  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final Contradictions contradictions = new Contradictions(sql);
  private final Caller lawyer = caller(Set.of(PlatformRole.LAWYER));

  private static Caller caller(Set<PlatformRole> roles) {
    return new Caller(PersonId.random(), "somebody", Map.of(), roles);
  }

  @Test
  void a_contradiction_is_unexplained_until_a_lawyer_explains_it_and_the_last_word_counts() {
    assertThat(contradictions.unexplained("ru", List.of(REPORT)))
        .extracting(Found::id)
        .containsExactly(FINDING);

    contradictions.explain(lawyer, "ru", REPORT, FINDING, "Сначала так");
    contradictions.explain(lawyer, "ru", REPORT, FINDING, " Потом иначе ");

    assertThat(contradictions.unexplained("ru", List.of(REPORT))).isEmpty();
    assertThat(contradictions.unexplained("by", List.of(REPORT))).hasSize(1);
    var explained = contradictions.explained("ru").get(FINDING);
    assertThat(explained.explanation()).isEqualTo("Потом иначе");
    assertThat(explained.by()).isEqualTo(lawyer.person());
  }

  @Test
  void only_lawyers_explain_and_only_what_was_found() {
    var operator = caller(Set.of(PlatformRole.OPERATOR));
    assertRefused("explanation-not-theirs", () -> explain(operator, FINDING, "Так"));
    assertRefused("contradiction-unknown", () -> explain(lawyer, GAP, "Так"));
    assertRefused("contradiction-unknown", () -> explain(lawyer, "c".repeat(64), "Так"));
    assertRefused("fields-refused", () -> explain(lawyer, FINDING, " "));
    assertRefused("fields-refused", () -> explain(lawyer, FINDING, "т".repeat(2001)));
    assertThat(contradictions.explained("ru")).isEmpty();
  }

  @Test
  void what_was_said_cannot_be_changed() {
    explain(lawyer, FINDING, "Так");

    for (var change :
        List.of(
            "update law.explanations_of_contradictions set explanation = 'Иначе'",
            "delete from law.explanations_of_contradictions")) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private void explain(Caller caller, String finding, String explanation) {
    contradictions.explain(caller, "ru", REPORT, finding, explanation);
  }

  private static void assertRefused(String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
