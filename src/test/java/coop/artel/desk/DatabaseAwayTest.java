package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.desk.frame.DatabaseAway;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What is told as a database that is away, and what stays a fault of ours. */
class DatabaseAwayTest {
  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "53100"})
  void a_connection_that_broke_is_found_under_whatever_wraps_it(String state) {
    assertThat(DatabaseAway.isBehind(new IllegalStateException(failed(state)))).isTrue();
  }

  @Test
  void a_pool_that_has_no_connection_to_give_is_one_too() {
    assertThat(
            DatabaseAway.isBehind(
                new CannotCreateTransactionException(
                    "", new SQLTransientConnectionException("timed out"))))
        .isTrue();
  }

  @Test
  void a_roll_back_that_failed_hides_it_no_more() {
    var closed = new TransactionSystemException("", new SQLException("Connection is closed"));
    assertThat(DatabaseAway.isBehind(closed)).isFalse();
    closed.initApplicationException(new IllegalStateException(failed("57P01")));
    assertThat(DatabaseAway.isBehind(closed)).isTrue();

    var broken = new IllegalStateException("step");
    broken.addSuppressed(failed("08003"));
    assertThat(DatabaseAway.isBehind(broken)).isTrue();
  }

  @Test
  void what_the_database_itself_refuses_is_not() {
    assertThat(DatabaseAway.isBehind(new DataIntegrityViolationException("", failed("23505"))))
        .isFalse();
    assertThat(DatabaseAway.isBehind(new NullPointerException())).isFalse();
    assertThat(DatabaseAway.isBehind(null)).isFalse();
  }

  @Test
  void causes_in_a_ring_end() {
    var first = new IllegalStateException("first");
    var second = new IllegalStateException("second", first);
    first.initCause(second);
    assertThat(DatabaseAway.isBehind(first)).isFalse();
  }

  private static SQLException failed(String state) {
    return new SQLException("failed", state);
  }
}
