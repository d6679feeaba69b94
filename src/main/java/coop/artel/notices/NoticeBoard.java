package coop.artel.notices;

import coop.artel.access.Caller;
import coop.artel.notices.Notice.Kind;
import coop.artel.notices.Notice.Place;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import coop.artel.workflow.TaskFinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told of, and how far they have read it. */
@UseCase
public class NoticeBoard {
  /** More unread ones than this are not counted. */
  public static final int MOST_UNREAD = 100;

  /** The house's own figure: half a year on, the case tells it all and the notice nothing more. */
  static final Duration KEPT = Duration.ofDays(180);

  private static final int PORTION = 200;
  private static final int FARTHEST = 1000;
  private static final int MOST_FORGOTTEN = 10_000;
  private static final String SETTLED = "tx < pg_snapshot_xmin(pg_current_snapshot())";
  private static final String THEIRS = "(person = :me or groups && :groups::text[])";
  private static final String COLUMNS =
      "select tx::text as written_by, entry, kind, about, case_id, activity, cooperative, groups,"
          + " person, told from notices.notices where ";

  private final JdbcClient sql;
  private final TaskFinder tasks;
  private final ToDo toDo;
  private final Outbox outbox;
  private final LegalClock clock;

  NoticeBoard(JdbcClient sql, TaskFinder tasks, ToDo toDo, Outbox outbox, LegalClock clock) {
    this.sql = sql;
    this.tasks = tasks;
    this.toDo = toDo;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Tells once of each task whose last day has passed in these days. */
  public void tellOverdue() {
    for (var task : tasks.newlyOverdue()) {
      var holder = task.assignee();
      if (holder != null || !task.groups().isEmpty()) {
        tell(
            Kind.TASK_OVERDUE,
            task.id(),
            task.caseId(),
            task.activity(),
            task.cooperative(),
            holder == null ? task.groups() : Set.of(),
            holder);
      }
    }
  }

  /** Once, where the same is told of once only. */
  void tell(
      Kind kind,
      String about,
      @Nullable String caseId,
      @Nullable String activity,
      @Nullable CooperativeId cooperative,
      Set<String> groups,
      @Nullable PersonId person) {
    sql.sql(
            """
            insert into notices.notices (kind, about, case_id, activity, cooperative, groups, person,
              told)
            values (:kind, :about, :case, :activity, :cooperative, :groups, :person, :told)
            on conflict do nothing
            returning entry
            """)
        .param("kind", kind.id())
        .param("about", about)
        .param("case", caseId, Types.VARCHAR)
        .param("activity", activity, Types.VARCHAR)
        .param("cooperative", cooperative == null ? null : cooperative.value(), Types.OTHER)
        .param("groups", groups.stream().sorted().toArray(String[]::new))
        .param("person", person == null ? null : person.value(), Types.OTHER)
        .param("told", OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .ifPresent(entry -> outbox.append(entry, kind, groups, person, cooperative));
  }

  /** The caller's, newest first. */
  public List<Notice> list(Caller caller, int offset, int limit) {
    return theirs(
            COLUMNS + THEIRS + " order by tx desc, entry desc offset :offset limit :limit", caller)
        .param("offset", offset)
        .param("limit", limit)
        .query(NoticeBoard::notice)
        .list();
  }

  /**
   * How many the caller has not read and that still ask something or are news, at most {@link
   * #MOST_UNREAD}; looked for among the newest thousand.
   */
  public int unread(Caller caller) {
    var read = read(caller);
    int unread = 0;
    for (int seen = 0; seen < FARTHEST && unread < MOST_UNREAD; seen += PORTION) {
      var part = unread(caller, read, seen);
      unread += toDo.of(caller, part).size();
      if (part.size() < PORTION) {
        break;
      }
    }
    return Math.min(unread, MOST_UNREAD);
  }

  /** Which of these still ask something of the caller or are news. */
  public Set<Place> current(Caller caller, List<Notice> told) {
    return toDo.of(caller, told).stream().map(Notice::place).collect(Collectors.toSet());
  }

  private List<Notice> unread(Caller caller, Place read, int offset) {
    return theirs(
            COLUMNS
                + THEIRS
                + " and (tx, entry) > (:tx::xid8, :entry)"
                + " order by tx desc, entry desc offset :offset limit :limit",
            caller)
        .param("tx", Long.toString(read.transaction()))
        .param("entry", read.entry())
        .param("offset", offset)
        .param("limit", PORTION)
        .query(NoticeBoard::notice)
        .list();
  }

  /** Deletes what is older than anybody needs, a portion at a time. */
  int forgetOld() {
    return sql.sql(
            """
            delete from notices.notices where entry in (
              select entry from notices.notices it
              where told < :before
                and not exists (select from notices.outbox where notice = it.entry)
              limit :most)
            """)
        .param("before", OffsetDateTime.ofInstant(clock.now().minus(KEPT), ZoneOffset.UTC))
        .param("most", MOST_FORGOTTEN)
        .update();
  }

  /** Whoever was told in person of something about this. */
  List<PersonId> told(Kind kind, String about) {
    return sql
        .sql(
            """
            select distinct person from notices.notices
            where kind = ? and about = ? and person is not null
            """)
        .params(kind.id(), about)
        .query(UUID.class)
        .stream()
        .map(PersonId::new)
        .toList();
  }

  /** How far the caller has read. */
  public Place read(Caller caller) {
    return sql.sql("select tx::text as written_by, entry from notices.readers where person = ?")
        .param(caller.person().value())
        .query((row, number) -> place(row))
        .optional()
        .orElse(Place.FIRST);
  }

  /**
   * The caller has read all up to here; never less than before, and nothing into which a notice of
   * another transaction may still come.
   */
  public void markRead(Caller caller, Place seen) {
    var settled = settled();
    var upTo = Place.ORDER.compare(seen, settled) < 0 ? seen : settled;
    sql.sql(
            """
            insert into notices.readers (person, tx, entry) values (:me, :tx::xid8, :entry)
            on conflict (person) do update set tx = excluded.tx, entry = excluded.entry
              where (readers.tx, readers.entry) < (excluded.tx, excluded.entry)
            """)
        .param("me", caller.person().value())
        .param("tx", Long.toString(upTo.transaction()))
        .param("entry", upTo.entry())
        .update();
  }

  /** The last place before which nothing can be written any more. */
  public Place settled() {
    return sql.sql(
            "select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text as"
                + " written_by, 9223372036854775 as entry")
        .query((row, number) -> place(row))
        .single();
  }

  /** What was told after a place, in order, to whomever; at most so many. */
  public List<Notice> after(Place place, int limit) {
    return sql.sql(
            COLUMNS
                + SETTLED
                + " and (tx, entry) > (:tx::xid8, :entry) order by tx, entry limit :limit")
        .param("tx", Long.toString(place.transaction()))
        .param("entry", place.entry())
        .param("limit", limit)
        .query(NoticeBoard::notice)
        .list();
  }

  /** Those with these entries, in order; told by a letter that their reader may no longer get. */
  List<Notice> numbered(List<Long> entries) {
    return sql.sql(COLUMNS + "entry = any(:entries) order by tx, entry")
        .param("entries", entries.toArray(Long[]::new))
        .query(NoticeBoard::notice)
        .list();
  }

  /** Whether a notice is meant for the caller, with the offices of this moment. */
  public static boolean concerns(Notice notice, Caller caller) {
    return caller.person().equals(notice.person())
        || caller.groups().stream().anyMatch(notice.groups()::contains);
  }

  private JdbcClient.StatementSpec theirs(String text, Caller caller) {
    return sql.sql(text)
        .param("me", caller.person().value())
        .param("groups", caller.groups().toArray(String[]::new));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(Long.parseLong(row.getString("written_by")), row.getLong("entry"));
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    @Nullable UUID cooperative = row.getObject("cooperative", UUID.class);
    @Nullable UUID person = row.getObject("person", UUID.class);
    return new Notice(
        place(row),
        Kind.of(row.getString("kind")),
        row.getString("about"),
        row.getString("case_id"),
        row.getString("activity"),
        cooperative == null ? null : new CooperativeId(cooperative),
        Set.of((String[]) row.getArray("groups").getArray()),
        person == null ? null : new PersonId(person),
        row.getObject("told", OffsetDateTime.class).toInstant());
  }
}
