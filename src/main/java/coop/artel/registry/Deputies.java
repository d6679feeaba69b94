package coop.artel.registry;

import coop.artel.registry.Offices.Tenure;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who stands in for which officer, as of any day. Within a cooperative nobody is stood in for and
 * stands in for somebody on the same day, so that there are no chains and no circles. It ends with
 * the office.
 */
@UseCase
public class Deputies {
  private final JdbcClient database;
  private final Offices offices;

  public Deputies(JdbcClient database, Offices offices) {
    this.database = database;
    this.offices = offices;
  }

  /**
   * Refuses, at the field that stands against it, what {@link #name} would refuse, and keeps
   * everybody else from changing offices and deputies until the end of the transaction.
   */
  public void demandPossible(Deputyship asked) {
    Heads.lock(database, asked.cooperative());
    var check = new FieldsRefused.Check();
    demandOffice(check, asked);
    demandFree(check, asked);
    check.done();
  }

  private void demandOffice(FieldsRefused.Check check, Deputyship asked) {
    var tenures = offices.all(asked.cooperative());
    check
        .demand(Deputyship.OFFICES.contains(asked.office()), "deputised", "office-not-deputised")
        .demand(!asked.deputy().equals(asked.principal()), "deputy", "deputy-of-oneself")
        .demand(
            tenures.stream().anyMatch(it -> holdsThroughout(it, asked)),
            "deputised",
            deputises(asked) ? "deputy-of-deputy" : "office-not-held-throughout")
        .demand(
            tenures.stream().noneMatch(it -> hasThen(it, asked, asked.office())),
            "deputy",
            "deputy-holds-office")
        .demand(
            tenures.stream().noneMatch(it -> hasThen(it, asked, Office.AUDITOR)),
            "deputy",
            "deputy-audits");
  }

  private static boolean holdsThroughout(Tenure it, Deputyship asked) {
    return it.office() == asked.office()
        && it.person().equals(asked.principal())
        && it.on(asked.first())
        && it.on(asked.last());
  }

  private static boolean hasThen(Tenure it, Deputyship asked, Office office) {
    return it.office() == office
        && it.person().equals(asked.deputy())
        && (it.on(asked.first())
            || !it.first().isBefore(asked.first()) && !it.first().isAfter(asked.last()));
  }

  private boolean deputises(Deputyship asked) {
    return standing(
            asked, it -> it.office() == asked.office() && it.deputy().equals(asked.principal()))
        .isPresent();
  }

  private void demandFree(FieldsRefused.Check check, Deputyship asked) {
    standing(asked, it -> it.office() == asked.office() && it.principal().equals(asked.principal()))
        .ifPresent(it -> check.demand(false, "first", "deputy-overlaps", it.first(), it.last()));
    standing(asked, it -> it.office() == asked.office() && it.deputy().equals(asked.deputy()))
        .ifPresent(it -> check.demand(false, "deputy", "deputy-busy", it.first(), it.last()));
    standing(asked, it -> it.principal().equals(asked.deputy()))
        .ifPresent(it -> check.demand(false, "deputy", "deputy-away", it.first(), it.last()));
    standing(asked, it -> it.deputy().equals(asked.principal()))
        .ifPresent(
            it -> check.demand(false, "first", "principal-deputises", it.first(), it.last()));
  }

  private Optional<Deputyship> standing(Deputyship asked, Predicate<Deputyship> like) {
    return all(asked.cooperative()).stream()
        .filter(it -> it.meets(asked) && like.test(it))
        .findFirst();
  }

  /** Refused as {@link #demandPossible}. */
  public void name(Deputyship asked) {
    demandPossible(asked);
    insert(database, asked);
  }

  /** From this day on it does not hold; one that begins this very day never has. */
  public void end(Deputyship it, LocalDate day) {
    Heads.lock(database, it.cooperative());
    cut(database, it, day);
  }

  /** Whoever has lost an office has no deputy in it from that day on. */
  static void officeLost(
      JdbcClient database,
      CooperativeId cooperative,
      Office office,
      PersonId principal,
      LocalDate day) {
    all(database, cooperative).stream()
        .filter(it -> it.office() == office && it.principal().equals(principal))
        .filter(it -> !it.last().isBefore(day))
        .forEach(it -> cut(database, it, day));
  }

  private static void cut(JdbcClient database, Deputyship it, LocalDate day) {
    int superseded =
        database
            .sql(
                """
                update registry.deputies set superseded_at = clock_timestamp()
                where id = :id and superseded_at is null
                """)
            .param("id", it.id())
            .update();
    if (superseded > 0 && it.first().isBefore(day)) {
      insert(database, it.until(day.minusDays(1)));
    }
  }

  private static void insert(JdbcClient database, Deputyship it) {
    database
        .sql(
            """
            insert into registry.deputies (id, cooperative, office, principal, deputy, first_day,
              last_day, basis, recorded_at)
            values (:id, :cooperative, :office, :principal, :deputy, :first, :last, :basis,
              clock_timestamp())
            """)
        .param("id", it.id())
        .param("cooperative", it.cooperative().value())
        .param("office", it.office().id())
        .param("principal", it.principal().value())
        .param("deputy", it.deputy().value())
        .param("first", it.first())
        .param("last", it.last())
        .param("basis", it.basis())
        .update();
  }

  /** All that held or will hold, the newest first. */
  public List<Deputyship> all(CooperativeId cooperative) {
    return all(database, cooperative);
  }

  private static List<Deputyship> all(JdbcClient database, CooperativeId cooperative) {
    return database
        .sql(
            """
            select * from registry.deputies
            where cooperative = :cooperative and superseded_at is null
            order by first_day desc, line desc
            """)
        .param("cooperative", cooperative.value())
        .query((row, number) -> deputyship(row))
        .list();
  }

  /** What somebody does in another's place, or will, in the order of the first days. */
  public List<Deputyship> of(PersonId deputy, LocalDate day) {
    return database
        .sql(
            """
            select * from registry.deputies
            where deputy = :deputy and superseded_at is null and last_day >= :day
            order by first_day, line
            """)
        .param("deputy", deputy.value())
        .param("day", day)
        .query((row, number) -> deputyship(row))
        .list();
  }

  /** Whoever stands in for somebody anywhere at a moment; a day too many where zones differ. */
  public List<PersonId> present(Instant moment) {
    return database
        .sql(
            """
            select distinct deputy from registry.deputies
            where superseded_at is null and first_day <= :latest and last_day >= :earliest
            """)
        .param("latest", LocalDate.ofInstant(moment, ZoneOffset.MAX))
        .param("earliest", LocalDate.ofInstant(moment, ZoneOffset.MIN))
        .query((row, number) -> new PersonId(row.getObject("deputy", UUID.class)))
        .list();
  }

  private static Deputyship deputyship(ResultSet row) throws SQLException {
    return new Deputyship(
        row.getObject("id", UUID.class),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        Office.of(row.getString("office")),
        new PersonId(row.getObject("principal", UUID.class)),
        new PersonId(row.getObject("deputy", UUID.class)),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("basis"));
  }
}
