package coop.artel.notices;

import coop.artel.members.DataDestroyed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever was erased is written to no more, and told nothing. */
@Component
class ErasedReaders {
  private final JdbcClient sql;

  ErasedReaders(JdbcClient sql) {
    this.sql = sql;
  }

  @EventListener
  void on(DataDestroyed destroyed) {
    for (var table : new String[] {"outbox", "letters", "addresses", "ways", "readers"}) {
      sql.sql("delete from notices." + table + " where person = ?")
          .param(destroyed.person().value())
          .update();
    }
  }
}
