package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import coop.artel.TestDatabase;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class SignInsTest {
  private static final String PASSWORD = "верная лошадь батарея";
  private static final String HOME = "192.0.2.7";

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final MovableClock clock = new MovableClock();
  private final Limits limits =
      new Limits(
          new Limits.Applications(30, Duration.ofMinutes(2)),
          new Limits.SignInAddress(100, Duration.ofSeconds(30)),
          new Limits.SignInLogin(50, Duration.ofMinutes(5)));
  private final Passwords passwords = new Passwords();
  private final Accounts accounts = new Accounts(sql, clock, passwords);
  private final SignIns signIns = signIns(source);
  private final PersonId anna = PersonId.random();

  @Test
  void the_right_password_signs_in_whatever_the_case_of_the_login() {
    accounts.open(anna, "Анна.Иванова", PASSWORD, Set.of());

    assertThat(accounts.lastSignIn(anna)).isEmpty();
    assertThat(signIns.signIn("анна.иванова ", PASSWORD, HOME)).contains(anna);
    assertThat(accounts.lastSignIn(anna)).contains(clock.instant());
    assertThat(signIns.signIn("анна.иванова", PASSWORD + "!", HOME)).isEmpty();
    assertThat(signIns.signIn("борис", PASSWORD, HOME)).isEmpty();
  }

  @Test
  void after_three_failures_each_makes_the_next_attempt_wait_twice_as_long() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    fail(3);
    for (long wait : new long[] {1, 2, 4, 8, 16}) {
      assertDelayed(wait, PASSWORD);
      clock.pass(Duration.ofSeconds(wait - 1));
      if (wait > 1) {
        assertDelayed(1, PASSWORD);
      }
      clock.pass(Duration.ofSeconds(1));
      fail(1);
    }
  }

  @Test
  void the_delay_never_exceeds_a_quarter_of_an_hour_and_ends_with_the_right_password() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 30; i++) {
      fail(1);
      clock.pass(Duration.ofMinutes(15));
    }

    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
    fail(2);
    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void a_login_that_does_not_exist_is_delayed_just_the_same_and_kept_only_as_a_digest() {
    for (int i = 0; i < 3; i++) {
      signIns.signIn("моя тайна", "x", HOME);
    }

    assertThatThrownBy(() -> signIns.signIn("моя тайна", "x", HOME))
        .isInstanceOf(SignInDelayed.class);
    assertThat(
            sql.sql("select string_agg(f::text, ' ') from access.sign_in_failures f")
                .query(String.class)
                .single())
        .doesNotContain("тайна");
  }

  @Test
  void failures_are_forgotten_after_a_day() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    fail(3);
    clock.pass(Duration.ofDays(1));
    fail(1);

    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void many_attempts_at_once_are_not_all_looked_at() throws Exception {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    var pool = Executors.newFixedThreadPool(8);
    int looked = 0;
    try {
      Callable<Object> attempt = () -> signIns.signIn("anna", "wrong password", HOME);
      for (var outcome : pool.invokeAll(Collections.nCopies(16, attempt))) {
        try {
          outcome.get();
          looked++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(SignInDelayed.class);
        }
      }
    } finally {
      pool.shutdown();
    }

    assertThat(looked).isBetween(1, 3);
  }

  @Test
  void failures_elsewhere_never_make_the_owner_wait() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 200; i++) {
      String attacker = "198.51.100." + i;
      assertThat(signIns.signIn("anna", "wrong password", attacker)).isEmpty();
    }

    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void a_login_that_is_attacked_leaves_each_address_one_attempt() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 50; i++) {
      signIns.signIn("anna", "wrong password", "198.51.100." + i);
    }

    fail(1);
    assertDelayed(1, PASSWORD);
  }

  @Test
  void an_address_that_tries_many_logins_has_to_wait_and_others_do_not() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 100; i++) {
      assertThat(signIns.signIn("login-" + i, "wrong password", "2001:db8::" + i)).isEmpty();
    }

    assertThatThrownBy(() -> signIns.signIn("anna", PASSWORD, "2001:db8::ffff"))
        .isInstanceOfSatisfying(
            SignInDelayed.class, delay -> assertThat(delay.seconds()).isEqualTo(30));
    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
    clock.pass(Duration.ofSeconds(30));
    assertThat(signIns.signIn("anna", PASSWORD, "2001:db8::ffff")).contains(anna);
  }

  @Test
  void no_connection_is_held_while_passwords_are_compared() throws Exception {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    var pool = Executors.newFixedThreadPool(60);
    int looked = 0;
    try (var two = new HikariDataSource()) {
      two.setDataSource(source);
      two.setMaximumPoolSize(2);
      two.setConnectionTimeout(5_000);
      var few = signIns(two);
      Callable<Object> attempt =
          () -> few.signIn(UUID.randomUUID().toString(), "wrong password", HOME);
      for (var outcome : pool.invokeAll(Collections.nCopies(60, attempt))) {
        try {
          outcome.get();
          looked++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(SignInDelayed.class);
        }
      }
    } finally {
      pool.shutdown();
    }

    assertThat(looked).isBetween(4, 60);
    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void who_comes_when_too_many_passwords_wait_is_not_counted_as_failed() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    int all = passwords.places.drainPermits();

    for (int i = 0; i < 200; i++) {
      assertDelayed(2, PASSWORD);
    }
    passwords.places.release(all);

    assertThat(signIns.signIn("anna", PASSWORD, HOME)).contains(anna);
    assertThat(left("sign-in-address")).isEqualTo(100);
  }

  private SignIns signIns(DataSource source) {
    var sql = JdbcClient.create(source);
    return new SignIns(
        sql,
        clock,
        new Accounts(sql, clock, passwords),
        passwords,
        new Budgets(sql, clock),
        limits,
        new JdbcTransactionManager(source));
  }

  private double left(String budget) {
    return sql.sql("select min(tokens) from access.budgets where name = :name")
        .param("name", budget)
        .query(Double.class)
        .single();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(signIns.signIn("anna", "wrong password", HOME)).isEmpty();
    }
  }

  private void assertDelayed(long seconds, String password) {
    assertThatThrownBy(() -> signIns.signIn("anna", password, HOME))
        .isInstanceOfSatisfying(
            SignInDelayed.class, delay -> assertThat(delay.seconds()).isEqualTo(seconds));
  }
}
