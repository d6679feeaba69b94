package coop.artel.access;

import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deeds that need two persons: one proposes, another approves, and only then is it done. Who may do
 * either is asked by the module whose deed it is.
 */
@UseCase
public class Deeds {
  /**
   * @param kind what is to be done: {@code publish-model}
   * @param subject to what: an id of the module whose deed it is
   * @param digest SHA-256 of exactly what is approved, hex
   * @param approved absent while nobody has decided
   */
  public record Deed(
      UUID id,
      String kind,
      String subject,
      String digest,
      PersonId proposedBy,
      Instant proposedAt,
      @Nullable PersonId decidedBy,
      @Nullable Instant decidedAt,
      @Nullable Boolean approved) {}

  private final JdbcClient database;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  public Deeds(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
    this.database = database;
    this.clock = clock;
    this.events = events;
  }

  public Deed propose(String kind, String subject, String digest, PersonId by) {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("%s is no SHA-256".formatted(digest));
    }
    var id = UUID.randomUUID();
    database
        .sql(
            """
            insert into access.deeds (id, kind, subject, digest, proposed_by, proposed_at)
            values (:id, :kind, :subject, :digest, :by, :now)
            """)
        .param("id", id)
        .param("kind", kind)
        .param("subject", subject)
        .param("digest", digest)
        .param("by", by.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return find(id).orElseThrow();
  }

  /**
   * Tells everybody {@link DeedApproved} in this transaction. Refused: {@code deed-unknown}, {@code
   * deed-decided}, {@code same-person} for who proposed it.
   */
  public Deed approve(UUID id, PersonId by) {
    var deed = open(id);
    if (deed.proposedBy().equals(by)) {
      throw DeedRefused.samePerson();
    }
    var approved = decide(id, by, true);
    events.publishEvent(
        new DeedApproved(id, deed.kind(), deed.subject(), deed.digest(), deed.proposedBy(), by));
    return approved;
  }

  /** Who proposed a deed may reject it too, which takes it back. */
  public Deed reject(UUID id, PersonId by) {
    open(id);
    return decide(id, by, false);
  }

  public Optional<Deed> find(UUID id) {
    return database
        .sql("select * from access.deeds where id = :id")
        .param("id", id)
        .query((row, number) -> deed(row))
        .optional();
  }

  /** Those of a kind that wait for a decision, oldest first. */
  public List<Deed> waiting(String kind) {
    return database
        .sql(
            """
            select * from access.deeds where kind = :kind and decided_at is null
            order by proposed_at, id
            """)
        .param("kind", kind)
        .query((row, number) -> deed(row))
        .list();
  }

  private Deed open(UUID id) {
    var deed =
        database
            .sql("select * from access.deeds where id = :id for update")
            .param("id", id)
            .query((row, number) -> deed(row))
            .optional()
            .orElseThrow(DeedRefused::unknown);
    if (deed.approved() != null) {
      throw DeedRefused.decided();
    }
    return deed;
  }

  private Deed decide(UUID id, PersonId by, boolean approved) {
    database
        .sql(
            """
            update access.deeds set decided_by = :by, decided_at = :now, approved = :approved
            where id = :id
            """)
        .param("by", by.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("approved", approved)
        .param("id", id)
        .update();
    return find(id).orElseThrow();
  }

  private static Deed deed(ResultSet row) throws SQLException {
    UUID decidedBy = row.getObject("decided_by", UUID.class);
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new Deed(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("digest"),
        new PersonId(row.getObject("proposed_by", UUID.class)),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        decidedBy == null ? null : new PersonId(decidedBy),
        decidedAt == null ? null : decidedAt.toInstant(),
        row.getObject("approved", Boolean.class));
  }
}
