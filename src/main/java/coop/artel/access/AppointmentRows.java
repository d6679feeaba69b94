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
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked about offices, as rows. */
@Component
class AppointmentRows {
  private final JdbcClient database;

  AppointmentRows(JdbcClient database) {
    this.database = database;
  }

  void add(Appointment it) {
    database
        .sql(
            """
            insert into access.appointments (id, cooperative, office, person, entrusts, day,
              ground_number, ground_day, salt, asked_by, asked_for, asked_at, deed)
            values (:id, :cooperative, :office, :person, :entrusts, :day,
              :ground, :ground_day, :salt, :by, :for, :at, :deed)
            """)
        .param("id", it.id())
        .param("cooperative", it.change().cooperative().value())
        .param("office", it.change().office().id())
        .param("person", it.change().person().value())
        .param("entrusts", it.change().entrusts())
        .param("day", it.day())
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
        .sql("update access.appointments set done_at = :at where id = :id and done_at is null")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<Appointment> ofDeed(UUID deed) {
    return database
        .sql("select * from access.appointments where deed = :deed")
        .param("deed", deed)
        .query((row, number) -> appointment(row))
        .optional();
  }

  List<Appointment> of(CooperativeId cooperative) {
    return database
        .sql(
            """
            select * from access.appointments where cooperative = :cooperative
            order by asked_at desc, id
            """)
        .param("cooperative", cooperative.value())
        .query((row, number) -> appointment(row))
        .list();
  }

  List<PersonId> invited(CooperativeId cooperative) {
    return database
        .sql("select distinct person from access.invitations where cooperative = :cooperative")
        .param("cooperative", cooperative.value())
        .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  private static Appointment appointment(ResultSet row) throws SQLException {
    var done = row.getObject("done_at", OffsetDateTime.class);
    return new Appointment(
        row.getObject("id", UUID.class),
        new Appointment.Change(
            new CooperativeId(row.getObject("cooperative", UUID.class)),
            Office.of(row.getString("office")),
            new PersonId(row.getObject("person", UUID.class)),
            row.getBoolean("entrusts")),
        row.getObject("day", LocalDate.class),
        new Ground(row.getString("ground_number"), row.getObject("ground_day", LocalDate.class)),
        row.getString("salt"),
        new PersonId(row.getObject("asked_by", UUID.class)),
        PersonId.orNull(row.getObject("asked_for", UUID.class)),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("deed", UUID.class),
        done == null ? null : done.toInstant());
  }
}
