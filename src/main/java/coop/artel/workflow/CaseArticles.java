package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The index of cases by the articles on which the law's decisions in them rest. */
@Component
class CaseArticles implements ApplicationRunner {
  private static final int AT_ONCE = 200;

  private final JdbcClient sql;
  private final Law law;
  private final TransactionTemplate transaction;

  CaseArticles(JdbcClient sql, Law law, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.law = law;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Old(UUID decision, String caseId) {}

  static void add(JdbcClient sql, String caseId, Decision decision) {
    sql.sql(
            """
            insert into workflow.case_articles (case_id, article)
            select distinct :case, article from unnest(:articles::text[]) as found (article)
            on conflict do nothing
            """)
        .param("case", caseId)
        .param(
            "articles",
            decision.findings().stream().flatMap(CaseArticles::of).toArray(String[]::new))
        .update();
  }

  /** The rule's own, and those of the norms that the condition was measured by. */
  private static Stream<String> of(Finding finding) {
    return Stream.concat(
        Stream.of(finding.article()), finding.measures().stream().map(Finding.Measure::article));
  }

  /** What was decided before there was an index gets into it; on several nodes at once, too. */
  @Override
  public void run(ApplicationArguments arguments) {
    while (Boolean.TRUE.equals(transaction.execute(status -> addOld()))) {
      Thread.onSpinWait();
    }
  }

  private boolean addOld() {
    var old =
        sql.sql(
                """
                delete from workflow.unindexed_decisions where decision in (
                  select decision from workflow.unindexed_decisions order by decision
                  limit :most for update skip locked)
                returning decision, case_id
                """)
            .param("most", AT_ONCE)
            .query(
                (row, number) ->
                    new Old(row.getObject("decision", UUID.class), row.getString("case_id")))
            .list();
    var decisions = law.findAll(old.stream().map(Old::decision).collect(Collectors.toSet()));
    old.stream()
        .filter(it -> decisions.containsKey(it.decision()))
        .forEach(it -> add(sql, it.caseId(), Objects.requireNonNull(decisions.get(it.decision()))));
    return !old.isEmpty();
  }
}
