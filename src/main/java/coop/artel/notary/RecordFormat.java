package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Format 1 of entries and records, as {@code src/docs/format-1.md} describes it. It is final: kinds
 * and members are added, and nothing here ever changes.
 */
final class RecordFormat {
  static final long VERSION = 1;

  /** {@code prev} of a case's first entry. */
  static final byte[] NOTHING_BEFORE = new byte[Hashes.LENGTH];

  /** Who did it where no person did. */
  static final String SERVICE = "service";

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private RecordFormat() {}

  static String minute(Instant at) {
    return MINUTES.format(at);
  }

  static String instant(Instant at) {
    return MILLISECONDS.format(at);
  }

  /** How the public entries of a case name it. */
  static String casePseudonym(byte[] caseKey, String caseId) {
    return Hashes.hex(Hashes.hmac(caseKey, "artel/1/case", caseId));
  }

  /** How the records of a case name a person. */
  static String personPseudonym(byte[] caseKey, PersonId person) {
    return Hashes.hex(Hashes.hmac(caseKey, "artel/1/person", person.toString()));
  }

  static byte[] recordSalt(byte[] subjectKey, String caseId, long n) {
    return Hashes.hmac(subjectKey, "artel/1/record-salt", caseId, Long.toString(n));
  }

  static byte[] valueSalt(byte[] subjectKey, String caseId, long n, String name) {
    return Hashes.hmac(subjectKey, "artel/1/value-salt", caseId, Long.toString(n), name);
  }

  /** What a record's values are encrypted under in the installation's own database. */
  static byte[] openingKey(byte[] subjectKey) {
    return Hashes.hmac(subjectKey, "artel/1/opening-key");
  }

  static String recordCommitment(byte[] salt, byte[] canonicalRecord) {
    return Hashes.hex(Hashes.sha256(salt, canonicalRecord));
  }

  static String valueCommitment(byte[] salt, String name, Object value) {
    byte[] named = CanonicalJson.write(Map.of("name", name, "value", value));
    return Hashes.hex(Hashes.sha256(salt, named));
  }

  static byte[] record(
      RecordKind kind,
      String caseId,
      long n,
      Instant at,
      Duration offset,
      String actor,
      Map<String, Object> members,
      Map<String, String> values) {
    var record = new LinkedHashMap<String, Object>();
    record.put("v", VERSION);
    record.put("kind", kind.id());
    record.put("case", caseId);
    record.put("n", n);
    record.put("at", instant(at));
    if (!offset.isZero()) {
      record.put("offset", offset.toSeconds());
    }
    record.put("actor", actor);
    record.put("members", members);
    record.put("values", new TreeMap<>(values));
    return CanonicalJson.write(record);
  }

  static byte[] entry(
      RecordKind kind, String pseudonym, long n, byte[] prev, Instant at, String commitment) {
    return CanonicalJson.write(
        Map.of(
            "v", VERSION,
            "kind", kind.id(),
            "case", pseudonym,
            "n", n,
            "prev", Hashes.hex(prev),
            "at", minute(at),
            "commitment", commitment));
  }
}
