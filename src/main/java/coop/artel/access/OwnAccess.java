package coop.artel.access;

import coop.artel.values.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody does about the own way in: another password, tokens for programs. Each asks for the
 * password anew, so that neither a desk left alone nor a token that leaked opens another way; wrong
 * ones count as failed sign-ins.
 */
@Service
public class OwnAccess {
  /** A token lives so many days at most. */
  public static final int LONGEST_DAYS = 366;

  private static final int LIVE_AT_MOST = 20;
  private static final int LONGEST_LABEL = 60;

  /** Begins the purpose of a token that its bearer has named; what follows is the name. */
  private static final String NAMED = "named/";

  /** A token as its bearer may see it: never itself. */
  public record Token(UUID id, String label, Instant issuedAt, Instant expiresAt) {}

  private final JdbcClient database;
  private final Clock clock;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Callers callers;
  private final ApplicationEventPublisher news;
  private final TransactionTemplate transaction;

  OwnAccess(
      JdbcClient database,
      Clock clock,
      Accounts accounts,
      SignIns signIns,
      Callers callers,
      ApplicationEventPublisher news,
      PlatformTransactionManager transactions) {
    this.database = database;
    this.clock = clock;
    this.accounts = accounts;
    this.signIns = signIns;
    this.callers = callers;
    this.news = news;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Refused: {@code password-not-yours}, {@code sign-in-delayed}, {@code password-length}. All
   * sessions of the pages are over, but for one that {@link PageSessions} renews. Tokens stay what
   * they are; who fears for them revokes them.
   *
   * @param from the network address that the request comes from
   */
  public void changePassword(Caller caller, String password, String next, String from) {
    demandPassword(caller, password, from);
    transaction.executeWithoutResult(status -> accounts.change(caller.person(), next));
  }

  /**
   * A token that may do what its bearer may, returned this once. Refused: {@code
   * token-needs-office}, {@code token-malformed}, {@code too-many-tokens}, {@code
   * password-not-yours}, {@code sign-in-delayed}.
   *
   * @param label what the bearer will know it by
   */
  public String issue(Caller caller, String label, int days, String password, String from) {
    demandIssuable(caller, label, days);
    demandPassword(caller, password, from);
    return issued(caller, label, days, () -> {});
  }

  /**
   * The same for whoever has no token yet, so that a program needs no page. Refused before anything
   * is told of the account: {@code sign-in-wrong}, {@code sign-in-delayed}.
   */
  public String signIn(String login, String password, String label, int days, String from) {
    var person = signIns.signIn(login, password, from).orElseThrow(AccountRefused::wrong);
    var caller = callers.of(person);
    demandIssuable(caller, label, days);
    return issued(caller, label, days, () -> news.publishEvent(new SignedInByPassword(person)));
  }

  private void demandIssuable(Caller caller, String label, int days) {
    String name = label.strip();
    if (caller.offices().isEmpty() && caller.roles().isEmpty()) {
      throw TokenRefused.needsOffice();
    }
    if (name.isEmpty()
        || name.length() > LONGEST_LABEL
        || name.chars().anyMatch(Character::isISOControl)
        || days < 1
        || days > LONGEST_DAYS) {
      throw TokenRefused.malformed();
    }
    demandFew(caller);
  }

  private void demandFew(Caller caller) {
    if (of(caller).size() >= LIVE_AT_MOST) {
      throw TokenRefused.tooMany(LIVE_AT_MOST);
    }
  }

  /**
   * Counts once more, after all that are being issued to the same bearer.
   *
   * @param sealed what else holds only together with the token
   */
  private String issued(Caller caller, String label, int days, Runnable sealed) {
    var purpose = NAMED + label.strip();
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              accounts.hold(caller.person());
              demandFew(caller);
              sealed.run();
              return accounts.issueToken(caller.person(), purpose, Duration.ofDays(days));
            }),
        "token");
  }

  /** Those that are good now and speak for more than an application, the newest first. */
  public List<Token> of(Caller caller) {
    return database
        .sql(
            """
            select id, purpose, issued_at, expires_at from access.tokens
            where person = :person and purpose <> :applicant
              and revoked_at is null and expires_at > :now
            order by issued_at desc, id
            """)
        .param("person", caller.person().value())
        .param("applicant", Accounts.APPLICANT)
        .param("now", now())
        .query(
            (row, number) ->
                new Token(
                    row.getObject(1, UUID.class),
                    label(row.getString(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Of one's own only; refused: {@code token-unknown}. */
  public void revoke(Caller caller, UUID token) {
    int revoked =
        database
            .sql(
                """
                update access.tokens set revoked_at = :now
                where id = :id and person = :person and purpose <> :applicant
                  and revoked_at is null
                """)
            .param("now", now())
            .param("id", token)
            .param("person", caller.person().value())
            .param("applicant", Accounts.APPLICANT)
            .update();
    if (revoked == 0) {
      throw TokenRefused.unknown();
    }
  }

  private void demandPassword(Caller caller, String password, String from) {
    PersonId me = caller.person();
    boolean mine =
        accounts
            .loginOf(me)
            .flatMap(login -> signIns.signIn(login, password, from))
            .filter(me::equals)
            .isPresent();
    if (!mine) {
      throw AccountRefused.notYours();
    }
  }

  private static String label(String purpose) {
    return purpose.startsWith(NAMED) ? purpose.substring(NAMED.length()) : purpose;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
