package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.values.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invented lawyers: what they verify counts for demonstration cooperatives alone. */
@Component
public class DemonstrationLawyers {
  private final JdbcClient database;

  DemonstrationLawyers(JdbcClient database) {
    this.database = database;
  }

  public void add(PersonId person) {
    database
        .sql(
            "insert into law.demonstration_lawyers (person) values (:person) on conflict do"
                + " nothing")
        .param("person", person.value())
        .update();
  }

  public boolean include(PersonId person) {
    return database
        .sql("select exists (select 1 from law.demonstration_lawyers where person = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** A lawyer who verifies in earnest, and to whom a verification for show is none. */
  boolean isInEarnest(Caller caller) {
    return caller.roles().contains(PlatformRole.LAWYER) && !include(caller.person());
  }
}
