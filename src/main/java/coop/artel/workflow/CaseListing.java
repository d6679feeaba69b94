package coop.artel.workflow;

import coop.artel.law.LegalDays;
import coop.artel.notary.Receipt;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps our own table of cases in step with the engine, in the engine's transaction. */
final class CaseListing {
  /** Whose the case is that is about to start in this transaction. */
  record Beginning(CooperativeId cooperative, PersonId subject, @Nullable PersonId by) {}

  private final JdbcClient sql;
  private final Records records;
  private final LegalClock clock;
  private final LegalDays days;

  CaseListing(JdbcClient sql, Records records, LegalClock clock, LegalDays days) {
    this.sql = sql;
    this.records = records;
    this.clock = clock;
    this.days = days;
  }

  void began(String caseId, String process, Beginning beginning) {
    records.subject(caseId, beginning.subject());
    int year = days.of(beginning.cooperative()).getYear();
    sql.sql(
            """
            insert into workflow.cases (id, process, cooperative, subject, started_by, started,
              year, number)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            caseId,
            process,
            beginning.cooperative().value(),
            beginning.subject().value(),
            beginning.by() == null ? null : beginning.by().value(),
            now(),
            year,
            nextNumber(beginning.cooperative(), year))
        .update();
  }

  /** Whoever starts a case holds the cooperative's row to the end: numbers have no gaps. */
  private int nextNumber(CooperativeId cooperative, int year) {
    return sql.sql(
            """
            insert into workflow.case_numbers as it (cooperative, year, last) values (?, ?, 1)
            on conflict (cooperative, year) do update set last = it.last + 1
            returning last
            """)
        .params(cooperative.value(), year)
        .query(Integer.class)
        .single();
  }

  void ended(String caseId, String end) {
    sql.sql("update workflow.cases set ended = ?, outcome = ? where id = ?")
        .params(now(), end, caseId)
        .update();
  }

  /** Who finished which task, with the record that it left. */
  void finished(Recording recording) {
    for (Recording.Finished task : recording.finished()) {
      var receipt = recording.receipt(task.id());
      sql.sql(
              """
              insert into workflow.finished_tasks (id, case_id, activity, cooperative, person,
                deputy_for, finished, number, digest)
              values (?, ?, ?, ?, ?, ?, now(), ?, ?)
              """)
          .params(
              task.id(),
              task.caseId(),
              task.activity(),
              task.cooperative(),
              task.person(),
              PersonId.valueOf(recording.principalOf(task.id())),
              receipt.map(Receipt::number).orElse(null),
              receipt.map(Receipt::digest).orElse(null))
          .update();
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
  }
}
