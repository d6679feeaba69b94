package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service itself, as the role that it connects as, cannot do to the log. */
class AppendOnlyTest {
  private static final String DENIED = "42501";

  /** What moves: where each case stands, keys that are destroyed, and what waits to be sealed. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "heads", Set.of("n", "last", "subject_key", "closed"),
          "subject_keys", Set.of("wrapped", "erased_at"),
          "queue", Set.of());

  private final House house = new House();

  @Test
  void no_row_of_the_log_can_be_changed_or_removed_by_the_service() {
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();

    var tables = tables();
    assertThat(tables.keySet())
        .contains("records", "entries", "tiles", "checkpoints", "anchors", "identity");
    tables.forEach(
        (table, columns) -> {
          denied("truncate notary." + table);
          if (!table.equals("queue")) {
            denied("delete from notary." + table);
          }
          for (String column : columns) {
            if (!ALLOWED.getOrDefault(table, Set.of()).contains(column)) {
              denied("update notary.%s set %s = %s".formatted(table, column, column));
            }
          }
        });
    assertThat(house.count("entries")).isEqualTo(1);
  }

  @Test
  void nor_by_whoever_only_reads() {
    var reader = JdbcClient.create(house.databases.reader());
    for (String table : tables().keySet()) {
      for (String sql :
          List.of(
              "insert into notary.%s default values",
              "delete from notary.%s", "truncate notary.%s")) {
        denied(reader, sql.formatted(table));
      }
    }
  }

  private Map<String, List<String>> tables() {
    var tables = new TreeMap<String, List<String>>();
    JdbcClient.create(house.databases.owner())
        .sql(
            """
            select c.table_name, array_agg(c.column_name::text)
            from information_schema.columns c join information_schema.tables t
              using (table_schema, table_name)
            where table_schema = 'notary' and t.table_type = 'BASE TABLE'
              and c.is_identity = 'NO' group by 1
            """)
        .query(
            row -> {
              tables.put(row.getString(1), List.of((String[]) row.getArray(2).getArray()));
            });
    return tables;
  }

  private void denied(String sql) {
    denied(house.database, sql);
  }

  private static void denied(JdbcClient who, String sql) {
    assertThatThrownBy(() -> who.sql(sql).update())
        .as(sql)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(sql).isEqualTo(DENIED));
  }
}
