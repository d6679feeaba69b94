package coop.artel.access;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations as rows. */
@Component
class InvitationRows {
  private final JdbcClient database;

  InvitationRows(JdbcClient database) {
    this.database = database;
  }

  void add(Invitation it, byte[] digest) {
    database
        .sql(
            """
            insert into access.invitations (id, cooperative, person, login, login_key, lawyer,
              digest, invited_by, invited_for, invited_at, expires_at)
            values (:id, :cooperative, :person, :login, :key, :lawyer,
              :digest, :by, :for, :at, :expires)
            """)
        .param("id", it.id())
        .param("cooperative", it.cooperative().value())
        .param("person", it.person().value())
        .param("login", it.login())
        .param("key", Accounts.key(it.login()))
        .param("lawyer", it.lawyer())
        .param("digest", digest)
        .param("by", it.invitedBy().value())
        .param("for", PersonId.valueOf(it.invitedFor()), Types.OTHER)
        .param("at", it.invitedAt().atOffset(ZoneOffset.UTC))
        .param("expires", it.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Nobody else uses or withdraws it until the end of the transaction. */
  Optional<Invitation> byDigest(byte[] digest) {
    return database
        .sql("select * from access.invitations where digest = :digest for update")
        .param("digest", digest)
        .query((row, number) -> invitation(row))
        .optional();
  }

  /** The same by its id. */
  Optional<Invitation> find(CooperativeId cooperative, UUID id) {
    return database
        .sql(
            """
            select * from access.invitations where id = :id and cooperative = :cooperative
            for update
            """)
        .param("id", id)
        .param("cooperative", cooperative.value())
        .query((row, number) -> invitation(row))
        .optional();
  }

  /** Whether a login is promised to somebody by a link that still opens. */
  boolean promised(String login, Instant now) {
    return database
        .sql(
            """
            select exists (select from access.invitations
              where login_key = :key and used_at is null and withdrawn_at is null
                and expires_at > :now)
            """)
        .param("key", Accounts.key(login))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void used(UUID id, Instant at) {
    database
        .sql("update access.invitations set used_at = :at where id = :id and used_at is null")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void withdrawn(UUID id, PersonId by, Instant at) {
    database
        .sql(
            """
            update access.invitations set withdrawn_at = :at, withdrawn_by = :by
            where id = :id and withdrawn_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .param("id", id)
        .update();
  }

  List<Invitation> of(CooperativeId cooperative) {
    return database
        .sql(
            """
            select * from access.invitations where cooperative = :cooperative
            order by invited_at desc, id
            """)
        .param("cooperative", cooperative.value())
        .query((row, number) -> invitation(row))
        .list();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getString("login"),
        row.getBoolean("lawyer"),
        new PersonId(row.getObject("invited_by", UUID.class)),
        PersonId.orNull(row.getObject("invited_for", UUID.class)),
        row.getObject("invited_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row, "used_at"),
        instant(row, "withdrawn_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
