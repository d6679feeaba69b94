package coop.artel.tour;

import coop.artel.desk.frame.Page;
import java.sql.SQLTransientConnectionException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;

/** Two pages that fail, to be seen failing, in the open house alone: no database is taken down. */
@Page
@TestComponent
class AwayPage {
  static final String DATABASE_AWAY = "/tour/database-away";
  static final String BROKEN = "/tour/broken";

  @GetMapping(DATABASE_AWAY)
  String databaseAway() {
    throw new CannotCreateTransactionException(
        "The pool has none to give", new SQLTransientConnectionException("timed out"));
  }

  @GetMapping(BROKEN)
  String broken() {
    throw new IllegalStateException("Broken, to be looked at");
  }
}
