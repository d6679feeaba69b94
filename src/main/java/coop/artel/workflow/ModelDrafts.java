package coop.artel.workflow;

import coop.artel.values.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts and shipments as rows. */
@Component
class ModelDrafts {
  private final JdbcClient database;

  ModelDrafts(JdbcClient database) {
    this.database = database;
  }

  /** A draft as it is stored; what becomes of it is told by its deeds. */
  record Row(UUID id, ModelDraft.Origin origin, Instant draftedAt, @Nullable UUID supersededBy) {}

  /**
   * Waits for whoever else decides what set is in use; the turn lasts as long as the transaction.
   */
  void lock() {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('workflow.models', 0))")
        .query((row, number) -> true)
        .single();
  }

  Optional<Row> find(UUID id) {
    return database
        .sql("select * from workflow.model_drafts where id = :id")
        .param("id", id)
        .query((row, number) -> row(row))
        .optional();
  }

  /** Newest first. */
  List<Row> all() {
    return database
        .sql("select * from workflow.model_drafts order by drafted_at desc, id limit 100")
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        ModelDraft.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
        row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
        row.getObject("superseded_by", UUID.class));
  }

  /** What a draft makes of files: their bytes, or null for one that goes. */
  Map<String, byte @Nullable []> changes(UUID draft) {
    var changes = new HashMap<String, byte @Nullable []>();
    database
        .sql(
            """
            select d.file, f.content from workflow.draft_files d
            left join workflow.model_files f on f.digest = d.digest where d.draft = :draft
            """)
        .param("draft", draft)
        .query(
            (RowCallbackHandler)
                row -> changes.put(row.getString("file"), row.getBytes("content")));
    return changes;
  }

  UUID add(@Nullable String shipment, Map<String, byte @Nullable []> changes) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            insert into workflow.model_drafts (id, origin, shipment)
            values (:id, :origin, :shipment)
            """)
        .param("id", id)
        .param("origin", shipment == null ? "sent" : "shipped")
        .param("shipment", shipment)
        .update();
    changes.forEach(
        (file, content) ->
            database
                .sql(
                    """
                    insert into workflow.draft_files (draft, file, digest)
                    values (:draft, :file, :digest)
                    """)
                .param("draft", id)
                .param("file", file)
                .param("digest", content == null ? null : keep(content))
                .update());
    return id;
  }

  void supersede(UUID draft, UUID by) {
    database
        .sql("update workflow.model_drafts set superseded_by = :by where id = :draft")
        .param("by", by)
        .param("draft", draft)
        .update();
  }

  boolean shipped(String digest) {
    return database
        .sql("select exists (select from workflow.shipments where digest = :digest)")
        .param("digest", digest)
        .query(Boolean.class)
        .single();
  }

  /** When a set was first seen after this one, if this one was seen before. */
  Optional<Instant> newerThan(String digest) {
    return database
        .sql(
            """
            select max(newer.seen_at) from workflow.shipments this
            join workflow.shipments newer on newer.seen_at > this.seen_at
            where this.digest = :digest
            """)
        .param("digest", digest)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Digests by file of what the service carried before; empty if that was never noted. */
  Optional<SortedMap<String, String>> lastShipment() {
    var files = new TreeMap<String, String>();
    database
        .sql(
            """
            select file, digest from workflow.shipment_files
            where shipment = (select digest from workflow.shipments order by seen_at desc limit 1)
            """)
        .query(
            (RowCallbackHandler) row -> files.put(row.getString("file"), row.getString("digest")));
    return files.isEmpty() ? Optional.empty() : Optional.of(files);
  }

  void note(ModelFiles shipped) {
    database
        .sql("insert into workflow.shipments (digest) values (:digest)")
        .param("digest", shipped.digest())
        .update();
    shipped
        .bytes()
        .forEach(
            (file, content) ->
                database
                    .sql(
                        """
                        insert into workflow.shipment_files (shipment, file, digest)
                        values (:shipment, :file, :digest)
                        """)
                    .param("shipment", shipped.digest())
                    .param("file", file)
                    .param("digest", keep(content))
                    .update());
  }

  private String keep(byte[] content) {
    var digest = Sha256.of(content);
    database
        .sql(
            """
            insert into workflow.model_files (digest, content) values (:digest, :content)
            on conflict do nothing
            """)
        .param("digest", digest)
        .param("content", content)
        .update();
    return digest;
  }
}
