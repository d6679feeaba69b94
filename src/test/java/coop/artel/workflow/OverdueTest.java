package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.LegalDays;
import coop.artel.people.People;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Homes;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A last day ends when it ends in the cooperative, wherever the machine stands. */
class OverdueTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 9);

  /** Ten in the evening of the last day in Kaliningrad, the next morning in Kamchatka. */
  private static final Instant NOW = Instant.parse("2026-03-09T20:00:00Z");

  private final JdbcClient sql = JdbcClient.create(TestDatabase.fresh().service());
  private final CooperativeId west = CooperativeId.random();
  private final CooperativeId east = CooperativeId.random();
  private final Caller secretary =
      new Caller(
          PersonId.random(),
          "",
          Map.of(west, Set.of(Office.SECRETARY), east, Set.of(Office.SECRETARY)),
          Set.of());
  private final Tasks tasks = tasks();

  @Test
  void a_task_is_overdue_by_the_day_of_its_cooperative() {
    add("west", west, DUE);
    add("east", east, DUE);
    add("undated", east, null);
    add("elsewhere", CooperativeId.random(), DUE);

    assertThat(tasks.list(secretary, Tasks.View.OVERDUE, 0, 10))
        .extracting(Task::id, Task::overdue)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("east", true));
    assertThat(tasks.count(secretary, Tasks.View.OVERDUE)).isEqualTo(1);
    assertThat(tasks.list(secretary, Tasks.View.ALL, 0, 10))
        .filteredOn(Task::overdue)
        .extracting(Task::id)
        .containsExactly("east");
  }

  @Test
  void whoever_comes_second_is_told_whose_clock_counts() {
    sql.sql(
            """
            insert into workflow.finished_tasks (id, case_id, activity, cooperative, person, finished)
            values ('done', 'case', 'verify-identity', :cooperative, :person, now())
            """)
        .param("cooperative", east.value())
        .param("person", secretary.person().value())
        .update();

    assertThatThrownBy(() -> tasks.find(secretary, "done"))
        .isInstanceOfSatisfying(
            TaskAlreadyDone.class, it -> assertThat(it.cooperative()).isEqualTo(east));
  }

  private void add(String id, CooperativeId cooperative, LocalDate due) {
    sql.sql(
            """
            insert into workflow.tasks (id, case_id, process, activity, deployment, execution,
              cooperative, groups, created, due)
            values (:id, 'case', 'p', 'a', 'd', 'e', :cooperative, :groups, now(), :due)
            """)
        .param("id", id)
        .param("cooperative", cooperative.value())
        .param("groups", new String[] {cooperative + ":secretary"})
        .param("due", due)
        .update();
  }

  private Tasks tasks() {
    Cooperatives cooperatives = mock();
    var both = List.of(of(west, "Europe/Kaliningrad"), of(east, "Asia/Kamchatka"));
    when(cooperatives.all()).thenReturn(both);
    LegalClock clock = () -> Duration.between(Instant.now(), NOW);
    People people = mock();
    when(people.nameOf(secretary.person())).thenReturn(Optional.of("Лебедева Анна"));
    return new Tasks(
        sql,
        mock(TaskService.class),
        mock(Forms.class),
        mock(Notes.class),
        people,
        mock(Callers.class),
        new LegalDays(cooperatives, new Homes(cooperatives, new Countries()), clock),
        mock(PlatformTransactionManager.class),
        mock(TaskCompletion.class),
        mock(Guards.class));
  }

  private static Cooperative of(CooperativeId id, String zone) {
    Cooperative cooperative = mock();
    when(cooperative.id()).thenReturn(id);
    when(cooperative.zone()).thenReturn(ZoneId.of(zone));
    return cooperative;
  }
}
