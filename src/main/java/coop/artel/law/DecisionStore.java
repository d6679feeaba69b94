package coop.artel.law;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decisions as rows; what they say of a person is sealed, and absent once that person is erased.
 */
@Component
class DecisionStore {
  private final JdbcClient database;
  private final SubjectCipher cipher;

  DecisionStore(JdbcClient database, SubjectCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  void add(Decision decision, PersonId about, Map<String, Object> facts, String caseId) {
    var content = Judgement.content(decision, true);
    content.put("facts", facts);
    database
        .sql(
            """
            insert into law.decisions (id, cooperative, question, reference_date, outcome, edition,
              digest, demonstration, content, case_id)
            values (:id, :cooperative, :question, :day, :outcome, :edition,
              :digest, :demonstration, :content, :case)
            """)
        .param("id", decision.id())
        .param("cooperative", decision.cooperative().value())
        .param("question", decision.question())
        .param("day", decision.referenceDate())
        .param("outcome", decision.outcome().id())
        .param("edition", decision.edition())
        .param("digest", decision.digest())
        .param("demonstration", decision.demonstration())
        .param("case", caseId)
        .param("content", cipher.seal(about, CanonicalJson.write(content), context(decision.id())))
        .update();
  }

  /** The newest that was made on a question in a case. */
  Optional<Decision> newest(String caseId, String question) {
    return database
        .sql(
            """
            select * from law.decisions where case_id = ? and question = ?
            order by asked_at desc, id limit 1
            """)
        .params(caseId, question)
        .query((row, number) -> decision(row))
        .optional();
  }

  /** What it was made on, by the fact's name; nothing once its subject is erased. */
  Map<String, String> facts(UUID id) {
    return database
        .sql("select content from law.decisions where id = ?")
        .param(id)
        .query((row, number) -> cipher.open(row.getBytes("content"), context(id)))
        .single()
        .map(content -> words(CanonicalJson.read(content).get("facts")))
        .orElse(Map.of());
  }

  private static Map<String, String> words(@Nullable Object facts) {
    return facts instanceof Map<?, ?> texts
        ? texts.entrySet().stream()
            .collect(Collectors.toMap(it -> it.getKey().toString(), it -> it.getValue().toString()))
        : Map.of();
  }

  Optional<Decision> find(UUID id) {
    return database
        .sql("select * from law.decisions where id = :id")
        .param("id", id)
        .query((row, number) -> decision(row))
        .optional();
  }

  Map<UUID, Decision> findAll(Collection<UUID> ids) {
    return database
        .sql("select * from law.decisions where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, number) -> decision(row))
        .stream()
        .collect(Collectors.toMap(Decision::id, Function.identity()));
  }

  /** How many there are of these cooperatives up to a moment; no more are counted than asked. */
  int count(Collection<CooperativeId> of, @Nullable String question, Instant until, int most) {
    return database
        .sql(
            """
            select count(*) from (
              select 1 from law.decisions
              where cooperative = any(:of) and (:question::text is null or question = :question)
                and asked_at <= :until
              limit :most) as counted
            """)
        .param("of", ids(of))
        .param("question", question)
        .param("until", Timestamp.from(until))
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** Those that stand before a place, the newest first, opened together in one transaction. */
  List<Kept> before(
      Kept.Place place, Collection<CooperativeId> of, @Nullable String question, int most) {
    var rows =
        database
            .sql(
                """
                select * from law.decisions
                where (asked_at, id) < (:at, :id) and cooperative = any(:of)
                  and (:question::text is null or question = :question)
                order by asked_at desc, id desc limit :most
                """)
            .param("at", Timestamp.from(place.askedAt()))
            .param("id", place.decision())
            .param("of", ids(of))
            .param("question", question)
            .param("most", most)
            .query((row, number) -> Row.of(row))
            .list();
    cipher.prepare(rows.stream().map(Row::sealed).toList());
    return rows.stream().map(this::kept).toList();
  }

  private static UUID[] ids(Collection<CooperativeId> of) {
    return of.stream().map(CooperativeId::value).toArray(UUID[]::new);
  }

  private Kept kept(Row row) {
    var content = content(row.sealed, row.id);
    var facts = new TreeMap<String, String>();
    if (content.get("facts") instanceof Map<?, ?> texts) {
      texts.forEach((name, text) -> facts.put(name.toString(), text.toString()));
    }
    return new Kept(decision(row, content), facts, !content.isEmpty(), row.askedAt);
  }

  private Map<String, Object> content(byte[] sealed, UUID id) {
    return cipher
        .open(sealed, context(id))
        .<Map<String, Object>>map(CanonicalJson::read)
        .orElse(Map.of());
  }

  /** One as the table has it, sealed. */
  private record Row(
      UUID id,
      CooperativeId cooperative,
      String question,
      LocalDate referenceDate,
      Outcome outcome,
      String edition,
      String digest,
      boolean demonstration,
      Instant askedAt,
      byte[] sealed) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("id", UUID.class),
          new CooperativeId(row.getObject("cooperative", UUID.class)),
          row.getString("question"),
          row.getObject("reference_date", LocalDate.class),
          Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
          row.getString("edition"),
          row.getString("digest"),
          row.getBoolean("demonstration"),
          row.getObject("asked_at", OffsetDateTime.class).toInstant(),
          row.getBytes("content"));
    }
  }

  private Decision decision(ResultSet result) throws SQLException {
    var row = Row.of(result);
    return decision(row, content(row.sealed, row.id));
  }

  private static Decision decision(Row row, Map<String, Object> content) {
    return new Decision(
        row.id,
        row.cooperative,
        row.question,
        row.referenceDate,
        row.outcome,
        texts(content, "missing"),
        texts(content, "reasons"),
        maps(content, "findings").map(DecisionStore::finding).toList(),
        row.edition,
        row.digest,
        row.demonstration,
        new Basis(
            maps(content, "verifications").map(DecisionStore::verified).toList(),
            maps(content, "charters").map(DecisionStore::charter).toList()));
  }

  private static Basis.Verified verified(Map<?, ?> content) {
    return new Basis.Verified(
        text(content, "figure"),
        text(content, "digest"),
        Boolean.TRUE.equals(content.get("demonstration")));
  }

  private static Basis.CharterEdition charter(Map<?, ?> content) {
    return new Basis.CharterEdition(
        LocalDate.parse(text(content, "since")), text(content, "digest"));
  }

  private static Finding finding(Map<?, ?> content) {
    return new Finding(
        text(content, "rule"),
        Boolean.TRUE.equals(content.get("held")),
        text(content, "sentence"),
        text(content, "article"),
        absentable(content, "fact"),
        absentable(content, "factValue"),
        absentable(content, "norm"),
        absentable(content, "normValue"),
        absentable(content, "source"),
        absentable(content, "standing"),
        absentable(content, "judgement"),
        allowed(content),
        maps(content, "norms").map(DecisionStore::measure).toList());
  }

  /** Decisions from before it was kept said of such a condition only what it came to. */
  private static @Nullable Boolean allowed(Map<?, ?> content) {
    return content.get("allowed") instanceof Boolean allowed ? allowed : null;
  }

  private static Finding.Measure measure(Map<?, ?> content) {
    return new Finding.Measure(
        text(content, "norm"),
        absentable(content, "value"),
        text(content, "article"),
        text(content, "source"),
        text(content, "standing"),
        absentable(content, "paragraph"),
        absentable(content, "lawValue"));
  }

  private static Stream<Map<?, ?>> maps(Map<?, ?> content, String key) {
    return list(content, key).stream().map(item -> (Map<?, ?>) item);
  }

  private static List<String> texts(Map<String, Object> content, String key) {
    return list(content, key).stream().map(String::valueOf).toList();
  }

  private static List<?> list(Map<?, ?> content, String key) {
    return content.get(key) instanceof List<?> list ? list : List.of();
  }

  private static String text(Map<?, ?> content, String key) {
    return String.valueOf(content.get(key));
  }

  private static @Nullable String absentable(Map<?, ?> content, String key) {
    var value = content.get(key);
    return value == null ? null : value.toString();
  }

  private static byte[] context(UUID id) {
    return FieldCipher.context("law.decisions", "content", id);
  }
}
