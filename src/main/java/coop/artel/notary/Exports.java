package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A case as one ZIP that a stranger can check offline. */
@Component
public class Exports {
  /**
   * An export opens the engine's variables and nothing else. Values of forms hold passport numbers
   * and reasons, other kinds of records what people wrote or what the register said of them. Their
   * commitments are there, and whoever is given such a value and its salt can check it.
   */
  private static final String CLOSED = "form.";

  private static final int MAX_ATTACHMENT_NAME = 80;

  /** An attachment of a case: a document or a decision whose digest a record names. */
  public record Attachment(String name, byte[] bytes) {}

  /** Where a module's attachments of a case come from. */
  public interface Source {
    List<Attachment> of(String caseId);
  }

  /** A sealed record; without a subject's key it can be opened no more. */
  private record Row(
      long n,
      String kind,
      byte[] entry,
      byte[] record,
      byte @Nullable [] opening,
      long index,
      byte @Nullable [] subjectKey) {}

  private final JdbcClient database;
  private final NotaryKeys keys;
  private final Sequencer sequencer;
  private final ExportSeals seals;
  private final ObjectProvider<Source> sources;
  private final TransactionTemplate snapshot;

  Exports(
      JdbcClient database,
      PlatformTransactionManager transactions,
      NotaryKeys keys,
      Sequencer sequencer,
      Policies policies,
      ObjectProvider<Source> sources) {
    this.database = database;
    this.keys = keys;
    this.sequencer = sequencer;
    this.seals = new ExportSeals(database, keys, policies);
    this.sources = sources;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  /**
   * Writes the ZIP of all that is sealed of a case; a case without sealed records is refused with
   * {@link RecordsNotSealed}. Same state, same bytes.
   */
  public void write(String caseId, OutputStream out) throws IOException {
    sequencer.sealNow();
    var files = snapshot.execute(status -> files(caseId));
    if (files == null) {
      throw new IllegalStateException("no export came about");
    }
    out.write(StoredZip.write(files));
  }

  private SortedMap<String, byte[]> files(String caseId) {
    var rows = sealed(caseId);
    if (rows.isEmpty()) {
      throw new RecordsNotSealed();
    }
    var files = new TreeMap<String, byte[]>();
    var seal = seals.over(rows.get(rows.size() - 1).index);
    put(seal, files);
    var tree = new Tree(database);
    var erased = new ArrayList<Long>();
    var named = new TreeSet<String>();
    var expected = new TreeSet<String>();
    for (Row row : rows) {
      files.put(ExportNames.entry(row.n), row.entry);
      files.put(
          ExportNames.proof(row.n),
          new InclusionProof(row.index, tree.path(row.index, seal.size()), seal.note()).bytes());
      if (row.subjectKey == null) {
        erased.add(row.n);
      } else {
        files.put(ExportNames.record(row.n), row.record);
        files.put(ExportNames.opening(row.n), opening(caseId, row, row.subjectKey));
        var members = (Map<?, ?>) CanonicalJson.read(row.record).getOrDefault("members", Map.of());
        named.addAll(ExportNames.namedDigests(members));
        expected.addAll(ExportNames.expectedDigests(members));
      }
    }
    expected.removeAll(attach(caseId, named, files));
    boolean closed = rows.stream().anyMatch(row -> row.kind.equals(RecordKind.ENDED.id()));
    var pseudonym = String.valueOf(CanonicalJson.read(rows.get(0).entry).get("case"));
    files.put(
        Manifest.FILE,
        new Manifest(caseId, pseudonym, rows.size(), closed, erased, List.copyOf(expected), files)
            .bytes());
    return files;
  }

  private static void put(ExportSeals.Seal seal, SortedMap<String, byte[]> files) {
    files.put(ExportNames.CHECKPOINT, seal.note());
    if (seal.anchor() != null) {
      files.put(ExportNames.ANCHOR, CanonicalJson.write(AnchorFiles.stated(seal.anchor())));
    }
    if (seal.proof() != null) {
      files.put(ExportNames.ANCHOR_PROOF, seal.proof());
    }
    if (seal.stamp() != null) {
      files.put(ExportNames.STAMP, seal.stamp());
    }
    files.put(ExportNames.README, ExportNames.readme(Manifest.layout(files.keySet())));
  }

  private List<Row> sealed(String caseId) {
    return database
        .sql(
            """
            select r.n, r.kind, r.entry, r.record, r.opening, e.idx, k.id, k.wrapped
            from notary.records r
            join notary.entries e on e.record = r.id
            join notary.subject_keys k on k.id = r.subject_key
            where r.case_id = ? order by r.n
            """)
        .param(caseId)
        .query((row, i) -> row(row))
        .list();
  }

  private Row row(ResultSet row) throws SQLException {
    byte[] wrapped = row.getBytes("wrapped");
    return new Row(
        row.getLong("n"),
        row.getString("kind"),
        row.getBytes("entry"),
        row.getBytes("record"),
        row.getBytes("opening"),
        row.getLong("idx"),
        wrapped == null
            ? null
            : keys.unwrap(wrapped, Heads.subjectOwner(row.getObject("id", UUID.class))));
  }

  private static byte[] opening(String caseId, Row row, byte[] subjectKey) {
    var values = new TreeMap<String, Object>();
    if (row.opening != null && RecordKind.of(row.kind).isOfTheCourse()) {
      byte[] plain =
          Sealed.open(
              RecordFormat.openingKey(subjectKey), Rows.openingOwner(caseId, row.n), row.opening);
      CanonicalJson.read(plain).entrySet().stream()
          .filter(entry -> !entry.getKey().startsWith(CLOSED))
          .forEach(
              entry ->
                  values.put(
                      entry.getKey(),
                      Map.of(
                          "salt",
                          Hashes.hex(
                              RecordFormat.valueSalt(subjectKey, caseId, row.n, entry.getKey())),
                          "value",
                          entry.getValue())));
    }
    return CanonicalJson.write(
        Map.of(
            "v",
            RecordFormat.VERSION,
            "n",
            row.n,
            "salt",
            Hashes.hex(RecordFormat.recordSalt(subjectKey, caseId, row.n)),
            "values",
            values));
  }

  /** Adds what records name; what no record names is no part of the case. */
  private TreeSet<String> attach(
      String caseId, TreeSet<String> named, SortedMap<String, byte[]> files) {
    var attached = new TreeSet<String>();
    for (Source source : sources.orderedStream().toList()) {
      for (Attachment attachment : source.of(caseId)) {
        String digest = Hashes.hex(Hashes.sha256(attachment.bytes()));
        if (named.contains(digest) && attached.add(digest)) {
          files.put(freeName(attachment.name(), files), attachment.bytes());
        }
      }
    }
    return attached;
  }

  private static String freeName(String wanted, SortedMap<String, byte[]> files) {
    String plain = wanted.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", "");
    if (plain.length() > MAX_ATTACHMENT_NAME) {
      plain = plain.substring(plain.length() - MAX_ATTACHMENT_NAME).replaceAll("^[._-]+", "");
    }
    String name = ExportNames.ATTACHMENTS + (plain.isEmpty() ? "attachment" : plain);
    for (int i = 2; files.containsKey(name); i++) {
      name = ExportNames.ATTACHMENTS + i + "-" + plain;
    }
    return name;
  }
}
