package coop.artel.law;

import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts of rules as rows; what was written to them is only added to. */
@Component
class RuleDraftStore {
  private final JdbcClient database;

  RuleDraftStore(JdbcClient database) {
    this.database = database;
  }

  UUID add(String country, String title, String reason, @Nullable PersonId author, int base) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            insert into law.rule_drafts (id, country, title, reason, author, base, state)
            values (:id, :country, :title, :reason, cast(:author as uuid), :base, 'open')
            """)
        .param("id", id)
        .param("country", country)
        .param("title", title)
        .param("reason", reason)
        .param("author", author == null ? null : author.value())
        .param("base", base)
        .update();
    return id;
  }

  /**
   * @param lock nobody else changes it until the transaction ends
   */
  Optional<RuleDraft> find(UUID id, boolean lock) {
    return database
        .sql("select * from law.rule_drafts where id = ?" + (lock ? " for update" : ""))
        .param(id)
        .query((row, number) -> draft(row))
        .optional();
  }

  /** Newest first. */
  List<RuleDraft> ofCountry(String country) {
    return database
        .sql("select * from law.rule_drafts where country = ? order by opened_at desc, id")
        .param(country)
        .query((row, number) -> draft(row))
        .list();
  }

  void state(UUID id, RuleDraft.State state) {
    database
        .sql("update law.rule_drafts set state = ? where id = ?")
        .params(state.name().toLowerCase(Locale.ROOT), id)
        .update();
  }

  void base(UUID id, int base) {
    database.sql("update law.rule_drafts set base = ? where id = ?").params(base, id).update();
  }

  /** The caller holds the draft's row. */
  void change(UUID draft, String path, Optional<String> text, @Nullable PersonId by) {
    database
        .sql(
            """
            insert into law.draft_changes (draft, number, path, content, changed_by)
            select :draft, coalesce(max(number), 0) + 1, :path, cast(:content as text),
              cast(:by as uuid)
            from law.draft_changes where draft = :draft
            """)
        .param("draft", draft)
        .param("path", path)
        .param("content", text.orElse(null))
        .param("by", by == null ? null : by.value())
        .update();
  }

  /** The last change of each file, by path. */
  List<RuleDraft.Change> changes(UUID draft) {
    return database
        .sql(
            """
            select distinct on (path) * from law.draft_changes where draft = ?
            order by path, number desc
            """)
        .param(draft)
        .query((row, number) -> change(row))
        .list();
  }

  /** All changes, in their order. */
  List<RuleDraft.Change> history(UUID draft) {
    return database
        .sql("select * from law.draft_changes where draft = ? order by number")
        .param(draft)
        .query((row, number) -> change(row))
        .list();
  }

  /** Whoever wrote to it. */
  Set<PersonId> writers(UUID draft) {
    return database
        .sql(
            """
            select changed_by from law.draft_changes where draft = :draft and changed_by is not null
            union select author from law.rule_drafts where id = :draft and author is not null
            """)
        .param("draft", draft)
        .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static RuleDraft draft(ResultSet row) throws SQLException {
    return new RuleDraft(
        row.getObject("id", UUID.class),
        row.getString("country"),
        row.getString("title"),
        row.getString("reason"),
        Optional.ofNullable(row.getObject("author", UUID.class)).map(PersonId::new),
        row.getInt("base"),
        RuleDraft.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static RuleDraft.Change change(ResultSet row) throws SQLException {
    return new RuleDraft.Change(
        row.getInt("number"),
        row.getString("path"),
        Optional.ofNullable(row.getString("content")),
        Optional.ofNullable(row.getObject("changed_by", UUID.class)).map(PersonId::new),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
