package coop.artel.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.access.Caller;
import coop.artel.mail.MailAddress;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where people are written to: an address counts when its reader has opened the link that was sent
 * to it. By real time.
 */
@UseCase
public class Addresses {
  private static final Duration PROVED_WITHIN = Duration.ofDays(1);
  private static final int MOST_ASKS_A_DAY = 5;

  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Addresses(JdbcClient sql, SubjectCipher cipher, Clock clock) {
    this.sql = sql;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Where somebody is written to, and where from soon.
   *
   * @param address proved
   * @param refused since when the reader's server knows nobody there
   * @param pending waits for its proof
   * @param language of the letters
   */
  public record Entry(
      @Nullable MailAddress address,
      @Nullable Instant refused,
      @Nullable MailAddress pending,
      Locale language) {}

  public Optional<Entry> of(PersonId person) {
    return sql.sql("select * from notices.addresses where person = ?")
        .param(person.value())
        .query((row, number) -> entry(row, person))
        .optional();
  }

  /**
   * Keeps an address until it is proved; the one proved before counts until then. Refused: {@code
   * mail-address-malformed}, {@code mail-address-too-often}.
   *
   * @return the secret that proves it, kept nowhere
   */
  Asked ask(Caller caller, String typed, Locale language) {
    var address = address(typed);
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    int written =
        sql.sql(
                """
                insert into notices.addresses as it (person, pending, proof_digest, proof_until,
                  asks, asks_since, language)
                values (:me, :pending, :digest, :until, 1, :now, :language)
                on conflict (person) do update
                set pending = excluded.pending, proof_digest = excluded.proof_digest,
                  proof_until = excluded.proof_until, language = excluded.language,
                  asks = case when it.asks_since > :yesterday then it.asks + 1 else 1 end,
                  asks_since = case when it.asks_since > :yesterday then it.asks_since
                    else excluded.asks_since end
                where it.asks < :most or it.asks_since <= :yesterday
                """)
            .param("me", caller.person().value())
            .param("pending", seal(caller.person(), address))
            .param("digest", digest(secret))
            .param("until", now().plus(PROVED_WITHIN))
            .param("now", now())
            .param("yesterday", now().minusDays(1))
            .param("most", MOST_ASKS_A_DAY)
            .param("language", language.getLanguage())
            .update();
    if (written == 0) {
      throw AddressRefused.tooMany();
    }
    return new Asked(address, secret);
  }

  /** An address with the secret that proves it. */
  record Asked(MailAddress address, String secret) {}

  /** The letter could not be sent, so nobody will prove it. */
  void forgetPending(Caller caller) {
    sql.sql(
            """
            update notices.addresses set pending = null, proof_digest = null, proof_until = null
            where person = ?
            """)
        .param(caller.person().value())
        .update();
  }

  /** Refused: {@code mail-confirmation-unknown}, for somebody else's secret too. */
  public void prove(Caller caller, String secret) {
    int proved =
        sql.sql(
                """
                update notices.addresses
                set address = pending, proved = :now, refused = null, pending = null,
                  proof_digest = null, proof_until = null
                where person = :me and proof_digest = :digest and proof_until > :now
                """)
            .param("me", caller.person().value())
            .param("digest", digest(secret))
            .param("now", now())
            .update();
    if (proved == 0) {
      throw AddressRefused.unproved();
    }
  }

  /** Nothing is sent any more, and what waits is not sent either. */
  public void remove(Caller caller) {
    sql.sql("delete from notices.outbox where person = ? and letter is null")
        .param(caller.person().value())
        .update();
    sql.sql(
            """
            update notices.addresses
            set address = null, proved = null, refused = null, pending = null, proof_digest = null,
              proof_until = null
            where person = ?
            """)
        .param(caller.person().value())
        .update();
  }

  public void speak(Caller caller, Locale language) {
    sql.sql("update notices.addresses set language = ? where person = ?")
        .params(language.getLanguage(), caller.person().value())
        .update();
  }

  /**
   * Letters that were given up.
   *
   * @param newest when the last of them was
   * @param failure of that one: {@code server-away}, {@code sign-in-refused}, {@code
   *     recipient-refused}, {@code letter-refused}
   */
  public record Lost(int letters, Instant newest, String failure) {}

  /** What did not reach its reader within the last week; the notices themselves are on the page. */
  public Optional<Lost> lost(PersonId person) {
    return sql.sql(
            """
            select count(*) over () as letters, given_up, failure from notices.letters
            where person = :person and given_up > :week order by given_up desc limit 1
            """)
        .param("person", person.value())
        .param("week", now().minusDays(7))
        .query(
            (row, number) ->
                new Lost(
                    row.getInt("letters"),
                    row.getObject("given_up", OffsetDateTime.class).toInstant(),
                    row.getString("failure")))
        .optional();
  }

  /** The reader's server knows nobody there; the address stays, and its owner sees it. */
  void refused(PersonId person) {
    sql.sql("update notices.addresses set refused = ? where person = ? and address is not null")
        .params(now(), person.value())
        .update();
  }

  private static MailAddress address(String typed) {
    try {
      return MailAddress.of(typed);
    } catch (IllegalArgumentException e) {
      throw AddressRefused.malformed();
    }
  }

  private byte[] seal(PersonId person, MailAddress address) {
    return cipher.seal(person, address.value().getBytes(UTF_8), context(person));
  }

  private Entry entry(ResultSet row, PersonId person) throws SQLException {
    @Nullable OffsetDateTime refused = row.getObject("refused", OffsetDateTime.class);
    return new Entry(
        open(row.getBytes("address"), person),
        refused == null ? null : refused.toInstant(),
        open(row.getBytes("pending"), person),
        Locale.forLanguageTag(row.getString("language")));
  }

  private @Nullable MailAddress open(byte @Nullable [] sealed, PersonId person) {
    return sealed == null
        ? null
        : cipher.text(sealed, context(person)).map(MailAddress::new).orElse(null);
  }

  /** Of both columns, since a proved address moves from one to the other as it is. */
  private static byte[] context(PersonId person) {
    return FieldCipher.context("notices.addresses", "address", person.value());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
