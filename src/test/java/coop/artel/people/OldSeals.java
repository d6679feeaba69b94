package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database as it was before there were keys of persons, and its way to one that has them. */
public final class OldSeals {
  private final ApplicationContext house;
  private final JdbcTemplate owner;

  public OldSeals(ApplicationContext house) {
    this.house = house;
    owner = new JdbcTemplate(house.getBean(Flyway.class).getConfiguration().getDataSource());
  }

  /**
   * By place and context: whose key opens the value, as its first bytes name the person. The house
   * is others' too; what they erased opens no more and is left out.
   */
  public Map<String, String> subjects() {
    var subjects = new TreeMap<String, String>();
    var cipher = house.getBean(SubjectCipher.class);
    each(
        2,
        (column, value) -> {
          if (cipher.open(value.sealed, value.context.getBytes(UTF_8)).isPresent()) {
            subjects.put(
                column.table() + "." + column.column() + " " + value.context,
                HexFormat.of().formatHex(value.sealed, 0, 17));
          }
        });
    return subjects;
  }

  /** How many values lie under the installation's key alone although it is known whose they are. */
  public long left() {
    var left = new long[1];
    each(1, (column, value) -> left[0]++);
    return left[0];
  }

  /**
   * Puts everything under the installation's key alone; proves the declared contexts on the way.
   */
  public void restore() {
    var subjects = house.getBean(SubjectCipher.class);
    var fields = house.getBean(FieldCipher.class);
    each(
        2,
        (column, value) -> {
          byte[] context = value.context.getBytes(UTF_8);
          byte[] plain = subjects.open(value.sealed, context).orElse(null);
          if (plain != null) {
            owner.execute("alter table " + column.table() + " disable trigger user");
            owner.update(
                "update %s set %s = ? where ctid = ?::tid"
                    .formatted(column.table(), column.column()),
                fields.seal(plain, context),
                value.place);
            owner.execute("alter table " + column.table() + " enable trigger user");
          }
        });
  }

  /** So that it opens no more. */
  public void damage(String table, Object id) {
    owner.execute("alter table " + table + " disable trigger user");
    owner.update(
        "update %s set content = set_byte(content, 20, 255 - get_byte(content, 20)) where id = ?"
            .formatted(table),
        id);
    owner.execute("alter table " + table + " enable trigger user");
  }

  public void remove(String table, Object id) {
    owner.execute("alter table " + table + " disable trigger user");
    owner.update("delete from %s where id = ?".formatted(table), id);
    owner.execute("alter table " + table + " enable trigger user");
  }

  public void sealAnew() {
    house.getBean(SealAnew.class).all();
  }

  private record Value(String place, String context, byte[] sealed) {}

  private void each(int layout, BiConsumer<SealedColumn, Value> consumer) {
    for (var source : house.getBeansOfType(SealedColumn.Source.class).values()) {
      for (SealedColumn column : source.sealed()) {
        owner
            .query(
                """
                select it.ctid::text, %s, it.%s from %s as it
                where get_byte(it.%s, 0) = %d and (%s) is not null
                """
                    .formatted(
                        column.context(),
                        column.column(),
                        column.table(),
                        column.column(),
                        layout,
                        column.subject()),
                (row, number) -> new Value(row.getString(1), row.getString(2), row.getBytes(3)))
            .forEach(value -> consumer.accept(column, value));
      }
    }
  }
}
