package coop.artel.notary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The records of an export, held against one another; what is under the log stands elsewhere. */
final class ExportedCase {
  private static final String ENTRIES = "entries/";
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
  private static final Set<String> COURSE =
      Set.of("started", "completed", "cancelled", "variable-changed", "moved", "ended");
  private static final int MAX_RECORDS = 100_000;

  private final SortedMap<String, byte[]> files;
  private final List<Fields> entries = new ArrayList<>();
  private final Map<Long, Fields> records = new TreeMap<>();
  private final TreeSet<String> expected = new TreeSet<>();
  private String caseId = "";
  private boolean begun;
  private boolean closed;

  ExportedCase(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /** Files and manifest name each other, no more and no less. */
  void checkFiles() throws Wrong {
    var manifest = Fields.read(files, Manifest.FILE);
    manifest.is("format", Manifest.FORMAT);
    long layout = manifest.number("v");
    if (layout < Manifest.PLAIN || layout > Manifest.WITH_STAMP) {
      manifest.version(Manifest.PLAIN);
    }
    var listed = new HashMap<String, Fields>();
    for (Object item : manifest.list("files")) {
      if (!(item instanceof Map<?, ?>)) {
        throw new Wrong("field", Manifest.FILE, "files");
      }
      @SuppressWarnings("unchecked")
      var line = new Fields(Manifest.FILE, (Map<String, ?>) item);
      listed.put(line.text("name"), line);
    }
    for (String name : listed.keySet()) {
      Fields.bytes(files, name);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!file.getKey().equals(Manifest.FILE)) {
        checkFile(file.getKey(), file.getValue(), listed.get(file.getKey()));
      }
    }
    if (!Arrays.equals(files.get(ExportNames.README), ExportNames.readme(layout))) {
      throw new Wrong("readme", ExportNames.README);
    }
  }

  private static void checkFile(String name, byte[] bytes, @Nullable Fields listed) throws Wrong {
    if (listed == null) {
      throw new Wrong("unlisted", name);
    }
    if (listed.number("length") != bytes.length
        || !Arrays.equals(listed.hash("sha256"), Hashes.sha256(bytes))) {
      throw new Wrong("changed", name);
    }
  }

  /**
   * Entries are numbered from 1 without a gap, belong to one case, and each names the one before.
   */
  void checkEntries() throws Wrong {
    byte[] last = RecordFormat.NOTHING_BEFORE;
    long there = files.keySet().stream().filter(name -> name.startsWith(ENTRIES)).count();
    for (long n = 1; n <= Math.max(there, 1); n++) {
      String file = ExportNames.entry(n);
      byte[] bytes = Fields.bytes(files, file);
      if (n > MAX_RECORDS) {
        throw new Wrong("unknown-file", file);
      }
      var entry = EntryForm.read(file, bytes);
      entry.is("n", n);
      if (!Arrays.equals(entry.hash("prev"), last)) {
        throw new Wrong("chain", file);
      }
      if (!entries.isEmpty() && !entry.text("case").equals(entries.get(0).text("case"))) {
        throw new Wrong("other-case", file);
      }
      entries.add(entry);
      last = Merkle.leaf(bytes);
    }
  }

  /** Each record is the one that its entry is committed to; one may lack only if it was erased. */
  void checkRecords() throws Wrong {
    long erasure = 0;
    for (Fields entry : entries) {
      erasure = entry.text("kind").equals(RecordKind.ERASURE.id()) ? entry.number("n") : erasure;
    }
    for (Fields entry : entries) {
      long n = entry.number("n");
      boolean there = files.containsKey(ExportNames.record(n));
      if (there != files.containsKey(ExportNames.opening(n)) || (!there && n >= erasure)) {
        throw new Wrong("absent", there ? ExportNames.opening(n) : ExportNames.record(n));
      }
      if (there) {
        checkRecord(n, entry);
      }
    }
    if (records.isEmpty()) {
      throw new Wrong("absent", ExportNames.record(entries.size()));
    }
  }

  private void checkRecord(long n, Fields entry) throws Wrong {
    var record = Fields.read(files, ExportNames.record(n));
    record.version(RecordFormat.VERSION);
    byte[] salt = Fields.read(files, ExportNames.opening(n)).hash("salt");
    byte[] bytes = Fields.bytes(files, record.file());
    if (!entry.text("commitment").equals(RecordFormat.recordCommitment(salt, bytes))) {
      throw new Wrong("record-commitment", record.file());
    }
    record.is("n", n);
    record.is("kind", entry.text("kind"));
    if (!INSTANT.matcher(record.text("at")).matches()
        || !record.text("at").startsWith(entry.text("at").substring(0, 16))) {
      throw new Wrong("field", record.file(), "at");
    }
    if (!record.text("actor").equals(RecordFormat.SERVICE)) {
      record.hash("actor");
    }
    if (!Records.CASE_ID.matcher(record.text("case")).matches()) {
      throw new Wrong("field", record.file(), "case");
    }
    caseId = records.isEmpty() ? record.text("case") : caseId;
    if (!record.text("case").equals(caseId)) {
      throw new Wrong("other-case", record.file());
    }
    record.fields("members");
    record.fields("values");
    records.put(n, record);
  }

  /** Each value that is given is the one that its record is committed to; the rest is counted. */
  long checkValues() throws Wrong {
    long hidden = 0;
    for (Map.Entry<Long, Fields> numbered : records.entrySet()) {
      var commitments = numbered.getValue().fields("values");
      var opening = Fields.read(files, ExportNames.opening(numbered.getKey()));
      opening.only("v", "n", "salt", "values");
      opening.version(RecordFormat.VERSION);
      opening.is("n", numbered.getKey());
      var values = opening.fields("values");
      for (String name : values.content().keySet()) {
        var value = values.fields(name);
        value.only("salt", "value");
        checkValue(commitments, name, value);
      }
      hidden += commitments.content().size() - values.content().size();
    }
    return hidden;
  }

  private static void checkValue(Fields commitments, String name, Fields value) throws Wrong {
    Object plain = value.content().get("value");
    if (plain == null
        || !RecordFormat.valueCommitment(value.hash("salt"), name, plain)
            .equals(commitments.content().get(name))) {
      throw new Wrong("value-commitment", value.file(), name);
    }
  }

  /** The course begins with started, and nothing of it follows ended, which knows the count. */
  void checkCourse() throws Wrong {
    for (Fields entry : entries) {
      String kind = entry.text("kind");
      if (!COURSE.contains(kind)) {
        continue;
      }
      if (!begun && !kind.equals(RecordKind.STARTED.id())) {
        throw new Wrong("not-started", entry.file());
      }
      if (closed) {
        throw new Wrong("after-end", entry.file());
      }
      begun = true;
      if (kind.equals(RecordKind.ENDED.id())) {
        closed = true;
        var record = records.get(entry.number("n"));
        if (record != null) {
          record.fields("members").is("count", entry.number("n"));
        }
      }
    }
  }

  /** Attachments are what the records name. The answer is what they name and the export lacks. */
  List<String> checkAttachments() throws Wrong {
    var named = new TreeSet<String>();
    for (Fields record : records.values()) {
      var members = record.fields("members").content();
      named.addAll(ExportNames.namedDigests(members));
      expected.addAll(ExportNames.expectedDigests(members));
    }
    var attached = new TreeSet<String>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith(ExportNames.ATTACHMENTS)) {
        String digest = Hashes.hex(Hashes.sha256(file.getValue()));
        if (!attached.add(digest)) {
          throw new Wrong("attached-twice", file.getKey());
        }
        if (!named.contains(digest)) {
          throw new Wrong("unnamed", file.getKey());
        }
        expected.remove(digest);
      }
    }
    return List.copyOf(expected);
  }

  /** The manifest is the one that the other files make, and no file stands beside them. */
  void checkManifest() throws Wrong {
    var known = new TreeSet<>(Set.of(Manifest.FILE, ExportNames.README, ExportNames.CHECKPOINT));
    known.add(ExportNames.ANCHOR);
    known.add(ExportNames.ANCHOR_PROOF);
    known.add(ExportNames.STAMP);
    for (long n = 1; n <= entries.size(); n++) {
      known.add(ExportNames.entry(n));
      known.add(ExportNames.proof(n));
      if (records.containsKey(n)) {
        known.add(ExportNames.record(n));
        known.add(ExportNames.opening(n));
      }
    }
    for (String name : files.keySet()) {
      if (!known.contains(name) && !name.startsWith(ExportNames.ATTACHMENTS)) {
        throw new Wrong("unknown-file", name);
      }
    }
    var made =
        new Manifest(
            caseId,
            entries.get(0).text("case"),
            entries.size(),
            closed,
            erased(),
            List.copyOf(expected),
            files);
    var manifest = Fields.read(files, Manifest.FILE);
    for (Map.Entry<String, Object> member : made.content().entrySet()) {
      manifest.is(member.getKey(), member.getValue());
    }
    if (!Arrays.equals(Fields.bytes(files, Manifest.FILE), made.bytes())) {
      throw new Wrong("form", Manifest.FILE);
    }
  }

  List<Long> erased() {
    var erased = new ArrayList<Long>();
    for (long n = 1; n <= entries.size(); n++) {
      if (!records.containsKey(n)) {
        erased.add(n);
      }
    }
    return erased;
  }

  byte[] leaf(long n) throws Wrong {
    return Merkle.leaf(Fields.bytes(files, ExportNames.entry(n)));
  }

  String caseId() {
    return caseId;
  }

  int count() {
    return entries.size();
  }

  /** Something ran here that will end; what two persons decide in a series never does. */
  boolean runs() {
    return begun;
  }

  boolean closed() {
    return closed;
  }
}
