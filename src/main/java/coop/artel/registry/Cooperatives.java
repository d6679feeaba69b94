package coop.artel.registry;

import coop.artel.registry.Charter.Figure;
import coop.artel.registry.IdentifierCheck.Identifier;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cooperatives that live here, with their charters. */
@UseCase
public class Cooperatives {
  private final JdbcClient database;
  private final IdentifierCheck identifiers;

  public Cooperatives(JdbcClient database, IdentifierCheck identifiers) {
    this.database = database;
    this.identifiers = identifiers;
  }

  /** Refused if its identifiers are not such as its country issues, or if it is here already. */
  public void found(Cooperative cooperative) {
    check(cooperative);
    int written =
        database
            .sql(
                """
                insert into registry.cooperatives (id, country, legal_form, name, short_name,
                  registration_number, tax_number, address, zone, currency, demonstration,
                  founded_at)
                values (:id, :country, :form, :name, :short_name,
                  :registration, :tax, :address, :zone, :currency, :demonstration, now())
                on conflict do nothing
                """)
            .param("id", cooperative.id().value())
            .param("country", cooperative.country())
            .param("form", cooperative.legalForm())
            .param("name", cooperative.name())
            .param("short_name", cooperative.shortName())
            .param("registration", cooperative.registrationNumber())
            .param("tax", cooperative.taxNumber())
            .param("address", cooperative.address())
            .param("zone", cooperative.zone().getId())
            .param("currency", cooperative.currency().getCurrencyCode())
            .param("demonstration", cooperative.demonstration())
            .update();
    if (written == 0) {
      throw new CooperativeKnown(cooperative.registrationNumber());
    }
    database
        .sql("insert into registry.heads (cooperative) values (:id)")
        .param("id", cooperative.id().value())
        .update();
  }

  private void check(Cooperative cooperative) {
    if (cooperative.name().isBlank()
        || cooperative.shortName().isBlank()
        || cooperative.address().isBlank()) {
      throw CooperativeMalformed.nameless();
    }
    if (!valid(cooperative, Identifier.REGISTRATION_NUMBER, cooperative.registrationNumber())) {
      throw CooperativeMalformed.registrationNumber(cooperative.registrationNumber());
    }
    if (!valid(cooperative, Identifier.TAX_NUMBER, cooperative.taxNumber())) {
      throw CooperativeMalformed.taxNumber(cooperative.taxNumber());
    }
  }

  private boolean valid(Cooperative cooperative, Identifier identifier, String value) {
    return identifiers.valid(cooperative.country(), cooperative.legalForm(), identifier, value);
  }

  /** Throws {@link CooperativeUnknown} if there is none. */
  public Cooperative find(CooperativeId id) {
    return database
        .sql("select * from registry.cooperatives where id = :id")
        .param("id", id.value())
        .query((row, number) -> cooperative(row))
        .optional()
        .orElseThrow(() -> new CooperativeUnknown(id));
  }

  /** In the order of founding. */
  public List<Cooperative> all() {
    return database
        .sql("select * from registry.cooperatives order by founded_at, id")
        .query((row, number) -> cooperative(row))
        .list();
  }

  /** Stores an edition of a charter; one of the same first day is refused. */
  public void adopt(Charter charter) {
    find(charter.cooperative());
    for (var figure : charter.figures().values()) {
      if (figure.confirmed() && Objects.equals(figure.confirmedBy(), figure.secondedBy())) {
        throw CharterRefused.samePerson();
      }
    }
    int written =
        database
            .sql(
                """
                insert into registry.charters (cooperative, since, adopted_at)
                values (:cooperative, :since, now())
                on conflict do nothing
                """)
            .param("cooperative", charter.cooperative().value())
            .param("since", charter.since())
            .update();
    if (written == 0) {
      throw CharterRefused.exists(charter.since());
    }
    charter.figures().forEach((norm, figure) -> insert(charter, norm, figure));
  }

  private void insert(Charter charter, String norm, Figure figure) {
    database
        .sql(
            """
            insert into registry.charter_figures (cooperative, since, norm, value, unit, paragraph,
              confirmed_by, seconded_by)
            values (:cooperative, :since, :norm, :value, :unit, :paragraph, :confirmed, :seconded)
            """)
        .param("cooperative", charter.cooperative().value())
        .param("since", charter.since())
        .param("norm", norm)
        .param("value", figure.value())
        .param("unit", figure.unit())
        .param("paragraph", figure.paragraph())
        .param("confirmed", PersonId.valueOf(figure.confirmedBy()))
        .param("seconded", PersonId.valueOf(figure.secondedBy()))
        .update();
  }

  /** A lawyer of the country and a second person confirm a figure that nobody has confirmed yet. */
  public void confirm(
      CooperativeId cooperative, LocalDate since, String norm, PersonId lawyer, PersonId second) {
    if (lawyer.equals(second)) {
      throw CharterRefused.samePerson();
    }
    int confirmed =
        database
            .sql(
                """
                update registry.charter_figures set confirmed_by = :lawyer, seconded_by = :second
                where cooperative = :cooperative and since = :since and norm = :norm
                  and (confirmed_by is null or seconded_by is null)
                """)
            .param("lawyer", lawyer.value())
            .param("second", second.value())
            .param("cooperative", cooperative.value())
            .param("since", since)
            .param("norm", norm)
            .update();
    if (confirmed == 0) {
      throw CharterRefused.figureUnknown(norm, since);
    }
  }

  /**
   * The edition in force on a day; if there was none, an edition of that very day without figures.
   */
  public Charter charter(CooperativeId id, LocalDate day) {
    LocalDate since =
        database
            .sql(
                """
                select max(since) from registry.charters
                where cooperative = :id and since <= :day
                """)
            .param("id", id.value())
            .param("day", day)
            .query(LocalDate.class)
            .optional()
            .orElse(day);
    Map<String, Figure> figures = new LinkedHashMap<>();
    database
        .sql(
            """
            select * from registry.charter_figures
            where cooperative = :id and since = :since order by norm collate "C"
            """)
        .param("id", id.value())
        .param("since", since)
        .query((row, number) -> figure(row))
        .list()
        .forEach(figure -> figures.put(figure.norm(), figure));
    return new Charter(id, since, Collections.unmodifiableMap(figures));
  }

  /**
   * An edition of a charter.
   *
   * @param adoptedAt when it was entered here, by real time
   */
  public record Edition(Charter charter, Instant adoptedAt) {}

  /** All editions of a charter, those that are still ahead too, by their first days. */
  public List<Edition> editions(CooperativeId id) {
    return database
        .sql(
            """
            select since, adopted_at from registry.charters where cooperative = :id order by since
            """)
        .param("id", id.value())
        .query(
            (row, number) ->
                new Edition(
                    charter(id, row.getObject("since", LocalDate.class)),
                    row.getObject("adopted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Cooperative cooperative(ResultSet row) throws SQLException {
    return new Cooperative(
        new CooperativeId(row.getObject("id", UUID.class)),
        row.getString("country"),
        row.getString("legal_form"),
        row.getString("name"),
        row.getString("short_name"),
        row.getString("registration_number"),
        row.getString("tax_number"),
        row.getString("address"),
        ZoneId.of(row.getString("zone")),
        Currency.getInstance(row.getString("currency")),
        row.getBoolean("demonstration"));
  }

  private static Figure figure(ResultSet row) throws SQLException {
    return new Figure(
        row.getString("norm"),
        row.getString("value"),
        row.getString("unit"),
        row.getString("paragraph"),
        person(row, "confirmed_by"),
        person(row, "seconded_by"));
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    return PersonId.orNull(row.getObject(column, UUID.class));
  }
}
