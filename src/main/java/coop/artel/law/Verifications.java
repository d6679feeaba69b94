package coop.artel.law;

import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures that lawyers of this installation have verified. The files ship what is not sure as
 * unverified, and nothing but this makes it decide.
 */
@UseCase
public class Verifications {
  private final JdbcClient database;
  private final Editions editions;
  private final LegalClock clock;

  Verifications(JdbcClient database, Editions editions, LegalClock clock) {
    this.database = database;
    this.editions = editions;
    this.clock = clock;
  }

  /**
   * Two people verify a figure; verifying it again changes nothing.
   *
   * @param subject a norm's key, or {@code calendar/2024}
   * @param demonstration made to show the service: it counts for demonstration cooperatives alone
   */
  public void verify(
      String country, String subject, PersonId lawyer, PersonId second, boolean demonstration) {
    if (lawyer.equals(second)) {
      throw VerificationRefused.samePerson();
    }
    if (!editions.current(country).country().verifiable().contains(subject)) {
      throw VerificationRefused.notVerifiable(subject);
    }
    database
        .sql(
            """
            insert into law.verifications (country, subject, demonstration, verified_by,
              seconded_by, verified_at)
            values (:country, :subject, :demonstration, :lawyer, :second, :at)
            on conflict do nothing
            """)
        .param("country", country)
        .param("subject", subject)
        .param("demonstration", demonstration)
        .param("lawyer", lawyer.value())
        .param("second", second.value())
        .param("at", Timestamp.from(clock.now()))
        .update();
  }

  /**
   * The verified figures of a country that count for a cooperative: true for those verified only to
   * show the service, which count for demonstrations alone.
   */
  public Map<String, Boolean> of(String country, boolean demonstration) {
    var verified = new TreeMap<String, Boolean>();
    database
        .sql(
            """
            select subject, bool_and(demonstration) as shown from law.verifications
            where country = :country and (:demonstration or not demonstration)
            group by subject
            """)
        .param("country", country)
        .param("demonstration", demonstration)
        .query(
            (RowCallbackHandler)
                row -> verified.put(row.getString("subject"), row.getBoolean("shown")));
    return verified;
  }
}
