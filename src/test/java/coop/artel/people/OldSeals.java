package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
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

  /** A sealed value of a column, and whose key opens it: its first bytes name the person. */
  public record Lies(String column, String context, String key) {}

  /**
   * What lies under keys of persons. The house is others' too; what they erased opens no more and
   * is left out.
   */
  public List<Lies> subjects() {
    var cipher = house.getBean(SubjectCipher.class);
    return lie(2, it -> cipher.open(it.sealed, it.context.getBytes(UTF_8)).isPresent());
  }

  /** What lies under the installation's key alone although it is known whose it is. */
  public List<Lies> left() {
    return lie(1, it -> true);
  }

  private List<Lies> lie(int layout, Predicate<Value> which) {
    return columns().stream()
        .flatMap(
            column ->
                values(column, layout).stream()
                    .filter(which)
                    .map(
                        it ->
                            new Lies(
                                column.table() + "." + column.column(),
                                it.context,
                                HexFormat.of().formatHex(it.sealed, 0, layout == 1 ? 1 : 17))))
        .toList();
  }

  /**
   * Puts everything under the installation's key alone; proves the declared contexts on the way.
   */
  public void restore() {
    var subjects = house.getBean(SubjectCipher.class);
    var fields = house.getBean(FieldCipher.class);
    for (SealedColumn column : columns()) {
      var old = new ArrayList<Object[]>();
      for (Value value : values(column, 2)) {
        byte[] context = value.context.getBytes(UTF_8);
        subjects
            .open(value.sealed, context)
            .ifPresent(plain -> old.add(new Object[] {fields.seal(plain, context), value.place}));
      }
      owner.execute("alter table " + column.table() + " disable trigger user");
      owner.batchUpdate(
          "update %s set %s = ? where ctid = ?::tid".formatted(column.table(), column.column()),
          old);
      owner.execute("alter table " + column.table() + " enable trigger user");
    }
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

  private List<SealedColumn> columns() {
    return house.getBeansOfType(SealedColumn.Source.class).values().stream()
        .flatMap(source -> source.sealed().stream())
        .toList();
  }

  private List<Value> values(SealedColumn column, int layout) {
    return owner.query(
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
        (row, number) -> new Value(row.getString(1), row.getString(2), row.getBytes(3)));
  }
}
