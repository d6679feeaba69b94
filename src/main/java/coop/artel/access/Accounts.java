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
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logins with passwords (Argon2id), API tokens and platform roles; by real time. */
@UseCase
public class Accounts {
  /** The purpose of a token that speaks for somebody who has applied, and for no office. */
  public static final String APPLICANT = "applicant";

  private static final String TOKEN_PREFIX = "artel_";
  private static final Pattern TOKEN = Pattern.compile(TOKEN_PREFIX + "[A-Za-z0-9_-]{43}");
  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,64}");

  /** Whom a token speaks for, and what it was issued for. */
  public record Bearer(PersonId person, String purpose) {}

  /** What stands against a login, if anything does. */
  enum LoginState {
    FREE,
    TAKEN,
    MALFORMED
  }

  /** Whose account it is, and what its password is compared with. */
  record Account(PersonId person, String hash) {}

  private final JdbcClient database;
  private final Clock clock;
  private final Passwords passwords;
  private final SecureRandom random = new SecureRandom();

  Accounts(JdbcClient database, Clock clock, Passwords passwords) {
    this.database = database;
    this.clock = clock;
    this.passwords = passwords;
  }

  /** Whether an account could be opened under this login now. */
  LoginState stateOf(String login) {
    if (!LOGIN.matcher(Normalizer.normalize(login, Normalizer.Form.NFC).strip()).matches()) {
      return LoginState.MALFORMED;
    }
    return account(key(login)).isPresent() ? LoginState.TAKEN : LoginState.FREE;
  }

  /** Opens an account; a login that is taken is refused: {@code login-taken}. */
  public void open(PersonId person, String login, String password, Set<PlatformRole> roles) {
    String name = Normalizer.normalize(login, Normalizer.Form.NFC).strip();
    if (!LOGIN.matcher(name).matches()) {
      throw AccountRefused.malformed();
    }
    demandLength(password);
    if (account(key(login)).isPresent()) {
      throw AccountRefused.taken(name);
    }
    if (exists(person)) {
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

  /** Who has a role beyond one cooperative. */
  public List<PersonId> with(PlatformRole role) {
    return database
        .sql("select person from access.platform_roles where role = :role order by person")
        .param("role", role.name())
        .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
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

  /** The id of a token that is used for the first time on this day by UTC; the day is kept. */
  Optional<UUID> firstUseToday(String token) {
    return database
        .sql(
            """
            update access.tokens set recorded_on = :today
            where digest = :digest and recorded_on is distinct from :today
            returning id
            """)
        .param("today", now().toLocalDate())
        .param("digest", sha256(token))
        .query(UUID.class)
        .optional();
  }

  /** The account's row is held until the end of the transaction, so that others count after it. */
  void hold(PersonId person) {
    database
        .sql("select person from access.accounts where person = :person for update")
        .param("person", person.value())
        .query(UUID.class)
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

  /** Whether somebody can sign in. */
  public boolean exists(PersonId person) {
    return database
        .sql("select exists (select from access.accounts where person = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Nobody is this person any more: the account lets nobody in, its sessions are over, tokens and
   * links open nothing, and the login, which may be a name, is forgotten.
   */
  public void close(PersonId person) {
    var now = now().truncatedTo(ChronoUnit.MICROS);
    database
        .sql(
            """
            update access.accounts
            set login = 'erased ' || person, login_key = 'erased ' || person, password_hash = '',
              password_changed_at = :now
            where person = :person
            """)
        .param("person", person.value())
        .param("now", now)
        .update();
    database
        .sql(
            """
            update access.tokens set revoked_at = coalesce(revoked_at, :now), purpose = 'erased'
            where person = :person
            """)
        .param("person", person.value())
        .param("now", now)
        .update();
    database
        .sql(
            """
            update access.invitations
            set login = 'erased ' || id, login_key = 'erased ' || id,
              withdrawn_at = case when used_at is null then coalesce(withdrawn_at, :now) end,
              withdrawn_by = case when used_at is null then coalesce(withdrawn_by, invited_by) end
            where person = :person
            """)
        .param("person", person.value())
        .param("now", now)
        .update();
  }

  /** The account with this login; what can be no login is nobody's. */
  Optional<Account> withLogin(String login) {
    return LOGIN.matcher(login.strip()).matches() ? account(key(login)) : Optional.empty();
  }

  Optional<String> loginOf(PersonId person) {
    return database
        .sql("select login from access.accounts where person = :person")
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  /** Refused: {@code password-length}. */
  void change(PersonId person, String password) {
    demandLength(password);
    database
        .sql(
            """
            update access.accounts set password_hash = :hash, password_changed_at = :now
            where person = :person
            """)
        .param("hash", passwords.hash(canonical(password)))
        // The database would round up, past a sign-in that follows at once.
        .param("now", now().truncatedTo(ChronoUnit.MICROS))
        .param("person", person.value())
        .update();
  }

  /** Whether a sign-in of then rests on a password that is none any more. */
  boolean passwordChangedAfter(PersonId person, Instant signedInAt) {
    return database
        .sql(
            """
            select exists (select from access.accounts where person = :person
              and password_changed_at > :at)
            """)
        .param("person", person.value())
        .param("at", signedInAt.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void signedIn(PersonId person) {
    database
        .sql("update access.accounts set last_sign_in_at = :now where person = :person")
        .param("now", now())
        .param("person", person.value())
        .update();
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

  private static void demandLength(String password) {
    if (password.length() < AccountRefused.SHORTEST_PASSWORD
        || password.length() > AccountRefused.LONGEST_PASSWORD) {
      throw AccountRefused.password();
    }
  }

  /** One keyboard sends an accent as one character, another as two. */
  static String canonical(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  static String key(String login) {
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
