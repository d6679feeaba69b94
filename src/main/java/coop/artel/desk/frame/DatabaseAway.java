package coop.artel.desk.frame;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away for a while from a program that is broken. */
public final class DatabaseAway {
  /** When to try again; a restart of PostgreSQL takes about as long. */
  static final int SECONDS = 5;

  /** PostgreSQL, appendix A: shut down, crashed, starting up, no connection or no disk left. */
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300", "53100");

  private static final String CONNECTION_EXCEPTIONS = "08";

  private DatabaseAway() {}

  /** Whether anything that led to it says so; a failed roll-back hides what went before it. */
  public static boolean isBehind(@Nullable Throwable broken) {
    return isBehind(broken, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isBehind(@Nullable Throwable broken, Set<Throwable> seen) {
    if (broken == null || !seen.add(broken)) {
      return false;
    }
    if (broken instanceof SQLException failed && isAway(failed)) {
      return true;
    }
    if (broken instanceof TransactionSystemException ended
        && isBehind(ended.getApplicationException(), seen)) {
      return true;
    }
    for (Throwable other : broken.getSuppressed()) {
      if (isBehind(other, seen)) {
        return true;
      }
    }
    return isBehind(broken.getCause(), seen);
  }

  private static boolean isAway(SQLException failed) {
    String state = failed.getSQLState();
    return failed instanceof SQLTransientConnectionException
        || state != null && (state.startsWith(CONNECTION_EXCEPTIONS) || STATES.contains(state));
  }
}
