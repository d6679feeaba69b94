package coop.artel.law;

import coop.artel.registry.Charter;
import coop.artel.registry.Charter.Figure;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Editions of charters as they were entered, each with the deed that it waits or waited for. */
@Component
class CharterDrafts {
  private final JdbcClient database;

  CharterDrafts(JdbcClient database) {
    this.database = database;
  }

  void add(Charter charter, PersonId by, Instant at, UUID deed) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            insert into law.charter_drafts (id, cooperative, since, entered_by, entered_at, deed)
            values (:id, :cooperative, :since, :by, :at, :deed)
            """)
        .param("id", id)
        .param("cooperative", charter.cooperative().value())
        .param("since", charter.since())
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("deed", deed)
        .update();
    charter.figures().values().forEach(figure -> add(id, figure));
  }

  private void add(UUID draft, Figure figure) {
    database
        .sql(
            """
            insert into law.charter_draft_figures (draft, norm, value, unit, paragraph)
            values (:draft, :norm, :value, :unit, :paragraph)
            """)
        .param("draft", draft)
        .param("norm", figure.norm())
        .param("value", figure.value())
        .param("unit", figure.unit())
        .param("paragraph", figure.paragraph())
        .update();
  }

  /** The edition that a deed is about, confirmed by nobody. */
  Optional<Charter> ofDeed(UUID deed) {
    return database
        .sql("select id, cooperative, since from law.charter_drafts where deed = :deed")
        .param("deed", deed)
        .query(
            (row, number) ->
                new Charter(
                    new CooperativeId(row.getObject("cooperative", UUID.class)),
                    row.getObject("since", LocalDate.class),
                    figures(row.getObject("id", UUID.class))))
        .optional();
  }

  private Map<String, Figure> figures(UUID draft) {
    var figures = new LinkedHashMap<String, Figure>();
    database
        .sql(
            """
            select * from law.charter_draft_figures where draft = :draft
            order by norm collate "C"
            """)
        .param("draft", draft)
        .query(
            (row, number) ->
                new Figure(
                    row.getString("norm"),
                    row.getString("value"),
                    row.getString("unit"),
                    row.getString("paragraph"),
                    null,
                    null))
        .list()
        .forEach(figure -> figures.put(figure.norm(), figure));
    return figures;
  }
}
