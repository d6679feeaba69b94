package coop.artel.workflow;

import coop.artel.access.Callers;
import coop.artel.access.DeputyEnded;
import coop.artel.values.PersonId;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a deputy took over goes back to the officer when the deputy may do it no longer. */
@Component
class GivenBack {
  private final JdbcClient sql;
  private final TaskService engine;
  private final Callers callers;
  private final TransactionTemplate transaction;

  GivenBack(
      JdbcClient sql,
      TaskService engine,
      Callers callers,
      PlatformTransactionManager transactions) {
    this.sql = sql;
    this.engine = engine;
    this.callers = callers;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Taken(String task, Set<String> groups, PersonId deputy, PersonId officer) {}

  /** A last day passes without anybody's doing. */
  @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
  void giveBack() {
    transaction.executeWithoutResult(status -> giveBackNow());
  }

  @EventListener
  void on(DeputyEnded ended) {
    giveBackNow();
  }

  private void giveBackNow() {
    sql
        .sql(
            """
            select tasks.id, groups, assignee, taken.held_by
            from workflow.tasks join lateral (
              select person, held_by, reason from workflow.assignments
              where task = tasks.id order by entry desc limit 1
            ) taken on taken.person = tasks.assignee
            where taken.reason is not null for update of tasks skip locked
            """)
        .query(
            (row, number) ->
                new Taken(
                    row.getString("id"),
                    Set.of((String[]) row.getArray("groups").getArray()),
                    new PersonId(row.getObject("assignee", UUID.class)),
                    new PersonId(row.getObject("held_by", UUID.class))))
        .list()
        .stream()
        .filter(it -> !may(it.deputy(), it.groups()) && may(it.officer(), it.groups()))
        .forEach(it -> engine.setAssignee(it.task(), it.officer().toString()));
  }

  private boolean may(PersonId person, Set<String> groups) {
    return !Collections.disjoint(callers.of(person).groups(), groups);
  }
}
