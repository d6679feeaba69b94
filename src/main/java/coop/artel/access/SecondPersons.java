package coop.artel.access;

import coop.artel.registry.Deputies;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may be the second person of a deed. */
@Component
public class SecondPersons {
  private final JdbcClient database;
  private final Offices offices;
  private final Deputies deputies;
  private final Callers callers;
  private final Deeds deeds;
  private final LegalClock clock;

  SecondPersons(
      JdbcClient database,
      Offices offices,
      Deputies deputies,
      Callers callers,
      Deeds deeds,
      LegalClock clock) {
    this.database = database;
    this.offices = offices;
    this.deputies = deputies;
    this.callers = callers;
    this.deeds = deeds;
    this.clock = clock;
  }

  /**
   * Among all who hold a role or an office at this moment or stand in for one who does; sorted by
   * person id.
   */
  public List<PersonId> of(Deed deed) {
    var roles =
        database.sql("select distinct person from access.platform_roles").query(UUID.class).stream()
            .map(PersonId::new);
    var now = clock.now();
    return Stream.of(roles, offices.holders(now).stream(), deputies.present(now).stream())
        .flatMap(Function.identity())
        .distinct()
        .filter(person -> deeds.mayApprove(callers.of(person), deed))
        .sorted(Comparator.comparing(PersonId::toString))
        .toList();
  }
}
