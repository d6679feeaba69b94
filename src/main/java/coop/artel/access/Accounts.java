package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in names with passwords (Argon2id), API tokens and platform roles; by real time. */
@UseCase
public class Accounts {
  /** The purpose of a token that speaks for somebody who has applied, and for no office. */
  public static final String APPLICANT = "applicant";

  private static final String TOKEN_PREFIX = "artel_";
  private static final Pattern TOKEN = Pattern.compile(TOKEN_PREFIX + "[A-Za-z0-9_-]{43}");
  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,64}");
  private static final int FREE_FAILURES = 3;
  private static final int FREE_FAILURES_UNDER_ATTACK = 1;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  /** Whom a token speaks for, and what it was issued for. */
  public record Bearer(PersonId person, String purpose) {}

  private record Account(PersonId person, String hash) {}

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
  private final Budgets budgets;
  private final Limits.Budget ofAddress;
  private final Limits.Budget ofLogin;
  private final Passwords passwords = new Passwords();
  private final SecureRandom random = new SecureRandom();

  Accounts(JdbcClient database, Clock clock, Budgets budgets, Limits limits) {
    this.database = database;
    this.clock = clock;
    this.budgets = budgets;
    this.ofAddress = limits.signInAddress().budget();
    this.ofLogin = limits.signInLogin().budget();
  }

  /** Opens an account; a login that is taken is refused: {@code login-taken}. */
  public void open(PersonId person, String login, String password, Set<PlatformRole> roles) {
    String name = Normalizer.normalize(login, Normalizer.Form.NFC).strip();
    if (!LOGIN.matcher(name).matches()) {
      throw AccountRefused.malformed();
    }
    if (password.length() < AccountRefused.SHORTEST_PASSWORD
        || password.length() > AccountRefused.LONGEST_PASSWORD) {
      throw AccountRefused.password();
    }
    if (account(key(login)).isPresent()) {
      throw AccountRefused.taken(name);
    }
    if (hasAccount(person)) {
      throw AccountRefused.opened();
    }
    int written =
        database
            .sql(
                """
                insert into access.accounts (person, login, login_key, password_hash, opened_at)
                values (:person, :login, :key, :hash, :now)
                on conflict do nothing
                """)
            .param("person", person.value())
            .param("login", name)
            .param("key", key(login))
            .param("hash", passwords.hash(canonical(password)))
            .param("now", now())
            .update();
    if (written == 0) {
      throw AccountRefused.taken(name);
    }
    for (var role : roles) {
      database
          .sql("insert into access.platform_roles (person, role) values (:person, :role)")
          .param("person", person.value())
          .param("role", role.name())
          .update();
    }
  }

  /**
   * Whose login and password these are; empty if nobody's. From the third failure on, each makes
   * the next attempt with this login from this address wait twice as long, up to a quarter of an
   * hour: {@link SignInDelayed}. Failures elsewhere never make the owner's first attempt wait.
   *
   * @param from the network address that the attempt comes from
   */
  public Optional<PersonId> signIn(String login, String password, String from) {
    String address = ClientAddress.of(from);
    String digest = HexFormat.of().formatHex(sha256(key(login) + "\n" + address));
    // One attempt at a time, or many at once would all come before the first failure.
    if (!claim(digest)) {
      throw new SignInDelayed(1);
    }
    var failures = failures(digest);
    demandPatience(login, address, failures);
    var signedIn = check(login, password);
    if (signedIn.isPresent()) {
      succeeded(signedIn.get(), digest);
    } else {
      failed(digest, failures.map(Failures::count).orElse(0) + 1);
      budgets.take(ofAddress, address);
      budgets.take(ofLogin, key(login));
    }
    return signedIn;
  }

  private void demandPatience(String login, String address, Optional<Failures> failures) {
    Instant now = clock.instant();
    boolean attacked = !budgets.untilOneIsLeft(ofLogin, key(login)).isZero();
    int free = attacked ? FREE_FAILURES_UNDER_ATTACK : FREE_FAILURES;
    var pause =
        failures.map(known -> Duration.between(now, known.nextAttempt(free))).orElse(Duration.ZERO);
    var wait = Collections.max(List.of(pause, budgets.untilOneIsLeft(ofAddress, address)));
    if (wait.compareTo(Duration.ZERO) > 0) {
      throw new SignInDelayed(Math.max(1, wait.toSeconds()));
    }
  }

  private Optional<PersonId> check(String login, String password) {
    var account =
        LOGIN.matcher(login.strip()).matches() ? account(key(login)) : Optional.<Account>empty();
    if (account.isEmpty() || password.length() > AccountRefused.LONGEST_PASSWORD) {
      passwords.matchesNobody("");
      return Optional.empty();
    }
    return account
        .filter(a -> passwords.matches(canonical(password), a.hash()))
        .map(Account::person);
  }

  private boolean claim(String digest) {
    return database
        .sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "access.sign-in/" + digest)
        .query(Boolean.class)
        .single();
  }

  private Optional<Failures> failures(String digest) {
    return database
        .sql(
            """
            select failures, last_failed_at from access.sign_in_failures
            where attempt_digest = :digest and last_failed_at > :forgotten
            """)
        .param("digest", digest)
        .param("forgotten", now().minus(FORGOTTEN_AFTER))
        .query(
            (row, number) ->
                new Failures(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional();
  }

  private void failed(String digest, int count) {
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
        .param("digest", digest)
        .param("count", count)
        .param("now", now())
        .update();
  }

  private void succeeded(PersonId person, String digest) {
    database
        .sql("delete from access.sign_in_failures where attempt_digest = :digest")
        .param("digest", digest)
        .update();
    database
        .sql("update access.accounts set last_sign_in_at = :now where person = :person")
        .param("now", now())
        .param("person", person.value())
        .update();
  }

  public Optional<Instant> lastSignIn(PersonId person) {
    return database
        .sql(
            """
            select last_sign_in_at from access.accounts
            where person = :person and last_sign_in_at is not null
            """)
        .param("person", person.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  public Set<PlatformRole> roles(PersonId person) {
    return database
        .sql("select role from access.platform_roles where person = :person")
        .param("person", person.value())
        .query(String.class)
        .list()
        .stream()
        .map(PlatformRole::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Issues a token of 256 random bits, returned once and stored as its SHA-256. */
  public String issueToken(PersonId person, String purpose, Duration life) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String token = TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    database
        .sql(
            """
            insert into access.tokens (id, person, purpose, digest, issued_at, expires_at)
            values (:id, :person, :purpose, :digest, :now, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("person", person.value())
        .param("purpose", purpose)
        .param("digest", sha256(token))
        .param("now", now())
        .param("expires", now().plus(life))
        .update();
    return token;
  }

  /** Whom a token speaks for; empty if unknown, revoked or expired. */
  public Optional<PersonId> byToken(String token) {
    return bearer(token).map(Bearer::person);
  }

  public Optional<Bearer> bearer(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return database
        .sql(
            """
            select person, purpose from access.tokens
            where digest = :digest and revoked_at is null and expires_at > :now
            """)
        .param("digest", sha256(token))
        .param("now", now())
        .query(
            (row, number) ->
                new Bearer(new PersonId(row.getObject(1, UUID.class)), row.getString(2)))
        .optional();
  }

  /** A token speaks for nobody from now on; one that does not exist is no matter. */
  public void revoke(String token) {
    database
        .sql(
            """
            update access.tokens set revoked_at = :now
            where digest = :digest and revoked_at is null
            """)
        .param("now", now())
        .param("digest", sha256(token))
        .update();
  }

  private boolean hasAccount(PersonId person) {
    return database
        .sql("select exists (select from access.accounts where person = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  private Optional<Account> account(String key) {
    return database
        .sql("select person, password_hash from access.accounts where login_key = :key")
        .param("key", key)
        .query(
            (row, number) ->
                new Account(new PersonId(row.getObject(1, UUID.class)), row.getString(2)))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** One keyboard sends an accent as one character, another as two. */
  private static String canonical(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private static String key(String login) {
    return canonical(login).strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
