package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import coop.artel.TestDatabase;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.values.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EngineClockTest {
  private static final Instant NOW = Instant.parse("2026-03-12T08:20:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.service());

  @AfterEach
  void resetTheEngine() {
    ClockUtil.reset();
  }

  @Test
  void a_restart_takes_up_the_offset_of_a_demonstration() {
    moved(Duration.ofDays(33));
    var clock = clock(true);
    clock.resume();

    assertThat(clock.offset()).isEqualTo(Duration.ofDays(33));
    assertThat(clock.now()).isEqualTo(NOW.plus(Duration.ofDays(33)));
  }

  @Test
  void a_database_of_ones_own_whose_clock_was_moved_stops_the_start() {
    moved(Duration.ofDays(33));
    var clock = clock(false);

    assertThatIllegalStateException().isThrownBy(clock::resume).withMessageContaining("clock");
    assertThat(clock.offset()).isZero();
  }

  @Test
  void a_database_of_ones_own_runs_by_real_time() {
    var clock = clock(false);
    clock.resume();

    assertThat(clock.now()).isEqualTo(NOW);
  }

  @Test
  void it_moves_ten_years_ahead_of_real_time_at_most() {
    var clock = clock(true);
    var operator =
        new Caller(PersonId.random(), "Оператор", Map.of(), Set.of(PlatformRole.OPERATOR));

    for (LocalDate far :
        List.of(LocalDate.of(9999, 12, 31), LocalDate.of(2036, 3, 13), LocalDate.MAX)) {
      assertThatThrownBy(() -> clock.moveTo(operator, far))
          .isInstanceOfSatisfying(
              ClockTooFar.class,
              e -> assertThat(e.arguments()).containsExactly(far, LocalDate.of(2036, 3, 12)));
    }
    assertThat(clock.offset()).isZero();
    clock.moveTo(operator, LocalDate.of(2036, 3, 12));
    assertThat(clock.now()).isEqualTo(Instant.parse("2036-03-12T05:00:00Z"));
  }

  private EngineClock clock(boolean movable) {
    JobRunner jobs = mock();
    doAnswer(
            call -> {
              call.getArgument(0, Runnable.class).run();
              return null;
            })
        .when(jobs)
        .whilePaused(any());
    return new EngineClock(
        sql,
        Clock.fixed(NOW, ZoneOffset.UTC),
        movable,
        jobs,
        new TransactionTemplate(new DataSourceTransactionManager(database.service())));
  }

  private void moved(Duration offset) {
    sql.sql("insert into workflow.clock (moved_at, offset_seconds) values (now(), ?)")
        .param(offset.toSeconds())
        .update();
  }
}
