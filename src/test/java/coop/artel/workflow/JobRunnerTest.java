package coop.artel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of jobs that a killed service held. */
@House
class JobRunnerTest {
  @Autowired private JobRunner jobs;
  @Autowired private JdbcClient sql;

  @AfterEach
  void leaveNothing() {
    jobs.stop();
    sql.sql("delete from act_ru_job where id_ = 'left'").update();
  }

  @Test
  void on_a_database_of_our_own_they_are_free_at_the_next_start() {
    sql.sql(
            """
            insert into act_ru_job (id_, rev_, type_, exclusive_, retries_, duedate_, lock_owner_,
              lock_exp_time_, priority_, suspension_state_, handler_type_)
            values ('left', 1, 'timer', true, 5, '2099-01-01', 'killed', '2099-01-01', 0, 1, 'none')
            """)
        .update();

    jobs.start();

    assertThat(
            sql.sql("select lock_owner_ is null from act_ru_job where id_ = 'left'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
