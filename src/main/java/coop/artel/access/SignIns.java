package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.access.Accounts.Account;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in with login and password, and who has to wait before trying again; by real time. A
 * password takes its time and its memory to compare, so no connection is held meanwhile: an attempt
 * counts as failed when it begins, and is taken back when it was none.
 */
@Service
public class SignIns {
  private static final int FREE_FAILURES = 3;
  private static final int FREE_FAILURES_UNDER_ATTACK = 1;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final long BUSY_SECONDS = 2;

  private record Attempt(String login, String address, String digest) {
    static Attempt of(String login, String from) {
      String key = Accounts.key(login);
      String address = ClientAddress.of(from);
      return new Attempt(key, address, Sha256.of((key + "\n" + address).getBytes(UTF_8)));
    }
  }

  private record Begun(
      Attempt attempt, Optional<Account> account, boolean ofAddress, boolean ofLogin) {}

  private record Failures(int count, Instant last) {
    Instant nextAttempt(int free) {
      if (count < free) {
        return last;
      }
      long seconds = 1L << Math.min(count - free, 20);
      return last.plusSeconds(Math.min(seconds, LONGEST_DELAY.toSeconds()));
    }
  }

  private final JdbcClient database;
  private final Clock clock;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Budgets budgets;
  private final Limits.Budget ofAddress;
  private final Limits.Budget ofLogin;
  private final TransactionTemplate transaction;

  SignIns(
      JdbcClient database,
      Clock clock,
      Accounts accounts,
      Passwords passwords,
      Budgets budgets,
      Limits limits,
      PlatformTransactionManager transactions) {
    this.database = database;
    this.clock = clock;
    this.accounts = accounts;
    this.passwords = passwords;
    this.budgets = budgets;
    this.ofAddress = limits.signInAddress().budget();
    this.ofLogin = limits.signInLogin().budget();
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Whose login and password these are; empty if nobody's. From the third failure on, each makes
   * the next attempt with this login from this address wait twice as long, up to a quarter of an
   * hour: {@link SignInDelayed}. Failures elsewhere never make the owner's first attempt wait. Who
   * comes while more passwords are compared than the machine can bear is asked to wait as well.
   *
   * @param from the network address that the attempt comes from
   */
  public Optional<PersonId> signIn(String login, String password, String from) {
    var attempt = Attempt.of(login, from);
    var begun =
        Objects.requireNonNull(transaction.execute(status -> begin(attempt, login)), "begun");
    try {
      var signedIn = compare(begun.account(), password);
      signedIn.ifPresent(person -> transaction.executeWithoutResult(s -> end(begun, person)));
      return signedIn;
    } catch (Passwords.Busy busy) {
      transaction.executeWithoutResult(status -> takeBack(begun));
      throw new SignInDelayed(BUSY_SECONDS);
    }
  }

  private Begun begin(Attempt attempt, String login) {
    oneAfterAnother(attempt);
    var failures = failures(attempt);
    demandPatience(attempt, failures);
    failed(attempt, failures.map(Failures::count).orElse(0) + 1);
    return new Begun(
        attempt,
        accounts.withLogin(login),
        budgets.take(ofAddress, attempt.address()),
        budgets.take(ofLogin, attempt.login()));
  }

  private Optional<PersonId> compare(Optional<Account> account, String password) {
    if (account.isEmpty() || password.length() > AccountRefused.LONGEST_PASSWORD) {
      passwords.matchesNobody("");
      return Optional.empty();
    }
    return account
        .filter(it -> passwords.matches(Accounts.canonical(password), it.hash()))
        .map(Account::person);
  }

  private void end(Begun begun, PersonId person) {
    database
        .sql("delete from access.sign_in_failures where attempt_digest = :digest")
        .param("digest", begun.attempt().digest())
        .update();
    giveBack(begun);
    accounts.signedIn(person);
  }

  /** The password was not looked at. */
  private void takeBack(Begun begun) {
    database
        .sql(
            """
            update access.sign_in_failures set failures = failures - 1
            where attempt_digest = :digest and failures > 0
            """)
        .param("digest", begun.attempt().digest())
        .update();
    giveBack(begun);
  }

  private void giveBack(Begun begun) {
    if (begun.ofAddress()) {
      budgets.giveBack(ofAddress, begun.attempt().address());
    }
    if (begun.ofLogin()) {
      budgets.giveBack(ofLogin, begun.attempt().login());
    }
  }

  private void demandPatience(Attempt attempt, Optional<Failures> failures) {
    boolean attacked = !budgets.untilOneIsLeft(ofLogin, attempt.login()).isZero();
    int free = attacked ? FREE_FAILURES_UNDER_ATTACK : FREE_FAILURES;
    var pause =
        failures
            .map(known -> Duration.between(clock.instant(), known.nextAttempt(free)))
            .orElse(Duration.ZERO);
    var wait =
        Collections.max(List.of(pause, budgets.untilOneIsLeft(ofAddress, attempt.address())));
    if (wait.compareTo(Duration.ZERO) > 0) {
      throw new SignInDelayed(Math.max(1, wait.toSeconds()));
    }
  }

  /** Or many attempts at once would all begin before the first of them is counted. */
  private void oneAfterAnother(Attempt attempt) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "access.sign-in/" + attempt.digest())
        .query((row, number) -> number)
        .single();
  }

  private Optional<Failures> failures(Attempt attempt) {
    return database
        .sql(
            """
            select failures, last_failed_at from access.sign_in_failures
            where attempt_digest = :digest and last_failed_at > :forgotten
            """)
        .param("digest", attempt.digest())
        .param("forgotten", now().minus(FORGOTTEN_AFTER))
        .query(
            (row, number) ->
                new Failures(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional();
  }

  private void failed(Attempt attempt, int count) {
    database
        .sql("delete from access.sign_in_failures where last_failed_at <= :forgotten")
        .param("forgotten", now().minus(FORGOTTEN_AFTER))
        .update();
    database
        .sql(
            """
            insert into access.sign_in_failures (attempt_digest, failures, last_failed_at)
            values (:digest, :count, :now)
            on conflict (attempt_digest) do update
            set failures = excluded.failures, last_failed_at = excluded.last_failed_at
            """)
        .param("digest", attempt.digest())
        .param("count", count)
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
