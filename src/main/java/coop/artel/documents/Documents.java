package coop.artel.documents;

import coop.artel.jurisdiction.Countries;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Salt;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and shows canonical documents. */
@UseCase
public class Documents {
  private static final long FORMAT = 1;

  /** Given to a document when it is written. */
  private static final List<String> LATER =
      List.of("number", "revision", "replaces", "case", "writtenAt", "salt", "digest");

  private static final String SELECT =
      """
      select *, exists (
        select 1 from documents.documents as later
        where later.cooperative = documents.cooperative and later.kind = documents.kind
          and later.number = documents.number and later.revision > documents.revision) as replaced
      from documents.documents
      """;

  private final JdbcClient database;
  private final SubjectCipher cipher;
  private final Cooperatives cooperatives;
  private final LegalClock legalClock;
  private final Clock clock;
  private final Templates templates;

  public Documents(
      JdbcClient database,
      SubjectCipher cipher,
      Cooperatives cooperatives,
      Countries countries,
      LegalClock legalClock,
      Clock clock) {
    this.templates = new Templates(countries);
    this.database = database;
    this.cipher = cipher;
    this.cooperatives = cooperatives;
    this.legalClock = legalClock;
    this.clock = clock;
  }

  /** As the other, with content of its own type. */
  public Document write(
      CooperativeId cooperative, String caseId, PersonId about, DocumentContent content) {
    return write(content.kind(), cooperative, caseId, about, content.asMap());
  }

  /**
   * Stores a document. Format, kind, number, revision, case, cooperative, language, template, day
   * and time are added to the content by this method, and a salt, without which the digest would
   * tell whoever guesses the rest whether the guess is right. The number is given under a lock and
   * leaves no gap.
   *
   * @param about the person under whose key the content is sealed
   * @param content strings, booleans, integers, lists and maps as {@link DocumentContent} says; one
   *     that the kind's template cannot show is refused with an exception
   */
  public Document write(
      Document.Kind kind,
      CooperativeId cooperative,
      String caseId,
      PersonId about,
      Map<String, Object> content) {
    return write(
        kind, cooperative, caseId, about, content, new Place(nextNumber(cooperative, kind), 1, ""));
  }

  /**
   * Writes a document of the same kind and case anew: it keeps the number, gets the next revision
   * and names the digest of the one that it replaces.
   */
  public Document rewrite(Document earlier, PersonId about, DocumentContent content) {
    if (content.kind() != earlier.kind()) {
      throw new IllegalArgumentException(
          "A %s is not written anew as a %s".formatted(earlier.kind(), content.kind()));
    }
    var newest =
        database
            .sql(
                SELECT
                    + """
                    where cooperative = :cooperative and kind = :kind and number = :number
                    order by revision desc limit 1
                    """)
            .param("cooperative", earlier.cooperative().value())
            .param("kind", earlier.kind().number())
            .param("number", earlier.number())
            .query((row, number) -> document(row))
            .single();
    return write(
        earlier.kind(),
        earlier.cooperative(),
        earlier.caseId(),
        about,
        content.asMap(),
        new Place(earlier.number(), newest.revision() + 1, newest.digest()));
  }

  /** Where a document stands among those of its kind. */
  private record Place(long number, int revision, String replaces) {}

  private Document write(
      Document.Kind kind,
      CooperativeId cooperative,
      String caseId,
      PersonId about,
      Map<String, Object> content,
      Place place) {
    var issuer = cooperatives.find(cooperative);
    var wording = templates.shipped(issuer.country(), kind);
    Instant writtenAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var whole = whole(kind, issuer, wording, content);
    whole.put("number", place.number());
    whole.put("revision", (long) place.revision());
    whole.put("replaces", place.replaces());
    whole.put("case", caseId);
    whole.put("writtenAt", writtenAt.toString());
    whole.put("salt", Salt.random());
    byte[] canonical = CanonicalJson.write(whole);
    var document =
        new Document(
            UUID.randomUUID(),
            kind,
            place.number(),
            cooperative,
            caseId,
            writtenAt,
            canonical,
            Digests.sha256(canonical),
            place.revision(),
            false);
    render(document, wording);
    store(issuer.country(), kind, wording);
    insert(document, about, wording);
    return document;
  }

  /** Kinds of documents that a country has no template for, in their order. */
  public List<Document.Kind> withoutTemplate(String country) {
    return Arrays.stream(Document.Kind.values())
        .filter(kind -> templates.find(country, kind).isEmpty())
        .toList();
  }

  /**
   * The part of a page that shows what a document would say, before it is written: what a person is
   * asked to agree to.
   */
  public String draft(CooperativeId cooperative, DocumentContent content) {
    var issuer = cooperatives.find(cooperative);
    var wording = templates.shipped(issuer.country(), content.kind());
    var whole = whole(content.kind(), issuer, wording, content.asMap());
    for (String later : LATER) {
      whole.put(later, "");
    }
    String html =
        templates.render(wording, DocumentView.of(whole, wording.language(), issuer.zone()));
    int from = html.indexOf("<article");
    int to = html.indexOf("</article>");
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "A template of a %s says all in <article>…</article>".formatted(content.kind().id()));
    }
    return html.substring(from, to + "</article>".length());
  }

  public Optional<Document> find(UUID id) {
    return database
        .sql(SELECT + "where id = :id")
        .param("id", id)
        .query((row, number) -> document(row))
        .optional();
  }

  /** The documents of a case in the order of writing. */
  public List<Document> of(String caseId) {
    return database
        .sql(SELECT + "where case_id = :case order by entry")
        .param("case", caseId)
        .query((row, number) -> document(row))
        .list();
  }

  /**
   * A whole HTML page in the wording that the document was written with, every value escaped; its
   * look and print styles are {@code /css/document.css}. Refused: {@link DocumentErased}.
   */
  public String html(Document document) {
    if (document.erased()) {
      throw new DocumentErased();
    }
    String digest =
        CanonicalJson.read(document.canonical()).getOrDefault("template", "").toString();
    return render(
        document,
        database
            .sql("select content from documents.templates where digest = :digest")
            .param("digest", digest)
            .query(String.class)
            .optional()
            .map(Templates::wording)
            .filter(wording -> wording.digest().equals(digest))
            .orElseThrow(
                () -> new IllegalStateException("Template %s is not kept".formatted(digest))));
  }

  private String render(Document document, Templates.Wording wording) {
    var content = new LinkedHashMap<String, Object>(CanonicalJson.read(document.canonical()));
    content.put("digest", document.digest());
    if (!(content.get("cooperative") instanceof Map<?, ?> issuer)
        || !(issuer.get("zone") instanceof String zone)) {
      throw new IllegalStateException("%s names no cooperative".formatted(document.id()));
    }
    return templates.render(wording, DocumentView.of(content, wording.language(), ZoneId.of(zone)));
  }

  private Map<String, Object> whole(
      Document.Kind kind,
      Cooperative issuer,
      Templates.Wording wording,
      Map<String, Object> content) {
    var whole = new LinkedHashMap<>(content);
    add(whole, "format", FORMAT);
    add(whole, "kind", kind.id());
    add(whole, "language", wording.language().getLanguage());
    add(whole, "template", wording.digest());
    add(whole, "writtenOn", legalClock.today(issuer.zone()).toString());
    add(whole, "clockAhead", legalClock.offset().isZero() ? "" : legalClock.offset().toString());
    add(
        whole,
        "cooperative",
        Map.of(
            "id", issuer.id().toString(),
            "name", issuer.name(),
            "shortName", issuer.shortName(),
            "registrationNumber", issuer.registrationNumber(),
            "taxNumber", issuer.taxNumber(),
            "address", issuer.address(),
            "zone", issuer.zone().getId(),
            "demonstration", issuer.demonstration()));
    for (String own : LATER) {
      if (content.containsKey(own)) {
        throw new IllegalArgumentException("%s is not for the content to say".formatted(own));
      }
    }
    return whole;
  }

  private static void add(Map<String, Object> content, String key, Object value) {
    if (content.putIfAbsent(key, value) != null) {
      throw new IllegalArgumentException("%s is not for the content to say".formatted(key));
    }
  }

  private long nextNumber(CooperativeId cooperative, Document.Kind kind) {
    return database
        .sql(
            """
            insert into documents.counters (cooperative, kind, last_number)
            values (:cooperative, :kind, 1)
            on conflict (cooperative, kind)
            do update set last_number = counters.last_number + 1
            returning last_number
            """)
        .param("cooperative", cooperative.value())
        .param("kind", kind.number())
        .query(Long.class)
        .single();
  }

  private void store(String country, Document.Kind kind, Templates.Wording wording) {
    database
        .sql(
            """
            insert into documents.templates (digest, country, kind, content, stored_at)
            values (:digest, :country, :kind, :content, now())
            on conflict do nothing
            """)
        .param("digest", wording.digest())
        .param("country", country)
        .param("kind", kind.number())
        .param("content", wording.text())
        .update();
  }

  private void insert(Document document, PersonId about, Templates.Wording wording) {
    database
        .sql(
            """
            insert into documents.documents (id, kind, number, revision, cooperative, case_id,
              written_at, template, content, digest)
            values (:id, :kind, :number, :revision, :cooperative, :case,
              :written, :template, :content, :digest)
            """)
        .param("id", document.id())
        .param("kind", document.kind().number())
        .param("number", document.number())
        .param("revision", document.revision())
        .param("cooperative", document.cooperative().value())
        .param("case", document.caseId())
        .param("written", document.writtenAt().atOffset(ZoneOffset.UTC))
        .param("template", wording.digest())
        .param("content", cipher.seal(about, document.canonical(), context(document.id())))
        .param("digest", document.digest())
        .update();
  }

  private Document document(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] canonical = cipher.open(row.getBytes("content"), context(id)).orElse(Document.ERASED);
    String digest = row.getString("digest");
    if (canonical != Document.ERASED && !Digests.sha256(canonical).equals(digest)) {
      throw new IllegalStateException("Document %s does not have its digest".formatted(id));
    }
    int kind = row.getInt("kind");
    return new Document(
        id,
        Arrays.stream(Document.Kind.values())
            .filter(each -> each.number() == kind)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no kind %d".formatted(kind))),
        row.getLong("number"),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        row.getString("case_id"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        canonical,
        digest,
        row.getInt("revision"),
        row.getBoolean("replaced"));
  }

  private static byte[] context(UUID id) {
    return FieldCipher.context("documents.documents", "content", id);
  }
}
