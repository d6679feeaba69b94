package coop.artel.members;

import coop.artel.members.Imports.Progress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the entering of a list has come, told while the transaction that enters it goes on. */
@Component
class ImportProgress {
  private final JdbcClient sql;
  private final TransactionTemplate beside;

  ImportProgress(JdbcClient sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  void tell(UUID id, int done, int lines) {
    beside.executeWithoutResult(
        begun ->
            sql.sql(
                    """
                    insert into members.import_progress (import, done, lines)
                    values (:id, :done, :lines)
                    on conflict (import) do update
                    set done = excluded.done, lines = excluded.lines
                    """)
                .param("id", id)
                .param("done", done)
                .param("lines", lines)
                .update());
  }

  Optional<Progress> of(UUID id) {
    return sql.sql("select done, lines from members.import_progress where import = ?")
        .param(id)
        .query((row, number) -> new Progress(row.getInt("done"), row.getInt("lines")))
        .optional();
  }

  /** It is entered, or will not be. */
  void forget(UUID id) {
    sql.sql("delete from members.import_progress where import = ?").param(id).update();
  }
}
