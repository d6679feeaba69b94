package coop.artel.meetings;

import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which questions a council has decided, and when. */
@Service
public class DecidedQuestions {
  private final JdbcClient sql;

  DecidedQuestions(JdbcClient sql) {
    this.sql = sql;
  }

  /** A question of a case with the day of its decision. */
  public record Decided(String caseId, LocalDate on) {}

  /**
   * @param kind of the matter
   */
  public List<Decided> between(
      CooperativeId cooperative, String kind, LocalDate first, LocalDate last) {
    return sql.sql(
            """
            select case_id, max(decided_on) as decided_on from meetings.questions
            where cooperative = :cooperative and kind = :kind and decided_on is not null
            group by case_id having max(decided_on) between :first and :last
            """)
        .param("cooperative", cooperative.value())
        .param("kind", kind)
        .param("first", first)
        .param("last", last)
        .query((row, n) -> new Decided(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
  }
}
