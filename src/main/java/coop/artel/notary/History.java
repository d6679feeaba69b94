package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of a case as they are read back. */
@Component
class History {
  private static final String RECORDS =
      """
      select r.case_id, r.n, r.kind, r.at, r.actor, r.record, r.leaf, e.idx,
        c.at as sealed_at, a.transaction, a.block, a.at as anchored_at
      from notary.records r
      left join notary.entries e on e.record = r.id
      left join lateral (
        select at from notary.checkpoints where size > e.idx order by size limit 1) c on true
      left join lateral (
        select transaction, block, at from notary.standing_anchors
        where size > e.idx order by size, id limit 1) a on true
      """;

  private final JdbcClient database;

  History(JdbcClient database) {
    this.database = database;
  }

  List<CaseRecord> of(String caseId) {
    return database
        .sql(RECORDS + "where r.case_id = ? order by r.n")
        .param(caseId)
        .query((row, i) -> record(caseId, row))
        .list();
  }

  /** How far each of these records has come, in one query. */
  Map<Receipt, SealState> seals(Collection<Receipt> receipts) {
    var seals = new HashMap<Place, SealState>();
    database
        .sql(
            RECORDS
                + "join unnest(:cases::text[], :numbers::bigint[]) as asked (case_id, n)"
                + " on asked.case_id = r.case_id and asked.n = r.n")
        .param("cases", receipts.stream().map(Receipt::caseId).toArray(String[]::new))
        .param("numbers", receipts.stream().map(Receipt::number).toArray(Long[]::new))
        .query(
            row -> {
              seals.put(new Place(row.getString("case_id"), row.getLong("n")), seal(row));
            });
    return receipts.stream()
        .distinct()
        .filter(receipt -> seals.containsKey(Place.of(receipt)))
        .collect(Collectors.toMap(Function.identity(), receipt -> seals.get(Place.of(receipt))));
  }

  private record Place(String caseId, long number) {
    static Place of(Receipt receipt) {
      return new Place(receipt.caseId(), receipt.number());
    }
  }

  private static CaseRecord record(String caseId, ResultSet row) throws SQLException {
    var actor = row.getObject("actor", UUID.class);
    return new CaseRecord(
        caseId,
        row.getLong("n"),
        RecordKind.of(row.getString("kind")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        actor == null ? null : new PersonId(actor),
        members(row.getBytes("record")),
        Hashes.hex(row.getBytes("leaf")),
        seal(row));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(byte[] record) {
    return (Map<String, Object>) CanonicalJson.read(record).getOrDefault("members", Map.of());
  }

  private static SealState seal(ResultSet row) throws SQLException {
    var index = row.getObject("idx", Long.class);
    var transaction = row.getString("transaction");
    var stage =
        index == null
            ? SealState.Stage.RECORDED
            : transaction == null ? SealState.Stage.SEALED : SealState.Stage.ANCHORED;
    return new SealState(
        stage,
        index,
        instant(row, "sealed_at"),
        transaction,
        row.getObject("block", Long.class),
        instant(row, "anchored_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
