package coop.artel.access;

import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.Ground;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked about deputies, as rows. */
@Component
class SubstitutionRows {
  private final JdbcClient database;

  SubstitutionRows(JdbcClient database) {
    this.database = database;
  }

  void add(Substitution it) {
    var change = it.change();
    database
        .sql(
            """
            insert into access.substitutions (id, cooperative, office, principal, deputy, first_day,
              last_day, ground_number, ground_day, salt, asked_by, asked_for, asked_at, deed)
            values (:id, :cooperative, :office, :principal, :deputy, :first,
              :last, :ground, :ground_day, :salt, :by, :for, :at, :deed)
            """)
        .param("id", it.id())
        .param("cooperative", change.cooperative().value())
        .param("office", change.office().id())
        .param("principal", change.principal().value())
        .param("deputy", change.deputy().value())
        .param("first", change.first())
        .param("last", change.last())
        .param("ground", it.ground().number())
        .param("ground_day", it.ground().day())
        .param("salt", it.salt())
        .param("by", it.askedBy().value())
        .param("for", PersonId.valueOf(it.askedFor()), Types.OTHER)
        .param("at", it.askedAt().atOffset(ZoneOffset.UTC))
        .param("deed", it.deed())
        .update();
  }

  void done(UUID id, Instant at) {
    database
        .sql("update access.substitutions set done_at = :at where id = :id and done_at is null")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void ended(UUID id, Substitution.End end) {
    database
        .sql(
            """
            update access.substitutions
            set ended_on = :day, ended_by = :by, ended_for = :for, ended_at = :at where id = :id
            """)
        .param("day", end.day())
        .param("by", end.by().value())
        .param("for", PersonId.valueOf(end.endedFor()), Types.OTHER)
        .param("at", end.at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<Substitution> ofDeed(UUID deed) {
    return database
        .sql("select * from access.substitutions where deed = :deed")
        .param("deed", deed)
        .query((row, number) -> substitution(row))
        .optional();
  }

  /** With its row held until the end of the transaction. */
  Optional<Substitution> locked(CooperativeId cooperative, UUID id) {
    return database
        .sql(
            """
            select * from access.substitutions where cooperative = :cooperative and id = :id
            for update
            """)
        .param("cooperative", cooperative.value())
        .param("id", id)
        .query((row, number) -> substitution(row))
        .optional();
  }

  /** The newest first. */
  List<Substitution> of(CooperativeId cooperative) {
    return database
        .sql(
            """
            select * from access.substitutions where cooperative = :cooperative
            order by asked_at desc, id
            """)
        .param("cooperative", cooperative.value())
        .query((row, number) -> substitution(row))
        .list();
  }

  private static Substitution substitution(ResultSet row) throws SQLException {
    @Nullable LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
    return new Substitution(
        row.getObject("id", UUID.class),
        new Substitution.Change(
            new CooperativeId(row.getObject("cooperative", UUID.class)),
            Office.of(row.getString("office")),
            new PersonId(row.getObject("principal", UUID.class)),
            new PersonId(row.getObject("deputy", UUID.class)),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)),
        new Ground(row.getString("ground_number"), row.getObject("ground_day", LocalDate.class)),
        row.getString("salt"),
        new PersonId(row.getObject("asked_by", UUID.class)),
        person(row, "asked_for"),
        Objects.requireNonNull(moment(row, "asked_at")),
        row.getObject("deed", UUID.class),
        moment(row, "done_at"),
        endedOn == null
            ? null
            : new Substitution.End(
                endedOn,
                new PersonId(row.getObject("ended_by", UUID.class)),
                person(row, "ended_for"),
                Objects.requireNonNull(moment(row, "ended_at"))));
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    return PersonId.orNull(row.getObject(column, UUID.class));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
