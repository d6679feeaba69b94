package coop.artel.law;

import coop.artel.jurisdiction.Citation;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The law watch as rows: changes, their settlements, and checks. */
@Component
class WatchRows {
  private static final String CHANGES =
      """
      select it.*, done.change as done, done.note as settled_note, done.settled_by, done.settled_at
      from law.article_changes it left join law.article_settlements done on done.change = it.id
      """;

  private final JdbcClient sql;

  WatchRows(JdbcClient sql) {
    this.sql = sql;
  }

  void add(ArticleChange it) {
    sql.sql(
            """
            insert into law.article_changes (id, country, act, article, since, note, source,
              marked_by, marked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            it.id(),
            it.country(),
            it.place().act(),
            it.place().article(),
            it.since(),
            it.note(),
            it.source(),
            it.markedBy().value(),
            at(it.markedAt()))
        .update();
  }

  /** Whether nobody was first. */
  boolean settle(UUID change, ArticleChange.Settlement it) {
    return sql.sql(
                """
                insert into law.article_settlements (change, note, settled_by, settled_at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(change, it.note(), it.by().value(), at(it.at()))
            .update()
        > 0;
  }

  void add(String country, ActCheck it) {
    sql.sql(
            """
            insert into law.act_checks (id, country, act, article, checked_on, note, checked_by,
              checked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            country,
            it.place().act(),
            it.place().article(),
            it.day(),
            it.note(),
            it.by().value(),
            at(it.at()))
        .update();
  }

  Optional<ArticleChange> find(UUID id) {
    return sql.sql(CHANGES + "where it.id = ?").param(id).query(WatchRows::change).optional();
  }

  /** Of a country, the newest mark first. */
  List<ArticleChange> changes(String country) {
    return sql.sql(CHANGES + "where it.country = ? order by it.marked_at desc, it.id")
        .param(country)
        .query(WatchRows::change)
        .list();
  }

  /** Which of these are not settled. */
  Set<UUID> open(Collection<UUID> ids) {
    return sql
        .sql(CHANGES + "where it.id = any(:ids) and done.change is null")
        .param("ids", ids.toArray(UUID[]::new))
        .query(WatchRows::change)
        .stream()
        .map(ArticleChange::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of a country, the newest last. */
  List<ActCheck> checks(String country) {
    return sql.sql("select * from law.act_checks where country = ? order by checked_on, checked_at")
        .param(country)
        .query(
            (row, number) ->
                new ActCheck(
                    place(row),
                    day(row, "checked_on"),
                    row.getString("note"),
                    person(row, "checked_by"),
                    instant(row, "checked_at")))
        .list();
  }

  private static ArticleChange change(ResultSet row, int number) throws SQLException {
    return new ArticleChange(
        row.getObject("id", UUID.class),
        row.getString("country"),
        place(row),
        day(row, "since"),
        row.getString("note"),
        row.getString("source"),
        person(row, "marked_by"),
        instant(row, "marked_at"),
        settlement(row));
  }

  private static ArticleChange.@Nullable Settlement settlement(ResultSet row) throws SQLException {
    return row.getObject("done") == null
        ? null
        : new ArticleChange.Settlement(
            row.getString("settled_note"), person(row, "settled_by"), instant(row, "settled_at"));
  }

  private static Citation place(ResultSet row) throws SQLException {
    return new Citation(row.getString("act"), row.getString("article"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static PersonId person(ResultSet row, String column) throws SQLException {
    return new PersonId(row.getObject(column, UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
