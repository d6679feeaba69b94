package coop.artel.registry;

import coop.artel.values.CooperativeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose turn it is to change a cooperative's register or offices. */
final class Heads {
  private Heads() {}

  /** Waits for everybody who came before; the turn lasts until the end of the transaction. */
  static void lock(JdbcClient database, CooperativeId cooperative) {
    boolean known =
        database
            .sql(
                "select cooperative from registry.heads where cooperative = :cooperative for"
                    + " update")
            .param("cooperative", cooperative.value())
            .query((row, number) -> true)
            .optional()
            .isPresent();
    if (!known) {
      throw new CooperativeUnknown(cooperative);
    }
  }
}
