package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consent to the processing of personal data: a document of its own (152-ФЗ, art. 9). */
@UseCase
public class Consents {
  /**
   * A consent as given.
   *
   * @param digest SHA-256 of the text that was agreed to, with the person's name in it, hex
   * @param shown digest of the {@link ShownConsent} that stood before the person, if one did
   */
  public record Consent(
      UUID id,
      PersonId person,
      CooperativeId cooperative,
      String purpose,
      LocalDate givenOn,
      boolean separateDocument,
      String digest,
      @Nullable String shown,
      @Nullable LocalDate withdrawnOn) {}

  private static final String SELECT =
      """
      select consents.*, withdrawn_on
      from people.consents left join people.consent_withdrawals on consent = id
      """;

  private final JdbcClient database;
  private final SubjectCipher cipher;
  private final Records records;
  private final LegalClock clock;

  public Consents(JdbcClient database, SubjectCipher cipher, Records records, LegalClock clock) {
    this.database = database;
    this.cipher = cipher;
    this.records = records;
    this.clock = clock;
  }

  /** As the other, where no wording of ours was shown: on paper. */
  public Consent give(
      String caseId,
      PersonId person,
      CooperativeId cooperative,
      String purpose,
      LocalDate givenOn,
      boolean separateDocument,
      String text) {
    return give(caseId, person, cooperative, purpose, givenOn, separateDocument, text, null);
  }

  /**
   * Records a consent, with a record of kind consent in the series of the case.
   *
   * @param text the whole text agreed to; it is kept in NFC, and so is its digest made
   * @param shown digest of what stood before the person, kept by {@link #keep}
   */
  public Consent give(
      String caseId,
      PersonId person,
      CooperativeId cooperative,
      String purpose,
      LocalDate givenOn,
      boolean separateDocument,
      String text,
      @Nullable String shown) {
    if (purpose.isBlank() || text.isBlank()) {
      throw ConsentRefused.empty();
    }
    if (givenOn.isAfter(latestToday())) {
      throw ConsentRefused.ahead();
    }
    byte[] content = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(UTF_8);
    var consent =
        new Consent(
            UUID.randomUUID(),
            person,
            cooperative,
            purpose,
            givenOn,
            separateDocument,
            ShownConsent.sha256(content),
            shown,
            null);
    database
        .sql(
            """
            insert into people.consents (id, person, cooperative, case_id, purpose, given_on,
              separate_document, digest, shown, content, recorded_at)
            values (:id, :person, :cooperative, :case, :purpose, :given_on,
              :separate, :digest, :shown, :content, now())
            """)
        .param("id", consent.id())
        .param("person", person.value())
        .param("cooperative", cooperative.value())
        .param("case", caseId)
        .param("purpose", purpose)
        .param("given_on", givenOn)
        .param("separate", separateDocument)
        .param("digest", consent.digest())
        .param("shown", shown)
        .param("content", cipher.seal(person, content, context(consent.id())))
        .update();
    record(caseId, consent, "given", givenOn);
    return consent;
  }

  /** Keeps a wording for good, so that what was shown can be read whenever somebody asks. */
  public void keep(ShownConsent shown) {
    database
        .sql(
            """
            insert into people.shown_consents (digest, content, kept_at)
            values (:digest, :content, now())
            on conflict do nothing
            """)
        .param("digest", shown.digest())
        .param("content", shown.text())
        .update();
  }

  /** A wording that somebody has agreed to, by its digest. */
  public Optional<ShownConsent> shown(String digest) {
    return database
        .sql("select content from people.shown_consents where digest = :digest")
        .param("digest", digest)
        .query(String.class)
        .optional()
        .map(ShownConsent::of);
  }

  /** What was consented to in a case, in the order of giving. */
  public List<Consent> of(String caseId) {
    return database
        .sql(SELECT + "where case_id = :case order by entry")
        .param("case", caseId)
        .query((row, number) -> consent(row))
        .list();
  }

  /** Records that a consent holds no longer, from a day on. */
  public Consent withdraw(String caseId, UUID id, LocalDate day) {
    // The lock makes two withdrawals at once come one after the other.
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
        .param("id", "people.consents/" + id)
        .query((row, number) -> true)
        .single();
    var consent = find(id).orElseThrow(() -> ConsentRefused.unknown(id));
    if (consent.withdrawnOn() != null) {
      throw ConsentRefused.withdrawn();
    }
    if (day.isBefore(consent.givenOn())) {
      throw ConsentRefused.beforeGiven();
    }
    if (day.isAfter(latestToday())) {
      throw ConsentRefused.ahead();
    }
    database
        .sql(
            """
            insert into people.consent_withdrawals (consent, withdrawn_on, recorded_at)
            values (:consent, :day, now())
            """)
        .param("consent", id)
        .param("day", day)
        .update();
    record(caseId, consent, "withdrawn", day);
    return find(id).orElseThrow();
  }

  public Optional<Consent> find(UUID id) {
    return database
        .sql(SELECT + "where id = :id")
        .param("id", id)
        .query((row, number) -> consent(row))
        .optional();
  }

  /** The whole text that was agreed to; empty once the person was erased. */
  public Optional<String> text(UUID id) {
    return database
        .sql("select content from people.consents where id = :id")
        .param("id", id)
        .query((row, number) -> cipher.text(row.getBytes(1), context(id)))
        .optional()
        .orElseThrow(() -> ConsentRefused.unknown(id));
  }

  /** The newest consent of a person towards a cooperative that is not withdrawn. */
  public Optional<Consent> standing(PersonId person, CooperativeId cooperative, String purpose) {
    return database
        .sql(
            SELECT
                + """
                where person = :person and cooperative = :cooperative and purpose = :purpose
                  and withdrawn_on is null
                order by given_on desc, entry desc
                limit 1
                """)
        .param("person", person.value())
        .param("cooperative", cooperative.value())
        .param("purpose", purpose)
        .query((row, number) -> consent(row))
        .optional();
  }

  private void record(String caseId, Consent consent, String act, LocalDate day) {
    var happening =
        Happening.of(RecordKind.CONSENT)
            .with("act", act)
            .with("consent", consent.id().toString())
            .with("digest", consent.digest())
            .with("on", day.toString())
            .with("purpose", consent.purpose())
            .with("separate", consent.separateDocument());
    String shown = consent.shown();
    records.append(caseId, List.of(shown == null ? happening : happening.with("shown", shown)));
  }

  private LocalDate latestToday() {
    return clock.today(ZoneOffset.ofHours(14));
  }

  private static byte[] context(UUID id) {
    return FieldCipher.context("people.consents", "content", id);
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        row.getString("purpose"),
        row.getObject("given_on", LocalDate.class),
        row.getBoolean("separate_document"),
        row.getString("digest"),
        row.getString("shown"),
        row.getObject("withdrawn_on", LocalDate.class));
  }
}
