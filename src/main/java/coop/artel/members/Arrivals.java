package coop.artel.members;

import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How applications came in. No record names who entered one, since that is no task of theirs, so it
 * is told from what was stored with it.
 */
@Component
public class Arrivals {
  /**
   * How one came.
   *
   * @param enteredBy the applicant, or the secretary who entered what came on paper
   * @param enteredFor whom that secretary stood in for
   * @param enteredAt by the legal clock
   * @param paper absent where the applicant sent it in
   */
  public record Arrival(
      PersonId enteredBy,
      @Nullable PersonId enteredFor,
      Instant enteredAt,
      LocalDate receivedOn,
      @Nullable OnPaper paper) {}

  private final JdbcClient sql;

  Arrivals(JdbcClient sql) {
    this.sql = sql;
  }

  /** For those who were allowed to find the case; empty for one that is no admission. */
  public Optional<Arrival> of(String caseId) {
    return sql.sql(
            """
            select applications.person, applications.applied_at, applications.received_on,
              entered_by, entered_for, scan_digest, consent_on, consent_digest
            from members.applications
            left join members.paper_applications on application = applications.id
            where case_id = ?
            """)
        .param(caseId)
        .query((row, n) -> arrival(row))
        .optional();
  }

  private static Arrival arrival(ResultSet row) throws SQLException {
    @Nullable UUID secretary = row.getObject("entered_by", UUID.class);
    var receivedOn = row.getObject("received_on", LocalDate.class);
    return new Arrival(
        new PersonId(secretary == null ? row.getObject("person", UUID.class) : secretary),
        PersonId.orNull(row.getObject("entered_for", UUID.class)),
        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
        receivedOn,
        secretary == null
            ? null
            : new OnPaper(
                receivedOn,
                row.getString("scan_digest"),
                row.getObject("consent_on", LocalDate.class),
                row.getString("consent_digest")));
  }
}
