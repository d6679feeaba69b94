package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AccountsTest {
  private static final String PASSWORD = "верная лошадь батарея";
  private static final String HOME = "192.0.2.7";

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final MovableClock clock = new MovableClock();
  private final Limits limits =
      new Limits(
          new Limits.Applications(30, Duration.ofMinutes(2)),
          new Limits.SignInAddress(100, Duration.ofSeconds(30)),
          new Limits.SignInLogin(50, Duration.ofMinutes(5)));
  private final Accounts accounts = new Accounts(sql, clock, new Budgets(sql, clock), limits);
  private final PersonId anna = PersonId.random();

  @Test
  void the_right_password_signs_in_whatever_the_case_of_the_login() {
    accounts.open(anna, "Анна.Иванова", PASSWORD, Set.of(PlatformRole.LAWYER));

    assertThat(accounts.lastSignIn(anna)).isEmpty();
    assertThat(accounts.signIn("анна.иванова ", PASSWORD, HOME)).contains(anna);
    assertThat(accounts.lastSignIn(anna)).contains(clock.instant());
    assertThat(accounts.roles(anna)).containsExactly(PlatformRole.LAWYER);
    assertThat(accounts.signIn("анна.иванова", PASSWORD + "!", HOME)).isEmpty();
    assertThat(accounts.signIn("борис", PASSWORD, HOME)).isEmpty();
    assertThat(accounts.roles(PersonId.random())).isEmpty();
  }

  @Test
  void passwords_are_kept_as_argon2id_with_the_advised_cost() {
    accounts.open(anna, "anna", PASSWORD, Set.of());

    assertThat(sql.sql("select password_hash from access.accounts").query(String.class).single())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void a_login_is_taken_once() {
    accounts.open(anna, "anna", PASSWORD, Set.of());

    assertRefused(
        "login-taken", () -> accounts.open(PersonId.random(), "ANNA", PASSWORD, Set.of()));
    assertRefused("account-exists", () -> accounts.open(anna, "anna2", PASSWORD, Set.of()));
  }

  @Test
  void short_passwords_and_strange_logins_are_refused() {
    assertRefused("password-length", () -> accounts.open(anna, "anna", "123456789", Set.of()));
    assertRefused("password-length", () -> accounts.open(anna, "anna", "x".repeat(201), Set.of()));
    for (String login : new String[] {"", "an", "an na", "<anna>", "a".repeat(65)}) {
      assertRefused("login-malformed", () -> accounts.open(anna, login, PASSWORD, Set.of()));
    }
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

    assertThat(accounts.signIn("anna", PASSWORD, HOME)).contains(anna);
    fail(2);
    assertThat(accounts.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void a_login_that_does_not_exist_is_delayed_just_the_same_and_kept_only_as_a_digest() {
    for (int i = 0; i < 3; i++) {
      accounts.signIn("моя тайна", "x", HOME);
    }

    assertThatThrownBy(() -> accounts.signIn("моя тайна", "x", HOME))
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

    assertThat(accounts.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void many_attempts_at_once_are_not_all_looked_at() throws Exception {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    var pool = Executors.newFixedThreadPool(8);
    int looked = 0;
    try {
      Callable<Object> attempt =
          () -> transaction.execute(s -> accounts.signIn("anna", "wrong password", HOME));
      for (var outcome : pool.invokeAll(java.util.Collections.nCopies(16, attempt))) {
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
  void a_token_speaks_for_its_person_until_it_expires() {
    String token = accounts.issueToken(anna, Accounts.APPLICANT, Duration.ofDays(30));

    assertThat(token).matches("artel_[A-Za-z0-9_-]{43}");
    assertThat(accounts.byToken(token)).contains(anna);
    assertThat(accounts.bearer(token)).contains(new Accounts.Bearer(anna, Accounts.APPLICANT));
    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(accounts.byToken(token)).contains(anna);
    clock.pass(Duration.ofSeconds(1));
    assertThat(accounts.byToken(token)).isEmpty();
  }

  @Test
  void a_revoked_or_foreign_token_speaks_for_nobody() {
    String token = accounts.issueToken(anna, "demo", Duration.ofDays(30));
    String other = accounts.issueToken(anna, "demo", Duration.ofDays(30));
    accounts.revoke(token);

    assertThat(accounts.byToken(token)).isEmpty();
    assertThat(accounts.byToken(other)).contains(anna);
    assertThat(accounts.byToken("artel_" + "A".repeat(43))).isEmpty();
    assertThat(accounts.byToken("")).isEmpty();
    assertThat(accounts.byToken(other + "\n")).isEmpty();
  }

  @Test
  void tokens_are_not_kept_as_they_are() {
    String token = accounts.issueToken(anna, "demo", Duration.ofDays(30));

    String rows =
        sql.sql("select string_agg(t::text, ' ') from access.tokens t")
            .query(String.class)
            .single();
    assertThat(rows).contains("demo").doesNotContain(token.substring(6));
  }

  @Test
  void failures_elsewhere_never_make_the_owner_wait() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 200; i++) {
      String attacker = "198.51.100." + i;
      assertThat(accounts.signIn("anna", "wrong password", attacker)).isEmpty();
    }

    assertThat(accounts.signIn("anna", PASSWORD, HOME)).contains(anna);
  }

  @Test
  void a_login_that_is_attacked_leaves_each_address_one_attempt() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 50; i++) {
      accounts.signIn("anna", "wrong password", "198.51.100." + i);
    }

    fail(1);
    assertDelayed(1, PASSWORD);
  }

  @Test
  void an_address_that_tries_many_logins_has_to_wait_and_others_do_not() {
    accounts.open(anna, "anna", PASSWORD, Set.of());
    for (int i = 0; i < 100; i++) {
      assertThat(accounts.signIn("login-" + i, "wrong password", "2001:db8::" + i)).isEmpty();
    }

    assertThatThrownBy(() -> accounts.signIn("anna", PASSWORD, "2001:db8::ffff"))
        .isInstanceOfSatisfying(
            SignInDelayed.class, delay -> assertThat(delay.seconds()).isEqualTo(30));
    assertThat(accounts.signIn("anna", PASSWORD, HOME)).contains(anna);
    clock.pass(Duration.ofSeconds(30));
    assertThat(accounts.signIn("anna", PASSWORD, "2001:db8::ffff")).contains(anna);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(accounts.signIn("anna", "wrong password", HOME)).isEmpty();
    }
  }

  private void assertDelayed(long seconds, String password) {
    assertThatThrownBy(() -> accounts.signIn("anna", password, HOME))
        .isInstanceOfSatisfying(
            SignInDelayed.class, delay -> assertThat(delay.seconds()).isEqualTo(seconds));
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
