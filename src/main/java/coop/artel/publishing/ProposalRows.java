package coop.artel.publishing;

import coop.artel.law.EditionFault;
import coop.artel.values.PersonId;
import coop.artel.workflow.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals as rows; nothing of them changes, rows are only added. */
@Component
class ProposalRows {
  private static final String SELECT =
      """
      select p.*, s.round, s.file_set, e.proposal is not null as ended, e.publication
      from publishing.proposals p
      join lateral (select * from publishing.submissions
        where proposal = p.id order by round desc limit 1) s on true
      left join publishing.ends e on e.proposal = p.id
      """;

  private final JdbcClient sql;

  ProposalRows(JdbcClient sql) {
    this.sql = sql;
  }

  void add(
      UUID id,
      String country,
      String caseId,
      UUID draft,
      @Nullable Integer restores,
      PersonId author,
      String fileSet) {
    sql.sql(
            """
            insert into publishing.proposals (id, country, case_id, draft, restores, author)
            values (:id, :country, :case, :draft, :restores, :author)
            """)
        .param("id", id)
        .param("country", country)
        .param("case", caseId)
        .param("draft", draft)
        .param("restores", restores, Types.INTEGER)
        .param("author", author.value())
        .update();
    submit(id, 1, fileSet);
  }

  void submit(UUID id, int round, String fileSet) {
    sql.sql("insert into publishing.submissions (proposal, round, file_set) values (?, ?, ?)")
        .params(id, round, fileSet)
        .update();
  }

  void found(Proposal it, List<EditionFault> faults) {
    for (var fault : faults) {
      sql.sql(
              """
              insert into publishing.faults (proposal, round, code, question, arguments)
              values (:proposal, :round, :code, :question, :arguments)
              """)
          .param("proposal", it.id())
          .param("round", it.round())
          .param("code", fault.code())
          .param("question", fault.question().orElse(null), Types.VARCHAR)
          .param("arguments", fault.arguments().toArray(String[]::new))
          .update();
    }
  }

  /**
   * @param liveFrom absent where it is sent back
   */
  void judged(
      Proposal it,
      String task,
      PersonId reviewer,
      @Nullable LocalDate liveFrom,
      @Nullable String note) {
    sql.sql(
            """
            insert into publishing.verdicts (task, proposal, round, reviewer, published, live_from,
              note)
            values (:task, :proposal, :round, :reviewer, :published, :from, :note)
            """)
        .param("task", task)
        .param("proposal", it.id())
        .param("round", it.round())
        .param("reviewer", reviewer.value())
        .param("published", liveFrom != null)
        .param("from", liveFrom, Types.DATE)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  /**
   * @param publication absent where it was withdrawn
   */
  void ended(UUID id, @Nullable Integer publication) {
    sql.sql("insert into publishing.ends (proposal, publication) values (:id, :publication)")
        .param("id", id)
        .param("publication", publication, Types.INTEGER)
        .update();
  }

  Proposal of(Run run) {
    return find(PublishingVariables.PROPOSAL.in(run)).orElseThrow();
  }

  Optional<Proposal> find(UUID id) {
    return sql.sql(SELECT + " where p.id = ?")
        .param(id)
        .query((row, number) -> read(row))
        .optional();
  }

  Optional<Proposal> ofCase(String caseId) {
    return sql.sql(SELECT + " where p.case_id = ?")
        .param(caseId)
        .query((row, number) -> read(row))
        .optional();
  }

  /** The one of a draft that waits for something. */
  Optional<Proposal> openOf(UUID draft) {
    return sql.sql(SELECT + " where p.draft = ? and e.proposal is null order by p.entry limit 1")
        .param(draft)
        .query((row, number) -> read(row))
        .optional();
  }

  /** Those that wait for something, oldest first. */
  List<Proposal> open(String country) {
    return sql.sql(SELECT + " where p.country = ? and e.proposal is null order by p.entry")
        .param(country)
        .query((row, number) -> read(row))
        .list();
  }

  private Proposal read(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    int round = row.getInt("round");
    return new Proposal(
        id,
        row.getString("country"),
        row.getString("case_id"),
        row.getObject("draft", UUID.class),
        Optional.ofNullable(row.getObject("restores", Integer.class)),
        new PersonId(row.getObject("author", UUID.class)),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        round,
        row.getString("file_set"),
        faults(id, round),
        verdicts(id),
        state(row));
  }

  private static Proposal.State state(ResultSet row) throws SQLException {
    if (!row.getBoolean("ended")) {
      return Proposal.State.OPEN;
    }
    return row.getObject("publication") == null
        ? Proposal.State.WITHDRAWN
        : Proposal.State.PUBLISHED;
  }

  private List<EditionFault> faults(UUID id, int round) {
    return sql.sql(
            "select * from publishing.faults where proposal = ? and round = ? order by entry")
        .params(id, round)
        .query(
            (row, number) ->
                new EditionFault(
                    row.getString("code"),
                    Optional.ofNullable(row.getString("question")),
                    Arrays.asList((String[]) row.getArray("arguments").getArray())))
        .list();
  }

  private List<Proposal.Verdict> verdicts(UUID id) {
    return sql.sql("select * from publishing.verdicts where proposal = ? order by entry")
        .param(id)
        .query(
            (row, number) ->
                new Proposal.Verdict(
                    row.getString("task"),
                    row.getInt("round"),
                    new PersonId(row.getObject("reviewer", UUID.class)),
                    Optional.ofNullable(row.getObject("live_from", LocalDate.class)),
                    Optional.ofNullable(row.getString("note")),
                    row.getObject("given_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
