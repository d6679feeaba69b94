package coop.artel.notices;

import coop.artel.access.Callers;
import coop.artel.mail.NotDelivered.Cause;
import coop.artel.mail.Postman;
import coop.artel.notices.Notice.Kind;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Homes;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters that are to be sent, and what became of them. A letter is sent at least once: a node that
 * dies after the server took it leaves it to be sent again, under the same id. By real time.
 */
@UseCase
class Outbox {
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** Longer than a mail server may take, so that nobody sends what another node is sending. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));
  static final int MOST_ATTEMPTS = PAUSES.size() + 1;
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int MOST_AT_ONCE = 200;
  private static final String OPEN = "sent is null and given_up is null";

  private final JdbcClient sql;
  private final Postman postman;
  private final Ways ways;
  private final Offices offices;
  private final Cooperatives cooperatives;
  private final Homes homes;
  private final Callers callers;
  private final LegalClock legalClock;
  private final Clock clock;

  Outbox(
      JdbcClient sql,
      Postman postman,
      Ways ways,
      Offices offices,
      Cooperatives cooperatives,
      Homes homes,
      Callers callers,
      LegalClock legalClock,
      Clock clock) {
    this.sql = sql;
    this.postman = postman;
    this.ways = ways;
    this.offices = offices;
    this.cooperatives = cooperatives;
    this.homes = homes;
    this.callers = callers;
    this.legalClock = legalClock;
    this.clock = clock;
  }

  /**
   * A letter that this node is to send now.
   *
   * @param about what an applicant is told, absent where somebody is told of notices
   */
  record Waiting(UUID id, PersonId person, int attempts, @Nullable About about) {}

  /**
   * @param told {@code application-asks} or {@code application-decided}
   */
  record About(String caseId, CooperativeId cooperative, String told) {}

  /**
   * How letters fare.
   *
   * @param waiting not sent and not given up
   * @param oldest since when the oldest of these is due
   * @param givenUp within the last week
   * @param failure of the last attempt that failed, as long as something waits or was given up
   */
  record State(long waiting, @Nullable Instant oldest, long givenUp, @Nullable String failure) {}

  /** In the transaction that writes the notice; nothing while no mail can be sent. */
  void append(
      long notice,
      Kind kind,
      Set<String> groups,
      @Nullable PersonId person,
      @Nullable CooperativeId cooperative) {
    if (!postman.on()) {
      return;
    }
    for (PersonId reader : readers(groups, person)) {
      var way = ways.of(reader).getOrDefault(kind, Way.NEVER);
      if (way != Way.NEVER) {
        sql.sql("insert into notices.outbox (person, notice, due) values (?, ?, ?)")
            .params(reader.value(), notice, way == Way.DAILY ? morning(cooperative) : now())
            .update();
      }
    }
  }

  /** To an applicant, of a case; not beside a letter that tells the same and waits still. */
  void append(PersonId applicant, String caseId, CooperativeId cooperative, String told) {
    sql.sql(
            """
            insert into notices.letters (id, person, made, next_try, case_id, cooperative, told)
            select :id, :person, :now, :now, :case, :cooperative, :told
            where not exists (select from notices.letters
              where case_id = :case and told = :told and %s)
            """
                .formatted(OPEN))
        .param("id", UUID.randomUUID())
        .param("person", applicant.value())
        .param("now", now())
        .param("case", caseId)
        .param("cooperative", cooperative.value())
        .param("told", told)
        .update();
  }

  /** Those of the told who have proved an address. */
  private List<PersonId> readers(Set<String> groups, @Nullable PersonId person) {
    var written =
        new HashSet<>(
            sql.sql("select person from notices.addresses where address is not null")
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    if (written.isEmpty()) {
      return List.of();
    }
    var told = new HashSet<PersonId>();
    if (person != null) {
      told.add(person);
    }
    groups.forEach(group -> told.addAll(holders(group)));
    told.retainAll(written);
    return new ArrayList<>(told);
  }

  private List<PersonId> holders(String group) {
    int colon = group.indexOf(':');
    var cooperative = CooperativeId.of(group.substring(0, colon));
    if (cooperative.country().isPresent()) {
      return callers.inGroup(group);
    }
    return offices.holders(
        cooperative,
        Office.valueOf(group.substring(colon + 1).toUpperCase(Locale.ROOT)),
        legalClock.today(cooperatives.find(cooperative).zone()));
  }

  private OffsetDateTime morning(@Nullable CooperativeId cooperative) {
    var zone = zone(cooperative);
    var next = clock.instant().atZone(zone).with(MORNING);
    return (next.toInstant().isAfter(clock.instant()) ? next : next.plusDays(1)).toOffsetDateTime();
  }

  private ZoneId zone(@Nullable CooperativeId cooperative) {
    if (cooperative != null) {
      return homes.zone(cooperative);
    }
    return cooperatives.all().stream().findFirst().map(it -> it.zone()).orElse(ZoneOffset.UTC);
  }

  /** Makes one letter a reader of all that is due. */
  void gather() {
    record Due(long entry, UUID person) {}
    var due =
        sql.sql(
                """
                select entry, person from notices.outbox where letter is null and due <= :now
                order by due, entry limit :most for update skip locked
                """)
            .param("now", now())
            .param("most", MOST_AT_ONCE)
            .query((row, number) -> new Due(row.getLong(1), row.getObject(2, UUID.class)))
            .list();
    for (UUID person : due.stream().map(Due::person).distinct().toList()) {
      var letter = UUID.randomUUID();
      sql.sql("insert into notices.letters (id, person, made, next_try) values (?, ?, ?, ?)")
          .params(letter, person, now(), now())
          .update();
      sql.sql("update notices.outbox set letter = :letter where entry = any(:entries)")
          .param("letter", letter)
          .param(
              "entries",
              due.stream()
                  .filter(it -> it.person().equals(person))
                  .map(Due::entry)
                  .toArray(Long[]::new))
          .update();
    }
  }

  /**
   * Takes the next letter, so that no other node sends it for a while. The attempt is counted
   * before it is made: a letter that brings a node down must not do so for ever.
   */
  Optional<Waiting> claim() {
    return sql.sql(
            """
            update notices.letters set attempts = attempts + 1, next_try = :lease
            where id = (
              select id from notices.letters where %s and next_try <= :now
              order by next_try limit 1 for update skip locked)
            returning *
            """
                .formatted(OPEN))
        .param("lease", now().plus(LEASE))
        .param("now", now())
        .query(
            (row, number) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getObject("person", UUID.class)),
                    row.getInt("attempts"),
                    about(row)))
        .optional();
  }

  private static @Nullable About about(ResultSet row) throws SQLException {
    @Nullable String told = row.getString("told");
    return told == null
        ? null
        : new About(
            row.getString("case_id"),
            new CooperativeId(row.getObject("cooperative", UUID.class)),
            told);
  }

  /** What a letter tells, oldest first, by the entries of the notices. */
  List<Long> entries(UUID letter) {
    return sql.sql("select notice from notices.outbox where letter = ? order by notice")
        .param(letter)
        .query(Long.class)
        .list();
  }

  void sent(Waiting letter) {
    close(letter.id(), "sent = ?, failure = null");
  }

  /** Its reader has no address any more, or has lost the office by which it was theirs. */
  void drop(Waiting letter) {
    sql.sql("delete from notices.outbox where letter = ?").param(letter.id()).update();
    sql.sql("delete from notices.letters where id = ?").param(letter.id()).update();
  }

  /** Tried again after a pause that grows, unless it was tried often enough or cannot succeed. */
  void failed(Waiting letter, Cause cause) {
    sql.sql("update notices.letters set failure = ? where id = ?")
        .params(cause.id(), letter.id())
        .update();
    if (cause == Cause.RECIPIENT_REFUSED || letter.attempts() >= MOST_ATTEMPTS) {
      close(letter.id(), "given_up = ?");
    } else {
      sql.sql("update notices.letters set next_try = ? where id = ?")
          .params(now().plus(PAUSES.get(letter.attempts() - 1)), letter.id())
          .update();
    }
  }

  /** The notices stay on their page; that they were to be told by mail is done with. */
  private void close(UUID letter, String how) {
    sql.sql("update notices.letters set %s where id = ?".formatted(how))
        .params(now(), letter)
        .update();
    sql.sql("delete from notices.outbox where letter = ?").param(letter).update();
  }

  void forgetOld() {
    sql.sql("delete from notices.letters where coalesce(sent, given_up) < ?")
        .param(now().minus(KEPT))
        .update();
  }

  State state() {
    return sql.sql(
            """
            select count(*) filter (where open) as waiting,
              min(made) filter (where open) as oldest,
              count(*) filter (where given_up > :week) as given_up,
              (array_agg(failure order by made desc)
                filter (where failure is not null and (open or given_up > :week)))[1] as failure
            from (select *, sent is null and given_up is null as open from notices.letters
              where sent is null) as letters
            """)
        .param("week", now().minusDays(7))
        .query(
            (row, number) -> {
              @Nullable OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
              return new State(
                  row.getLong("waiting"),
                  oldest == null ? null : oldest.toInstant(),
                  row.getLong("given_up"),
                  row.getString("failure"));
            })
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
