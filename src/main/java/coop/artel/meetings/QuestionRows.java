package coop.artel.meetings;

import coop.artel.meetings.Questions.Choice;
import coop.artel.meetings.Questions.Matter;
import coop.artel.meetings.Questions.Question;
import coop.artel.meetings.Questions.Vote;
import coop.artel.meetings.Questions.Voter;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of questions, voters and votes. */
@Component
class QuestionRows {
  /** The count that the law was asked about, and what came of it. */
  record Result(@Nullable UUID decision, @Nullable LocalDate decidedOn, @Nullable UUID document) {}

  private final JdbcClient sql;
  private final Seats seats;
  private final LegalClock clock;

  QuestionRows(JdbcClient sql, Seats seats, LegalClock clock) {
    this.sql = sql;
    this.seats = seats;
    this.clock = clock;
  }

  void put(
      UUID id,
      CooperativeId cooperative,
      String caseId,
      Matter matter,
      @Nullable LocalDate decideBy) {
    sql.sql(
            """
            insert into meetings.questions
              (id, cooperative, case_id, kind, subject, about, about_number, about_day, put_at,
                decide_by)
            values (:id, :cooperative, :case, :kind, :subject, :about, :number, :day, :now,
              :decide_by)
            """)
        .param("id", id)
        .param("cooperative", cooperative.value())
        .param("case", caseId)
        .param("kind", matter.kind())
        .param("subject", matter.subject().value())
        .param("about", matter.about())
        .param("number", matter.number())
        .param("day", matter.day())
        .param("now", now())
        .param("decide_by", decideBy)
        .update();
  }

  /** Notes that these have had a vote; whoever has been noted is left as they were. */
  void addVoters(UUID question, List<Voter> voters) {
    for (Voter voter : voters) {
      sql.sql(
              """
              insert into meetings.voters (question, person, chair)
              values (:question, :person, :chair)
              on conflict do nothing
              """)
          .param("question", question)
          .param("person", voter.person().value())
          .param("chair", voter.chair())
          .update();
    }
  }

  Optional<Question> find(UUID id) {
    return select("where id = :id", "").param("id", id).query((row, n) -> question(row)).optional();
  }

  /**
   * Whoever has the row locked decides alone until the transaction ends. Locks are taken in one
   * order: the question, the engine's rows, last the head of the case; see the decision record.
   */
  Optional<Question> lock(UUID id) {
    // "No key": a note on the question, in a task's transaction, must not wait for it.
    return select("where id = :id", "for no key update")
        .param("id", id)
        .query((row, n) -> question(row))
        .optional();
  }

  List<Question> openIn(Collection<CooperativeId> cooperatives) {
    return select(
            """
            where opened_at is not null and closed_at is null and withdrawn_at is null
              and cooperative = any(:cooperatives)
            """,
            "order by decide_by nulls last, opened_at, id")
        .param("cooperatives", cooperatives.stream().map(CooperativeId::value).toArray(UUID[]::new))
        .query((row, n) -> question(row))
        .list();
  }

  List<Question> of(String caseId) {
    return select("where case_id = :case", "order by put_at, id")
        .param("case", caseId)
        .query((row, n) -> question(row))
        .list();
  }

  List<Question> openOf(String caseId) {
    return select(
            """
            where opened_at is not null and closed_at is null and withdrawn_at is null
              and case_id = :case
            """,
            "order by opened_at, id")
        .param("case", caseId)
        .query((row, n) -> question(row))
        .list();
  }

  /** By id, so that two who go through them do not wait for one another. */
  List<UUID> undecidedIn(CooperativeId cooperative) {
    return sql.sql(
            """
            select id from meetings.questions
            where decided_on is null and withdrawn_at is null and cooperative = :cooperative
            order by id
            """)
        .param("cooperative", cooperative.value())
        .query(UUID.class)
        .list();
  }

  Result result(UUID question) {
    return sql.sql("select decision, decided_on, document from meetings.questions where id = :id")
        .param("id", question)
        .query(
            (row, n) ->
                new Result(
                    row.getObject("decision", UUID.class),
                    row.getObject("decided_on", LocalDate.class),
                    row.getObject("document", UUID.class)))
        .single();
  }

  void cast(UUID question, PersonId voter, Choice choice) {
    sql.sql(
            """
            insert into meetings.votes (question, person, choice, cast_at)
            values (:question, :person, :choice, :now)
            """)
        .param("question", question)
        .param("person", voter.value())
        .param("choice", choice.id())
        .param("now", now())
        .update();
  }

  /** Begins the vote, or lets it go on. */
  void open(UUID question) {
    mark(
        question,
        "opened_at = coalesce(opened_at, :now), closed_at = null, closed_by = null,"
            + " decision = null");
  }

  void remind(UUID question) {
    mark(question, "reminded_at = :now");
  }

  void withdraw(UUID question) {
    mark(question, "withdrawn_at = :now, closed_at = coalesce(closed_at, :now)");
  }

  /** With the person who closed it, absent when the last vote did. */
  void close(UUID question, @Nullable PersonId by) {
    sql.sql(
            "update meetings.questions set closed_at = :now, closed_by = :by, decision = null"
                + " where id = :id")
        .param("id", question)
        .param("now", now())
        .param("by", by == null ? null : by.value())
        .update();
  }

  /** With those whose votes the law was asked about. */
  void counted(Question question, UUID decision) {
    sql.sql("update meetings.questions set decision = :decision where id = :id")
        .param("id", question.id())
        .param("decision", decision)
        .update();
    seats.keep(question.id(), decision, question.voters());
  }

  void decided(UUID question, LocalDate day, boolean adopted, UUID document) {
    sql.sql(
            """
            update meetings.questions
            set decided_on = :day, adopted = :adopted, document = :document
            where id = :id
            """)
        .param("id", question)
        .param("day", day)
        .param("adopted", adopted)
        .param("document", document)
        .update();
  }

  private void mark(UUID question, String assignment) {
    sql.sql("update meetings.questions set " + assignment + " where id = :id")
        .param("id", question)
        .param("now", now())
        .update();
  }

  private JdbcClient.StatementSpec select(String which, String tail) {
    return sql.sql("select * from meetings.questions " + which + " " + tail);
  }

  /** Those who were counted, or who would be if it were done now. */
  private List<Voter> voters(ResultSet row, List<Vote> votes) throws SQLException {
    var counted = seats.counted(row.getObject("decision", UUID.class));
    if (!counted.isEmpty()) {
      return counted;
    }
    var voted = votes.stream().map(Vote::voter).toList();
    var cooperative = new CooperativeId(uuid(row, "cooperative"));
    @Nullable Instant closedAt = instant(row, "closed_at");
    return closedAt == null
        ? seats.today(cooperative, voted)
        : seats.on(closedAt, cooperative, voted);
  }

  private List<Vote> votes(UUID question) {
    return sql.sql("select * from meetings.votes where question = :id order by entry")
        .param("id", question)
        .query(
            (row, n) ->
                new Vote(
                    new PersonId(uuid(row, "person")),
                    Choice.of(row.getString("choice")),
                    row.getObject("cast_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private Question question(ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    var votes = votes(id);
    boolean decided = row.getObject("adopted") != null;
    return new Question(
        id,
        new CooperativeId(uuid(row, "cooperative")),
        row.getString("case_id"),
        new Matter(
            row.getString("kind"),
            new PersonId(uuid(row, "subject")),
            uuid(row, "about"),
            row.getLong("about_number"),
            row.getObject("about_day", LocalDate.class)),
        instant(row, "opened_at"),
        row.getObject("decide_by", LocalDate.class),
        instant(row, "reminded_at"),
        instant(row, "closed_at"),
        decided ? row.getBoolean("adopted") : null,
        row.getObject("withdrawn_at") != null,
        voters(row, votes),
        votes);
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private OffsetDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC);
  }
}
