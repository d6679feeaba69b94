package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import coop.artel.TestDatabase;
import coop.artel.values.Refusal;
import coop.artel.values.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people collide in a use case. */
class CollisionsTest {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext(Collisions.class, Wiring.class);
  private final Crowded crowded = context.getBean(Crowded.class);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void a_use_case_that_collided_is_tried_again_in_a_new_transaction() {
    crowded.failing(2, () -> new OptimisticLockingException("somebody was faster"));

    assertThat(crowded.enter()).isEqualTo("entered");
    assertThat(transactions()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void a_lock_that_was_refused_is_tried_again_too() {
    crowded.failing(1, () -> new CannotAcquireLockException("deadlock detected"));

    assertThat(crowded.enter()).isEqualTo("entered");
    assertThat(transactions()).hasSize(2);
  }

  @Test
  void executions_that_were_removed_while_the_engine_read_them_are_a_collision() {
    crowded.failing(1, () -> new ProcessEngineException("ENGINE-03077 Cannot resolve parent"));

    assertThat(crowded.enter()).isEqualTo("entered");
    assertThat(transactions()).hasSize(2);
  }

  @Test
  void after_three_collisions_the_caller_is_asked_to_try_again() {
    crowded.failing(3, () -> new OptimisticLockingException("somebody was faster"));

    assertThatExceptionOfType(Collided.class)
        .isThrownBy(crowded::enter)
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("collided");
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            });
    assertThat(transactions()).hasSize(3);
  }

  @Test
  void any_other_failure_is_not_tried_again() {
    crowded.failing(1, () -> new IllegalStateException("broken"));

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(crowded::enter);
    assertThat(transactions()).hasSize(1);
  }

  @Test
  void a_use_case_within_another_leaves_the_trying_to_the_outer_one() {
    crowded.failing(1, () -> new OptimisticLockingException("somebody was faster"));
    var outer = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

    assertThatExceptionOfType(OptimisticLockingException.class)
        .isThrownBy(() -> outer.executeWithoutResult(status -> crowded.enter()));
    assertThat(transactions()).hasSize(1);
  }

  private List<String> transactions() {
    return crowded.transactions();
  }

  @UseCase
  static class Crowded {
    private final JdbcClient sql;
    private final List<String> transactions = new ArrayList<>();
    private int left;
    private Supplier<RuntimeException> failure = IllegalStateException::new;

    Crowded(JdbcClient sql) {
      this.sql = sql;
    }

    public List<String> transactions() {
      return transactions;
    }

    public void failing(int times, Supplier<RuntimeException> with) {
      left = times;
      failure = with;
    }

    public String enter() {
      transactions.add(sql.sql("select pg_current_xact_id()::text").query(String.class).single());
      if (left-- > 0) {
        throw failure.get();
      }
      return "entered";
    }
  }

  @Configuration
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Wiring {
    private final TestDatabase database = TestDatabase.fresh();

    @Bean
    PlatformTransactionManager transactions() {
      return new DataSourceTransactionManager(database.service());
    }

    @Bean
    Crowded crowded(PlatformTransactionManager transactions) {
      var manager = (DataSourceTransactionManager) transactions;
      return new Crowded(JdbcClient.create(manager.getDataSource()));
    }
  }
}
