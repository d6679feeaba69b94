package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who holds which office, as of any day. Whoever is the chair is of the council too. A line that
 * turns out otherwise is superseded, never changed.
 */
@UseCase
public class Offices {
  private record Line(
      CooperativeId cooperative,
      Office office,
      ZoneId zone,
      LocalDate first,
      @Nullable LocalDate last,
      @Nullable PersonId principal) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }
  }

  /**
   * An office as the registry knows it now.
   *
   * @param last day, absent while nobody has set it
   * @param basis what it rests on, absent where nobody said
   */
  public record Tenure(
      Office office,
      PersonId person,
      LocalDate first,
      @Nullable LocalDate last,
      @Nullable String basis) {
    public boolean on(LocalDate day) {
      return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    /** Whether there is a day that both hold on. */
    public boolean meets(Tenure other) {
      return on(other.first()) || other.on(first);
    }

    /** One of them looks after what the other does. */
    public boolean oversees(Tenure other) {
      return office == Office.AUDITOR
          && (other.office() == Office.COUNCIL || other.office() == Office.CHAIR);
    }
  }

  private final JdbcClient database;
  private final ApplicationEventPublisher news;

  @Autowired
  Offices(JdbcClient database, ApplicationEventPublisher news) {
    this.database = database;
    this.news = news;
  }

  /** Offices whose changes nobody is told of. */
  public Offices(JdbcClient database) {
    this(database, event -> {});
  }

  /**
   * Refused if the person holds the office in that time already, or somebody else is the chair.
   *
   * @param last day, absent while nobody has set it
   */
  public void entrust(
      CooperativeId cooperative,
      Office office,
      PersonId person,
      LocalDate first,
      @Nullable LocalDate last) {
    entrust(cooperative, office, person, first, last, null);
  }

  /** The same with what it rests on. */
  public void entrust(
      CooperativeId cooperative,
      Office office,
      PersonId person,
      LocalDate first,
      @Nullable LocalDate last,
      @Nullable String basis) {
    if (last != null && last.isBefore(first)) {
      throw OfficeRefused.period();
    }
    Heads.lock(database, cooperative);
    demandFree(cooperative, office, person, first, last);
    insert(cooperative, new Tenure(office, person, first, last, basis));
    tell(cooperative, office);
  }

  private void demandFree(
      CooperativeId cooperative,
      Office office,
      PersonId person,
      LocalDate first,
      @Nullable LocalDate last) {
    for (UUID holder : holdersWithin(cooperative, office, first, last)) {
      if (holder.equals(person.value())) {
        throw OfficeRefused.held();
      }
      if (office == Office.CHAIR) {
        throw OfficeRefused.otherChair();
      }
    }
  }

  /**
   * Refuses what {@link #entrust} from a day on would refuse, and keeps everybody else from
   * changing the offices until the end of the transaction.
   */
  public void demandEntrustable(
      CooperativeId cooperative, Office office, PersonId person, LocalDate first) {
    Heads.lock(database, cooperative);
    demandFree(cooperative, office, person, first, null);
  }

  /** The same for {@link #end}. */
  public void demandHeld(CooperativeId cooperative, Office office, PersonId person, LocalDate day) {
    Heads.lock(database, cooperative);
    boolean held =
        all(cooperative).stream()
            .anyMatch(it -> it.office() == office && it.person().equals(person) && it.on(day));
    if (!held) {
      throw OfficeRefused.notHeld();
    }
  }

  private void insert(CooperativeId cooperative, Tenure tenure) {
    database
        .sql(
            """
            insert into registry.offices (cooperative, office, person, first_day, last_day, basis,
              recorded_at)
            values (:cooperative, :office, :person, :first, :last, :basis, clock_timestamp())
            """)
        .param("cooperative", cooperative.value())
        .param("office", tenure.office().id())
        .param("person", tenure.person().value())
        .param("first", tenure.first())
        .param("last", tenure.last(), Types.DATE)
        .param("basis", tenure.basis(), Types.VARCHAR)
        .update();
  }

  private void tell(CooperativeId cooperative, Office office) {
    if (office == Office.COUNCIL || office == Office.CHAIR) {
      news.publishEvent(new CouncilChanged(cooperative));
    }
  }

  private List<UUID> holdersWithin(
      CooperativeId cooperative, Office office, LocalDate first, @Nullable LocalDate last) {
    return database
        .sql(
            """
            select person from registry.offices
            where cooperative = :cooperative and office = :office and superseded_at is null
              and daterange(first_day, last_day, '[]') && daterange(:first, :last, '[]')
            """)
        .param("cooperative", cooperative.value())
        .param("office", office.id())
        .param("first", first)
        .param("last", last, Types.DATE)
        .query(UUID.class)
        .list();
  }

  /** Ends an office with its last day; one that ends earlier already is refused. */
  public void relieve(CooperativeId cooperative, Office office, PersonId person, LocalDate last) {
    Heads.lock(database, cooperative);
    var held = supersede(cooperative, office, person, last);
    insert(cooperative, new Tenure(office, person, held.first(), last, held.basis()));
    Deputies.officeLost(database, cooperative, office, person, last.plusDays(1));
    tell(cooperative, office);
  }

  /**
   * From this day on the person does not hold the office; one that begins this very day has never
   * been held.
   */
  public void end(
      CooperativeId cooperative, Office office, PersonId person, LocalDate day, String basis) {
    Heads.lock(database, cooperative);
    var held = supersede(cooperative, office, person, day);
    if (held.first().isBefore(day)) {
      insert(cooperative, new Tenure(office, person, held.first(), day.minusDays(1), basis));
    }
    Deputies.officeLost(database, cooperative, office, person, day);
    tell(cooperative, office);
  }

  /** The line that holds on a day says so no longer; refused if there is none. */
  private Tenure supersede(
      CooperativeId cooperative, Office office, PersonId person, LocalDate day) {
    return database
        .sql(
            """
            update registry.offices set superseded_at = clock_timestamp()
            where cooperative = :cooperative and office = :office and person = :person
              and superseded_at is null
              and first_day <= :day and (last_day is null or last_day >= :day)
            returning *
            """)
        .param("cooperative", cooperative.value())
        .param("office", office.id())
        .param("person", person.value())
        .param("day", day)
        .query((row, number) -> tenure(row))
        .optional()
        .orElseThrow(OfficeRefused::notHeld);
  }

  /** All that was or will be held, by office and first day. */
  public List<Tenure> all(CooperativeId cooperative) {
    return database
        .sql(
            """
            select * from registry.offices
            where cooperative = :cooperative and superseded_at is null
            order by office, first_day, line
            """)
        .param("cooperative", cooperative.value())
        .query((row, number) -> tenure(row))
        .list();
  }

  /** The same as it was known at a moment. */
  public List<Tenure> all(CooperativeId cooperative, Instant knownAt) {
    return database
        .sql(
            """
            select * from registry.offices
            where cooperative = :cooperative and recorded_at <= :known
              and (superseded_at is null or superseded_at > :known)
            order by office, first_day, line
            """)
        .param("cooperative", cooperative.value())
        .param("known", knownAt.atOffset(ZoneOffset.UTC))
        .query((row, number) -> tenure(row))
        .list();
  }

  private static Tenure tenure(ResultSet row) throws SQLException {
    return new Tenure(
        Office.valueOf(row.getString("office").toUpperCase(Locale.ROOT)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("basis"));
  }

  /** Sorted by person id. */
  public List<PersonId> holders(CooperativeId cooperative, Office office, LocalDate day) {
    Set<Office> offices =
        office == Office.COUNCIL ? EnumSet.of(Office.COUNCIL, Office.CHAIR) : EnumSet.of(office);
    return database
        .sql(
            """
            select distinct person from registry.offices
            where cooperative = :cooperative and office in (:offices)
              and superseded_at is null
              and first_day <= :day and (last_day is null or last_day >= :day)
            order by person
            """)
        .param("cooperative", cooperative.value())
        .param("offices", offices.stream().map(Office::id).toList())
        .param("day", day)
        .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /** Of any office anywhere, at a moment; a day too many where zones differ. */
  public List<PersonId> holders(Instant moment) {
    return database
        .sql(
            """
            select distinct person from registry.offices
            where first_day <= :latest and (last_day is null or last_day >= :earliest)
            """)
        .param("latest", LocalDate.ofInstant(moment, ZoneOffset.MAX))
        .param("earliest", LocalDate.ofInstant(moment, ZoneOffset.MIN))
        .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /** Whether somebody holds an office anywhere on a day, or will after it. */
  public boolean holds(PersonId person, LocalDate since) {
    return database
        .sql(
            """
            select exists (select from registry.offices
              where person = :person and superseded_at is null
                and (last_day is null or last_day >= :since))
            """)
        .param("person", person.value())
        .param("since", since)
        .query(Boolean.class)
        .single();
  }

  /** In one's own right, on a day. */
  public Map<CooperativeId, Set<Office>> of(PersonId person, LocalDate day) {
    return held(person, day, day, line -> day).offices();
  }

  /**
   * What somebody may do at a moment, in their own right or in another's place: in each cooperative
   * on the day that it is there. One query, since every request asks it.
   */
  public Held held(PersonId person, Instant moment) {
    return held(
        person,
        LocalDate.ofInstant(moment, ZoneOffset.MIN),
        LocalDate.ofInstant(moment, ZoneOffset.MAX),
        line -> LocalDate.ofInstant(moment, line.zone()));
  }

  private Held held(
      PersonId person, LocalDate earliest, LocalDate latest, Function<Line, LocalDate> day) {
    var held = new Held.Gathering();
    database
        .sql(
            """
            select held.*, zone from (
              select cooperative, office, first_day, last_day, null::uuid as principal
              from registry.offices where person = :person and superseded_at is null
              union all
              select cooperative, office, first_day, last_day, principal
              from registry.deputies where deputy = :person and superseded_at is null
            ) held join registry.cooperatives on cooperatives.id = cooperative
            where first_day <= :latest and (last_day is null or last_day >= :earliest)
            order by cooperative
            """)
        .param("person", person.value())
        .param("earliest", earliest)
        .param("latest", latest)
        .query((row, number) -> line(row))
        .list()
        .forEach(
            line -> {
              if (line.holdsOn(day.apply(line))) {
                var principal = line.principal();
                if (principal == null) {
                  held.own(line.cooperative(), line.office());
                } else {
                  held.inPlaceOf(line.cooperative(), line.office(), principal);
                }
              }
            });
    return held.done();
  }

  private static Line line(ResultSet row) throws SQLException {
    @Nullable UUID principal = row.getObject("principal", UUID.class);
    return new Line(
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        Office.of(row.getString("office")),
        ZoneId.of(row.getString("zone")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        principal == null ? null : new PersonId(principal));
  }
}
