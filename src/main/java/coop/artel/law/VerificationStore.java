package coop.artel.law;

import coop.artel.jurisdiction.Calendar;
import coop.artel.jurisdiction.Confidence;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.Norm;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verifications as rows, each of a figure exactly as it stood. */
@Component
class VerificationStore {
  private final JdbcClient database;
  private final Editions editions;
  private final LegalClock clock;

  VerificationStore(JdbcClient database, Editions editions, LegalClock clock) {
    this.database = database;
    this.editions = editions;
    this.clock = clock;
  }

  /** Who verified a figure, and when by the legal clock. */
  record Row(
      String subject,
      String digest,
      boolean demonstration,
      PersonId verifiedBy,
      PersonId secondedBy,
      Instant at) {}

  /**
   * SHA-256 of what a lawyer verifies under a subject: the figures of medium confidence with their
   * articles, or the days that a year's act moves. Refused where there is no such figure.
   */
  String digest(String country, String subject) {
    var files = editions.current(country).country();
    if (!files.verifiable().contains(subject)) {
      throw VerificationRefused.notVerifiable(subject);
    }
    return digest(files, subject);
  }

  /** The same of files at hand. */
  static String digest(Country country, String subject) {
    var norm = country.norm(subject);
    return norm.isPresent()
        ? Sha256.of(
            Map.of(
                "country", country.id(),
                "figure", subject,
                "unit", norm.get().unit(),
                "values", values(norm.get())))
        : Sha256.of(
            Map.of(
                "country", country.id(),
                "figure", subject,
                "values", values(year(country, subject))));
  }

  private static List<Map<String, String>> values(Norm norm) {
    var values = new ArrayList<Map<String, String>>();
    new TreeMap<>(norm.byLegalForm())
        .forEach(
            (form, figures) ->
                figures.byFirstDay().values().stream()
                    .flatMap(Optional::stream)
                    .filter(figure -> figure.confidence() == Confidence.MEDIUM)
                    .forEach(
                        figure ->
                            values.add(
                                Map.of(
                                    "form", form,
                                    "since", figure.since().map(LocalDate::toString).orElse(""),
                                    "value", figure.value(),
                                    "article", figure.article()))));
    return values;
  }

  private static List<Map<String, String>> values(Calendar.YearOfTransfers year) {
    var values = new ArrayList<Map<String, String>>();
    values.add(Map.of("act", year.act(), "value", year.standing().value()));
    year.moved()
        .forEach(
            moved ->
                values.add(Map.of("from", moved.from().toString(), "to", moved.to().toString())));
    return values;
  }

  private static Calendar.YearOfTransfers year(Country country, String subject) {
    int year = Integer.parseInt(subject.substring(subject.indexOf('/') + 1));
    return Optional.ofNullable(country.calendar().years().get(year))
        .orElseThrow(() -> new IllegalStateException("There is no " + subject));
  }

  /** Verifying the same figure again changes nothing. */
  void add(
      String country,
      String subject,
      boolean demonstration,
      PersonId first,
      PersonId second,
      @Nullable UUID deed) {
    if (first.equals(second)) {
      throw VerificationRefused.samePerson();
    }
    database
        .sql(
            """
            insert into law.verifications (country, subject, digest, demonstration, verified_by,
              seconded_by, verified_at, deed)
            values (:country, :subject, :digest, :demonstration, :first, :second, :at, :deed)
            on conflict do nothing
            """)
        .param("country", country)
        .param("subject", subject)
        .param("digest", digest(country, subject))
        .param("demonstration", demonstration)
        .param("first", first.value())
        .param("second", second.value())
        .param("at", Timestamp.from(clock.now()))
        .param("deed", deed)
        .update();
  }

  /**
   * What is verified of a country as its files stand today, by subject.
   *
   * @param demonstration whether those count, too, that were made only to show the service; one
   *     made in earnest goes before them
   */
  SortedMap<String, Row> standing(String country, boolean demonstration) {
    return standing(editions.current(country).country(), demonstration);
  }

  /** The same of a country as its files stand in some edition. */
  SortedMap<String, Row> standing(Country files, boolean demonstration) {
    var verifiable = files.verifiable();
    var standing = new TreeMap<String, Row>();
    database
        .sql(
            """
            select * from law.verifications
            where country = :country and (:demonstration or not demonstration)
            order by demonstration desc, verified_at
            """)
        .param("country", files.id())
        .param("demonstration", demonstration)
        .query(
            (row, number) ->
                new Row(
                    row.getString("subject"),
                    row.getString("digest"),
                    row.getBoolean("demonstration"),
                    new PersonId(row.getObject("verified_by", UUID.class)),
                    new PersonId(row.getObject("seconded_by", UUID.class)),
                    row.getObject("verified_at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .filter(row -> verifiable.contains(row.subject()))
        .filter(row -> row.digest().equals(digest(files, row.subject())))
        .forEach(row -> standing.put(row.subject(), row));
    return standing;
  }
}
