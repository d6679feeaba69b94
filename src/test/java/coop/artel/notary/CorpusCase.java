package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A case as an installation records it, with keys that follow from a seed. */
final class CorpusCase {
  private static final Instant BEGUN = Instant.parse("2026-03-02T08:30:45.123Z");

  final String id;
  private final byte[] caseKey = new byte[Hashes.LENGTH];
  private final byte[] subjectKey = new byte[Hashes.LENGTH];
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final SortedMap<String, byte[]> attachments = new TreeMap<>();
  private Map<String, Object> more = Map.of();
  private byte[] prev = RecordFormat.NOTHING_BEFORE;

  CorpusCase(String id, long seed) {
    this.id = id;
    var random = new Random(seed);
    random.nextBytes(caseKey);
    random.nextBytes(subjectKey);
  }

  CorpusCase happens(String kind) {
    return happens(kind, RecordFormat.SERVICE, Map.of(), Map.of());
  }

  CorpusCase happens(String kind, String actor, Map<String, ?> members, Map<String, ?> values) {
    long n = entries.size() + 1;
    var at = BEGUN.plus(Duration.ofMinutes(7 * n)).plusMillis(n);
    var record = new LinkedHashMap<String, Object>(more);
    record.putAll(Map.of("v", 1L, "kind", kind, "case", id, "n", n));
    record.putAll(Map.of("at", RecordFormat.instant(at), "actor", actor, "members", members));
    var commitments = new TreeMap<String, Object>();
    var given = new TreeMap<String, Object>();
    values.forEach(
        (name, value) -> {
          byte[] salt = RecordFormat.valueSalt(subjectKey, id, n, name);
          commitments.put(name, RecordFormat.valueCommitment(salt, name, value));
          given.put(name, Map.of("salt", Hashes.hex(salt), "value", value));
        });
    record.put("values", commitments);
    byte[] bytes = CanonicalJson.write(record);
    byte[] salt = RecordFormat.recordSalt(subjectKey, id, n);
    files.put(ExportNames.record(n), bytes);
    files.put(
        ExportNames.opening(n),
        CanonicalJson.write(Map.of("v", 1L, "n", n, "salt", Hashes.hex(salt), "values", given)));
    enter(kind, n, RecordFormat.minute(at), RecordFormat.recordCommitment(salt, bytes));
    return this;
  }

  private void enter(String kind, long n, String minute, String commitment) {
    var entry = new LinkedHashMap<String, Object>(more);
    entry.putAll(Map.of("v", 1L, "kind", kind, "n", n, "at", minute));
    entry.put("case", RecordFormat.casePseudonym(caseKey, id));
    entry.put("prev", Hashes.hex(prev));
    entry.put("commitment", commitment);
    byte[] bytes = CanonicalJson.write(entry);
    entries.add(bytes);
    files.put(ExportNames.entry(n), bytes);
    prev = Merkle.leaf(bytes);
  }

  CorpusCase ends() {
    long n = entries.size() + 1;
    return happens(
        "ended", RecordFormat.SERVICE, Map.of("count", n, "outcome", "member-admitted"), Map.of());
  }

  CorpusCase attached(String name, byte[] content) {
    attachments.put(ExportNames.ATTACHMENTS + name, content);
    return this;
  }

  /** What later versions may add to records and entries. */
  CorpusCase saying(Map<String, Object> further) {
    more = further;
    return this;
  }

  /** The subject's key is destroyed: no record so far can be opened any more. */
  CorpusCase erased() {
    for (long n = 1; n <= entries.size(); n++) {
      files.remove(ExportNames.record(n));
      files.remove(ExportNames.opening(n));
    }
    return happens("erasure");
  }

  /** Sealed in the log with entries of other cases in between. */
  Draft sealed(CorpusLog log, int between) {
    for (byte[] entry : entries) {
      log.appendOthers(between);
      log.append(entry);
    }
    log.appendOthers(between);
    return exported(log);
  }

  private Draft exported(CorpusLog log) {
    var draft = new Draft(log);
    draft.files.putAll(files);
    draft.files.putAll(attachments);
    draft.under(log, log.size());
    draft.manifestAnew();
    return draft;
  }

  String person(int number) {
    return Hashes.hex(Hashes.hmac(caseKey, "artel/1/person", "person %d".formatted(number)));
  }
}
