package coop.artel.law;

import coop.artel.law.Replay.Flip;
import coop.artel.law.Replay.Result;
import coop.artel.law.Replay.Run;
import coop.artel.law.Replay.State;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays as rows that any node reads; who runs one writes after each batch how far it is. */
@Component
class ReplayStore {
  /** Who has written nothing for so long is not there any more. */
  static final Duration SILENT = Duration.ofMinutes(1);

  /** Comes after every other id. */
  private static final UUID LAST = new UUID(-1, -1);

  private final JdbcClient database;

  ReplayStore(JdbcClient database) {
    this.database = database;
  }

  /** One that a node has taken, and where it goes on. */
  record Taken(UUID id, UUID runner, Kept.Place place) {}

  Instant now() {
    return database
        .sql("select now()")
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }

  /** What one begins with. */
  record Begun(
      PersonId by,
      String country,
      @Nullable String question,
      String edition,
      String fileSet,
      @Nullable UUID draft,
      Instant until,
      int total) {}

  Run add(Begun it) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            insert into law.replays (id, country, question, edition, file_set, draft, started_by,
              until, total)
            values (:id, :country, :question, :edition, :set, cast(:draft as uuid), :by, :until,
              :total)
            """)
        .param("id", id)
        .param("country", it.country)
        .param("question", it.question)
        .param("edition", it.edition)
        .param("set", it.fileSet)
        .param("draft", it.draft)
        .param("by", it.by.value())
        .param("until", Timestamp.from(it.until))
        .param("total", it.total)
        .update();
    return find(id).orElseThrow();
  }

  boolean underWay(String fileSet, @Nullable String question) {
    return database
        .sql(
            """
            select exists (select 1 from law.replays
              where file_set = :set and question is not distinct from :question::text
                and state in ('waiting', 'running'))
            """)
        .param("set", fileSet)
        .param("question", question)
        .query(Boolean.class)
        .single();
  }

  Optional<Run> find(UUID id) {
    return database
        .sql("select * from law.replays where id = :id")
        .param("id", id)
        .query(this::run)
        .optional();
  }

  List<Run> newest(String country, int most) {
    return database
        .sql(
            """
            select * from law.replays where country = :country
            order by started_at desc limit :most
            """)
        .param("country", country)
        .param("most", most)
        .query(this::run)
        .list();
  }

  Optional<Run> done(String fileSet) {
    return database
        .sql(
            """
            select * from law.replays
            where file_set = :set and question is null and state = 'done'
            order by ended_at desc limit 1
            """)
        .param("set", fileSet)
        .query(this::run)
        .optional();
  }

  Optional<Run> of(String fileSet) {
    return database
        .sql(
            """
            select * from law.replays
            where file_set = :set and question is null
            order by state = 'done' desc, state in ('waiting', 'running') desc, started_at desc
            limit 1
            """)
        .param("set", fileSet)
        .query(this::run)
        .optional();
  }

  boolean cancel(UUID id) {
    return database
            .sql(
                """
                update law.replays set state = 'cancelled', ended_at = now()
                where id = :id and state in ('waiting', 'running')
                """)
            .param("id", id)
            .update()
        > 0;
  }

  /** The oldest that waits, or whose runner has fallen silent; nobody else has it then. */
  Optional<Taken> take() {
    return database
        .sql(
            """
            update law.replays set state = 'running', runner = :runner, beaten_at = now()
            where id = (
              select id from law.replays
              where state = 'waiting'
                or state = 'running' and beaten_at < now() - make_interval(secs => :silent)
              order by started_at limit 1 for update skip locked)
            returning *
            """)
        .param("runner", UUID.randomUUID())
        .param("silent", (double) SILENT.toSeconds())
        .query((row, number) -> taken(row))
        .optional();
  }

  private static Taken taken(ResultSet row) throws SQLException {
    @Nullable UUID reached = row.getObject("reached", UUID.class);
    return new Taken(
        row.getObject("id", UUID.class),
        row.getObject("runner", UUID.class),
        new Kept.Place(
            instant(row, reached == null ? "until" : "reached_at"),
            reached == null ? LAST : reached));
  }

  /**
   * Writes how far it has come, in one transaction with what was found there. False if it is not
   * the runner's any more: somebody ended it, or took it over.
   */
  boolean reached(Taken taken, Kept.Place place, Map<Result, Integer> counts, List<Flip> flips) {
    int asked = counts.values().stream().mapToInt(Integer::intValue).sum();
    int there =
        database
            .sql(
                """
                update law.replays set done = done + :asked, reached_at = :at, reached = :decision,
                  beaten_at = now()
                where id = :id and runner = :runner and state = 'running'
                """)
            .param("asked", asked)
            .param("at", Timestamp.from(place.askedAt()))
            .param("decision", place.decision())
            .param("id", taken.id())
            .param("runner", taken.runner())
            .update();
    if (there > 0) {
      counts.forEach((result, number) -> count(taken.id(), result, number));
      add(taken.id(), flips);
    }
    return there > 0;
  }

  private void count(UUID id, Result result, int number) {
    database
        .sql(
            """
            insert into law.replay_counts (replay, result, number) values (:id, :result, :number)
            on conflict (replay, result) do update
              set number = replay_counts.number + excluded.number
            """)
        .param("id", id)
        .param("result", result.id())
        .param("number", number)
        .update();
  }

  private void add(UUID id, List<Flip> flips) {
    if (flips.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into law.replay_flips (replay, decision, question, reference_date, outcome_then,
              outcome_now, rules)
            select :id, decision, question, day, former, latter, string_to_array(rules, ' ')
            from unnest(:decisions::uuid[], :questions::text[], :days::date[], :then::text[],
              :now::text[], :rules::text[]) as it (decision, question, day, former, latter, rules)
            """)
        .param("id", id)
        .param("decisions", flips.stream().map(Flip::decision).toArray(UUID[]::new))
        .param("questions", flips.stream().map(Flip::question).toArray(String[]::new))
        .param("days", flips.stream().map(it -> it.day().toString()).toArray(String[]::new))
        .param("then", flips.stream().map(it -> it.then().id()).toArray(String[]::new))
        .param("now", flips.stream().map(it -> it.now().id()).toArray(String[]::new))
        .param(
            "rules", flips.stream().map(it -> String.join(" ", it.rules())).toArray(String[]::new))
        .update();
  }

  /** Nothing becomes of it where it is not the runner's any more. */
  void end(Taken taken, State state) {
    database
        .sql(
            """
            update law.replays set state = :state, ended_at = now()
            where id = :id and runner = :runner and state = 'running'
            """)
        .param("state", state.id())
        .param("id", taken.id())
        .param("runner", taken.runner())
        .update();
  }

  /** Leaves it to whoever takes it next. */
  void lay(Taken taken) {
    database
        .sql(
            """
            update law.replays set state = 'waiting', runner = null, beaten_at = null
            where id = :id and runner = :runner and state = 'running'
            """)
        .param("id", taken.id())
        .param("runner", taken.runner())
        .update();
  }

  Map<String, Integer> flipped(UUID id) {
    var flipped = new LinkedHashMap<String, Integer>();
    database
        .sql(
            """
            select question, count(*) as number from law.replay_flips where replay = :id
            group by question order by number desc, question
            """)
        .param("id", id)
        .query(
            row -> {
              flipped.put(row.getString("question"), row.getInt("number"));
            });
    return flipped;
  }

  List<Flip> flips(UUID id, String question, int from, int most) {
    return database
        .sql(
            """
            select * from law.replay_flips where replay = :id and question = :question
            order by outcome_then = outcome_now, reference_date desc, decision
            offset :from limit :most
            """)
        .param("id", id)
        .param("question", question)
        .param("from", from)
        .param("most", most)
        .query(
            (row, number) ->
                new Flip(
                    row.getObject("decision", UUID.class),
                    row.getString("question"),
                    row.getObject("reference_date", LocalDate.class),
                    outcome(row, "outcome_then"),
                    outcome(row, "outcome_now"),
                    List.of((String[]) row.getArray("rules").getArray())))
        .list();
  }

  private static Outcome outcome(ResultSet row, String column) throws SQLException {
    return Outcome.valueOf(row.getString(column).toUpperCase(Locale.ROOT));
  }

  private Run run(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Run(
        id,
        row.getString("country"),
        row.getString("question"),
        row.getString("edition"),
        row.getString("file_set"),
        row.getObject("draft", UUID.class),
        new PersonId(row.getObject("started_by", UUID.class)),
        instant(row, "started_at"),
        instant(row, "until"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("total"),
        row.getInt("done"),
        ended == null ? null : ended.toInstant(),
        counts(id));
  }

  private Map<Result, Integer> counts(UUID id) {
    var counts = new EnumMap<Result, Integer>(Result.class);
    database
        .sql("select result, number from law.replay_counts where replay = :id")
        .param("id", id)
        .query(
            row -> {
              counts.put(Result.of(row.getString("result")), row.getInt("number"));
            });
    return counts;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
