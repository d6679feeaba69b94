package coop.artel.law;

import coop.artel.values.PersonId;
import coop.artel.values.Rounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Editions and what was published of them, as rows. What another node publishes is known here
 * within two seconds, what this one does as soon as it is committed.
 */
@Component
class EditionStore implements DisposableBean {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final String PUBLICATIONS =
      """
      select p.*, s.edition from law.publications p join law.file_sets s on s.digest = p.file_set
      """;

  private final JdbcClient database;
  private final Published published;
  private final Rounds looks;

  EditionStore(JdbcClient database, Published published) {
    this.database = database;
    this.published = published;
    this.looks = new Rounds("published-editions", LOOK, this::look);
  }

  /** From now on this node knows what is published. */
  void follow() {
    look();
    looks.start();
  }

  @Override
  public void destroy() {
    looks.stop();
  }

  private void look() {
    database
        .sql(PUBLICATIONS + " order by country, number")
        .query((row, number) -> publication(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Publication::country))
        .forEach(published::know);
  }

  /**
   * Keeps the files of an edition; what is there already stays as it is.
   *
   * @param edition digest of those of them that decide
   * @return the digest of all of them
   */
  String keep(RuleFiles files, String edition) {
    var digest = files.digest();
    int first =
        database
            .sql(
                """
                insert into law.file_sets (digest, country, edition) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(digest, files.country(), edition)
            .update();
    if (first > 0) {
      files.byPath().forEach((path, text) -> keep(digest, path, text));
    }
    return digest;
  }

  private void keep(String fileSet, String path, String text) {
    var digest = RuleFiles.sha256(text);
    database
        .sql("insert into law.texts (digest, content) values (?, ?) on conflict do nothing")
        .params(digest, text)
        .update();
    database
        .sql("insert into law.file_set_lines (file_set, path, text) values (?, ?, ?)")
        .params(fileSet, path, digest)
        .update();
  }

  /** The files by the digest of all of them. */
  RuleFiles load(String fileSet) {
    SortedMap<String, String> byPath = new TreeMap<>();
    database
        .sql(
            """
            select l.path, t.content from law.file_set_lines l join law.texts t on t.digest = l.text
            where l.file_set = ?
            """)
        .param(fileSet)
        .query(
            (RowCallbackHandler)
                row -> byPath.put(row.getString("path"), row.getString("content")));
    var country =
        database
            .sql("select country from law.file_sets where digest = ?")
            .param(fileSet)
            .query(String.class)
            .single();
    var files = new RuleFiles(country, byPath);
    if (!files.digest().equals(fileSet)) {
      throw new IllegalStateException("The files of %s are not what was kept".formatted(fileSet));
    }
    return files;
  }

  /** A set of files whose deciding ones have this digest. */
  Optional<String> ofEdition(String edition) {
    return database
        .sql("select digest from law.file_sets where edition = ? order by kept_at limit 1")
        .param(edition)
        .query(String.class)
        .optional();
  }

  /** By number. */
  List<Publication> publications(String country) {
    return database
        .sql(PUBLICATIONS + " where p.country = ? order by number")
        .param(country)
        .query((row, number) -> publication(row))
        .list();
  }

  /** Waits for whoever else publishes for a country; the turn lasts as long as the transaction. */
  void lock(String country) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('law.publications:' || ?, 0))")
        .param(country)
        .query((row, number) -> true)
        .single();
  }

  /**
   * Puts an edition in force from a day, under the next number of its country. The caller holds the
   * country's {@link #lock}.
   *
   * @param by author and approver; absent where the service brought it
   */
  Publication publish(
      String country,
      String fileSet,
      @Nullable LocalDate liveFrom,
      @Nullable UUID draft,
      @Nullable String caseId,
      @Nullable By by) {
    database
        .sql(
            """
            insert into law.publications (country, number, file_set, live_from, draft, case_id,
              author, approver)
            select :country, coalesce(max(number), 0) + 1, :set, cast(:from as date),
              cast(:draft as uuid), :case, cast(:author as uuid), cast(:approver as uuid)
            from law.publications where country = :country
            """)
        .param("country", country)
        .param("set", fileSet)
        .param("from", liveFrom)
        .param("draft", draft)
        .param("case", caseId)
        .param("author", by == null ? null : by.author().value())
        .param("approver", by == null ? null : by.approver().value())
        .update();
    var all = publications(country);
    afterCommit(() -> published.know(country, all));
    return all.get(all.size() - 1);
  }

  /** Who published: two persons. */
  record By(PersonId author, PersonId approver) {}

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  /** Whether a program brought these files before. */
  boolean isShipped(String fileSet) {
    return database
        .sql("select exists (select from law.shipments where file_set = ?)")
        .param(fileSet)
        .query(Boolean.class)
        .single();
  }

  void shipped(String country, String fileSet) {
    database
        .sql("insert into law.shipments (country, file_set) values (?, ?) on conflict do nothing")
        .params(country, fileSet)
        .update();
  }

  private static Publication publication(ResultSet row) throws SQLException {
    return new Publication(
        row.getString("country"),
        row.getInt("number"),
        row.getString("file_set"),
        row.getString("edition"),
        Optional.ofNullable(row.getObject("live_from", LocalDate.class)),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("draft", UUID.class)),
        Optional.ofNullable(row.getString("case_id")),
        Optional.ofNullable(row.getObject("author", UUID.class)).map(PersonId::new),
        Optional.ofNullable(row.getObject("approver", UUID.class)).map(PersonId::new));
  }
}
