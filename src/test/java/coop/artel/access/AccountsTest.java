package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsTest {
  private static final String PASSWORD = "верная лошадь батарея";
  private static final String HOME = "192.0.2.7";

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final MovableClock clock = new MovableClock();
  private final Accounts accounts = new Accounts(sql, clock, new Passwords());
  private final PersonId anna = PersonId.random();

  @Test
  void an_account_is_found_whatever_the_case_of_the_login() {
    accounts.open(anna, "Анна.Иванова", PASSWORD, Set.of(PlatformRole.LAWYER));

    assertThat(accounts.withLogin("анна.иванова ").orElseThrow().person()).isEqualTo(anna);
    assertThat(accounts.withLogin("борис")).isEmpty();
    assertThat(accounts.withLogin("анна иванова")).isEmpty();
    assertThat(accounts.roles(anna)).containsExactly(PlatformRole.LAWYER);
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

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
