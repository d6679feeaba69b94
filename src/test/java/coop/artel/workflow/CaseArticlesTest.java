package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class CaseArticlesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private final JdbcClient sql = JdbcClient.create(database.service());
  private final Law law = mock(Law.class);
  private final CaseArticles articles =
      new CaseArticles(sql, law, new DataSourceTransactionManager(database.service()));

  @Test
  void decisions_from_before_the_index_get_into_it_at_the_next_start_and_only_once() {
    var old = decision("ст. 10", "ст. 11", "ст. 10");
    var gone = UUID.randomUUID();
    when(law.findAll(any())).thenReturn(Map.of(old.id(), old));
    waits(old.id(), "case-1");
    waits(gone, "case-2");

    articles.run(new DefaultApplicationArguments());
    articles.run(new DefaultApplicationArguments());

    assertThat(
            sql.sql("select case_id || ' ' || article from workflow.case_articles order by 1")
                .query(String.class)
                .list())
        .containsExactly("case-1 ст. 10", "case-1 ст. 11");
    assertThat(
            sql.sql("select count(*) from workflow.unindexed_decisions").query(Long.class).single())
        .isZero();
  }

  @Test
  void a_decision_adds_its_articles_to_those_that_the_case_has() {
    CaseArticles.add(sql, "case-3", decision("ст. 10"));
    CaseArticles.add(sql, "case-3", decision("ст. 12", "ст. 10"));
    CaseArticles.add(sql, "case-3", decision());

    assertThat(
            sql.sql("select article from workflow.case_articles order by 1")
                .query(String.class)
                .list())
        .containsExactly("ст. 10", "ст. 12");
  }

  @Test
  void the_norms_by_which_a_condition_was_measured_count_with_their_own_articles() {
    var measure =
        new Finding.Measure("membership.min-age", "16", "ст. 7", "law", "certain", null, null);
    var measured =
        new Finding(
            "rule",
            true,
            "предложение",
            "ст. 10",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(measure));

    CaseArticles.add(sql, "case-4", decision(List.of(measured)));

    assertThat(
            sql.sql("select article from workflow.case_articles order by 1")
                .query(String.class)
                .list())
        .containsExactly("ст. 10", "ст. 7");
  }

  private void waits(UUID decision, String caseId) {
    owner
        .sql("insert into workflow.unindexed_decisions (decision, case_id) values (?, ?)")
        .params(decision, caseId)
        .update();
  }

  private static Decision decision(String... articles) {
    return decision(Stream.of(articles).map(CaseArticlesTest::finding).toList());
  }

  private static Decision decision(List<Finding> findings) {
    return new Decision(
        UUID.randomUUID(),
        CooperativeId.random(),
        "application",
        LocalDate.of(2026, 3, 9),
        Outcome.GRANTED,
        List.of(),
        List.of(),
        findings,
        "0".repeat(64),
        "0".repeat(64),
        false);
  }

  private static Finding finding(String article) {
    return new Finding("rule", true, "предложение", article, null, null, null, null, null, null);
  }
}
