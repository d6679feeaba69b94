package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of members: every line as of any past date, and as it was known at any time. */
@UseCase
public class Memberships {
  /**
   * A line of the register.
   *
   * @param number in the cooperative's register, from 1, never used twice
   * @param until last day, absent while it holds
   * @param basis what it rests on: id of the council's decision document, {@code import:} with the
   *     id of a protocol's import, or the words of a correction
   */
  public record Membership(
      CooperativeId cooperative,
      long number,
      PersonId person,
      LocalDate since,
      @Nullable LocalDate until,
      String basis) {}

  private static final int MOST_AT_ONCE = 1000;

  private final JdbcClient database;

  public Memberships(JdbcClient database) {
    this.database = database;
  }

  /** Enters a member under the next number; a present member is refused: {@code already-member}. */
  public Membership enter(
      CooperativeId cooperative, PersonId person, LocalDate since, String basis) {
    return enter(cooperative, person, Set.of(person), since, basis);
  }

  /**
   * The same for somebody who is known under several ids.
   *
   * @param sameAs all ids of that human being, {@code person} among them
   */
  public Membership enter(
      CooperativeId cooperative,
      PersonId person,
      Set<PersonId> sameAs,
      LocalDate since,
      String basis) {
    Heads.lock(database, cooperative);
    standing(cooperative, sameAs, since)
        .ifPresent(
            number -> {
              throw new AlreadyMember(number);
            });
    long number =
        database
            .sql(
                """
                update registry.heads set last_number = last_number + 1
                where cooperative = :cooperative returning last_number
                """)
            .param("cooperative", cooperative.value())
            .query(Long.class)
            .single();
    var membership = new Membership(cooperative, number, person, since, null, basis);
    write(membership);
    return membership;
  }

  /**
   * Somebody who enters the register with others.
   *
   * @param number as given, absent where the next one is to be taken
   */
  public record Entry(@Nullable Long number, PersonId person, LocalDate since) {}

  /**
   * Enters many at once, with the numbers that they have already; whoever has none gets the next
   * after the largest. Refused, and none entered: {@code already-member}, {@code number-taken}.
   */
  public List<Membership> enterAll(CooperativeId cooperative, List<Entry> entries, String basis) {
    Heads.lock(database, cooperative);
    demandNoMembers(cooperative, entries);
    var taken = numbers(cooperative);
    for (Entry entry : entries) {
      if (entry.number() != null && !taken.add(entry.number())) {
        throw new NumberTaken(entry.number());
      }
    }
    long last = taken.stream().mapToLong(Long::longValue).max().orElse(0);
    last = Math.max(last, lastNumber(cooperative));
    var entered = new ArrayList<Membership>();
    for (Entry entry : entries) {
      @Nullable Long given = entry.number();
      long number = given == null ? ++last : given;
      entered.add(new Membership(cooperative, number, entry.person(), entry.since(), null, basis));
    }
    for (int from = 0; from < entered.size(); from += MOST_AT_ONCE) {
      write(
          cooperative, entered.subList(from, Math.min(from + MOST_AT_ONCE, entered.size())), basis);
    }
    database
        .sql("update registry.heads set last_number = :last where cooperative = :cooperative")
        .param("last", last)
        .param("cooperative", cooperative.value())
        .update();
    return entered;
  }

  private void demandNoMembers(CooperativeId cooperative, List<Entry> entries) {
    var lines = new HashMap<PersonId, Membership>();
    database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative and person = any(:persons) and superseded_at is null
            order by until nulls last
            """)
        .param("cooperative", cooperative.value())
        .param("persons", entries.stream().map(it -> it.person().value()).toArray(UUID[]::new))
        .query((row, number) -> membership(row))
        .list()
        .forEach(line -> lines.put(line.person(), line));
    for (Entry entry : entries) {
      @Nullable Membership last = lines.get(entry.person());
      if (last != null && (last.until() == null || !last.until().isBefore(entry.since()))) {
        throw new AlreadyMember(last.number());
      }
    }
  }

  private void write(CooperativeId cooperative, List<Membership> lines, String basis) {
    database
        .sql(
            """
            insert into registry.membership_lines (cooperative, number, person, since, basis,
              recorded_at)
            select :cooperative, number, person, since, :basis, clock_timestamp()
            from unnest(:numbers::bigint[], :persons::uuid[], :since::text[]::date[])
              with ordinality as it (number, person, since, place)
            order by place
            """)
        .param("cooperative", cooperative.value())
        .param("numbers", lines.stream().map(Membership::number).toArray(Long[]::new))
        .param("persons", lines.stream().map(it -> it.person().value()).toArray(UUID[]::new))
        .param("since", lines.stream().map(it -> it.since().toString()).toArray(String[]::new))
        .param("basis", basis)
        .update();
  }

  private long lastNumber(CooperativeId cooperative) {
    return database
        .sql("select last_number from registry.heads where cooperative = :cooperative")
        .param("cooperative", cooperative.value())
        .query(Long.class)
        .single();
  }

  /** Nobody else changes the register until the transaction ends. */
  public void hold(CooperativeId cooperative) {
    Heads.lock(database, cooperative);
  }

  /** Grows whenever somebody writes in the register or gives or takes an office. */
  public long state(CooperativeId cooperative) {
    return database
        .sql(
            """
            select (select coalesce(max(line), 0) from registry.membership_lines
                where cooperative = :cooperative)
              + (select coalesce(max(line), 0) from registry.offices
                where cooperative = :cooperative)
              + (select count(*) from registry.offices
                where cooperative = :cooperative and superseded_at is not null)
            """)
        .param("cooperative", cooperative.value())
        .query(Long.class)
        .single();
  }

  /** All numbers that have ever been given; none is given twice. */
  public Set<Long> numbers(CooperativeId cooperative) {
    return new HashSet<>(
        database
            .sql("select distinct number from registry.membership_lines where cooperative = :id")
            .param("id", cooperative.value())
            .query(Long.class)
            .list());
  }

  /** The line of a number as the register says it now. */
  public Optional<Membership> numbered(CooperativeId cooperative, long number) {
    return database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative and number = :number and superseded_at is null
            """)
        .param("cooperative", cooperative.value())
        .param("number", number)
        .query((row, n) -> membership(row))
        .optional();
  }

  /**
   * The lines that were entered on one of these grounds and stood or still stand in the register,
   * in the order in which they were written.
   */
  public List<Membership> entered(CooperativeId cooperative, Set<String> grounds) {
    return database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative and basis = any(:grounds) order by line
            """)
        .param("cooperative", cooperative.value())
        .param("grounds", grounds.toArray(String[]::new))
        .query((row, number) -> membership(row))
        .list();
  }

  /** The first of the lines that were entered on a ground, in the order of their numbers. */
  public List<Membership> entered(CooperativeId cooperative, String ground, int most) {
    return database
        .sql(
            """
            select distinct on (number) * from registry.membership_lines
            where cooperative = :cooperative and basis = :ground
            order by number, line limit :most
            """)
        .param("cooperative", cooperative.value())
        .param("ground", ground)
        .param("most", most)
        .query((row, number) -> membership(row))
        .list();
  }

  /** All lines as the register says them now, those that have ended among them, by number. */
  public List<Membership> all(CooperativeId cooperative) {
    return database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative and superseded_at is null order by number
            """)
        .param("cooperative", cooperative.value())
        .query((row, number) -> membership(row))
        .list();
  }

  /**
   * Puts a line in the place of one that was wrong; number, person and last day stay. The wrong one
   * is kept as superseded. Where nothing differs the line stays.
   *
   * @param wrong as the corrector saw it; if the register says something else by now, it is refused
   *     with {@code entry-changed}
   */
  public Membership correct(Membership wrong, LocalDate since, String basis) {
    Heads.lock(database, wrong.cooperative());
    if (!numbered(wrong.cooperative(), wrong.number()).equals(Optional.of(wrong))) {
      throw new EntryChanged(wrong.number());
    }
    if (since.equals(wrong.since()) && basis.equals(wrong.basis())) {
      return wrong;
    }
    supersede(wrong);
    var right =
        new Membership(
            wrong.cooperative(), wrong.number(), wrong.person(), since, wrong.until(), basis);
    write(right);
    return right;
  }

  private void supersede(Membership line) {
    database
        .sql(
            """
            update registry.membership_lines set superseded_at = clock_timestamp()
            where cooperative = :cooperative and number = :number and superseded_at is null
            """)
        .param("cooperative", line.cooperative().value())
        .param("number", line.number())
        .update();
  }

  /**
   * Ends a membership with its last day: the line that knew no end is superseded by one that does.
   */
  public Membership end(CooperativeId cooperative, PersonId person, LocalDate last, String basis) {
    Heads.lock(database, cooperative);
    var present =
        database
            .sql(
                """
                select * from registry.membership_lines
                where cooperative = :cooperative and person = :person and superseded_at is null
                  and until is null and since <= :last
                """)
            .param("cooperative", cooperative.value())
            .param("person", person.value())
            .param("last", last)
            .query((row, number) -> membership(row))
            .optional()
            .orElseThrow(NotMember::new);
    supersede(present);
    var ended = new Membership(cooperative, present.number(), person, present.since(), last, basis);
    write(ended);
    return ended;
  }

  /** Whether one of these persons has a line that holds on a day or later. */
  public boolean holds(CooperativeId cooperative, Set<PersonId> persons, LocalDate day) {
    return standing(cooperative, persons, day).isPresent();
  }

  /** Where one of these persons is or was a member; in the past too. */
  public Set<CooperativeId> cooperatives(Set<PersonId> persons) {
    return Set.copyOf(
        database
            .sql(
                """
                select distinct cooperative from registry.membership_lines
                where person = any(:persons)
                """)
            .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
            .query((row, number) -> new CooperativeId(row.getObject(1, UUID.class)))
            .list());
  }

  /** The line of somebody known under several ids that holds on a day or later. */
  public Optional<Membership> line(
      CooperativeId cooperative, Set<PersonId> persons, LocalDate since) {
    return standing(cooperative, persons, since)
        .flatMap(
            number ->
                database
                    .sql(
                        """
                        select * from registry.membership_lines
                        where cooperative = :cooperative and number = :number
                          and superseded_at is null
                        """)
                    .param("cooperative", cooperative.value())
                    .param("number", number)
                    .query((row, place) -> membership(row))
                    .optional());
  }

  private Optional<Long> standing(
      CooperativeId cooperative, Set<PersonId> persons, LocalDate since) {
    return database
        .sql(
            """
            select number from registry.membership_lines
            where cooperative = :cooperative and person = any(:persons) and superseded_at is null
              and (until is null or until >= :since)
            limit 1
            """)
        .param("cooperative", cooperative.value())
        .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
        .param("since", since)
        .query(Long.class)
        .optional();
  }

  public Optional<Membership> of(CooperativeId cooperative, PersonId person, LocalDate day) {
    return database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative and person = :person and superseded_at is null
              and since <= :day and (until is null or until >= :day)
            """)
        .param("cooperative", cooperative.value())
        .param("person", person.value())
        .param("day", day)
        .query((row, number) -> membership(row))
        .optional();
  }

  /** The register as of a day, by number. */
  public List<Membership> on(CooperativeId cooperative, LocalDate day) {
    return database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative and superseded_at is null
              and since <= :day and (until is null or until >= :day)
            order by number
            """)
        .param("cooperative", cooperative.value())
        .param("day", day)
        .query((row, number) -> membership(row))
        .list();
  }

  /** The register as of a day, as somebody saw it who looked at a moment of real time. */
  public List<Membership> on(CooperativeId cooperative, LocalDate day, Instant knownAt) {
    return database
        .sql(
            """
            select * from registry.membership_lines
            where cooperative = :cooperative
              and recorded_at <= :known and (superseded_at is null or superseded_at > :known)
              and since <= :day and (until is null or until >= :day)
            order by number
            """)
        .param("cooperative", cooperative.value())
        .param("day", day)
        .param("known", knownAt.atOffset(ZoneOffset.UTC))
        .query((row, number) -> membership(row))
        .list();
  }

  /** Recorded by the clock, not by the transaction's start: lines come in the order of the lock. */
  private void write(Membership membership) {
    database
        .sql(
            """
            insert into registry.membership_lines (cooperative, number, person, since, until, basis,
              recorded_at)
            values (:cooperative, :number, :person, :since, :until, :basis, clock_timestamp())
            """)
        .param("cooperative", membership.cooperative().value())
        .param("number", membership.number())
        .param("person", membership.person().value())
        .param("since", membership.since())
        .param("until", membership.until())
        .param("basis", membership.basis())
        .update();
  }

  static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        row.getLong("number"),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getString("basis"));
  }
}
