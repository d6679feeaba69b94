package coop.artel.notary;

import coop.artel.TestDatabase;
import coop.artel.signing.StampSettings;
import coop.artel.signing.TimeAuthority;
import coop.artel.values.DataFolder;
import coop.artel.values.LegalClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The notary of one installation, put together by hand on a fresh database. */
final class House {
  static final Instant AT = Instant.parse("2025-03-02T08:30:45.123Z");

  final TestDatabase databases = TestDatabase.fresh();
  final DataSource service = databases.service();
  final JdbcClient database = JdbcClient.create(service);
  final DataSourceTransactionManager transactions = new DataSourceTransactionManager(service);
  final TransactionTemplate transaction = new TransactionTemplate(transactions);
  final DataFolder folder = temporaryFolder();
  final NotaryKeys keys = new NotaryKeys(folder, database);
  final Heads heads = new Heads(database, keys);
  final History history = new History(database);
  Duration offset = Duration.ZERO;
  final LegalClock legalClock = () -> offset;
  final Sequencer sequencer;
  final Records records;

  final FakeChain chain = new FakeChain();
  final TimeAuthority authority;
  final Policies policies;
  private Instant now = AT;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  final Anchorer anchorer;
  final Stamper stamper;

  House() {
    this(Duration.ofMillis(20));
  }

  /**
   * @param every how often the sequencer looks by itself, once started
   */
  House(Duration every) {
    this(every, StampSettings.unset());
  }

  /** With a time-stamping authority. */
  House(StampSettings stamps) {
    this(Duration.ofMillis(20), stamps);
  }

  private House(Duration every, StampSettings stamps) {
    sequencer = sequencer(every);
    records = records(database, heads);
    authority = new TimeAuthority(stamps);
    policies = policies(List.of());
    anchorer = anchorer();
    stamper = new Stamper(database, authority, clock);
  }

  Policies policies(List<String> validators) {
    return new Policies(database, keys, chain.chain, folder, authority, validators);
  }

  /** An anchorer that knows nothing yet, as after a start. */
  Anchorer anchorer() {
    return anchorer(policies);
  }

  Anchorer anchorer(Policies trusted) {
    var proofs = new AnchorProofs(database, chain.chain, keys, trusted, clock);
    return new Anchorer(database, chain.chain, keys, trusted, proofs, Duration.ofMillis(20));
  }

  /** Records as another service node writes them into the same database. */
  Records anotherNode() {
    return records(database, new Heads(database, keys));
  }

  /** Records that count the statements they send. */
  Records counting(AtomicInteger statements) {
    var proxied =
        new DelegatingDataSource(service) {
          @Override
          public Connection getConnection() throws SQLException {
            return counting(super.getConnection(), statements);
          }
        };
    var client = JdbcClient.create(proxied);
    return records(client, new Heads(client, keys));
  }

  private Records records(JdbcClient client, Heads itsHeads) {
    return records(client, itsHeads, AT);
  }

  private Records records(JdbcClient client, Heads itsHeads, Instant at) {
    return new Records(
        client, itsHeads, history, legalClock, sequencer, Clock.fixed(at, ZoneOffset.UTC));
  }

  /** The same node at another time. */
  Records recordsAt(Instant at) {
    return records(database, heads, at);
  }

  private Connection counting(Connection connection, AtomicInteger statements) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
              }
              return method.invoke(connection, arguments);
            });
  }

  /** Exports with these attachments of every case. */
  byte[] export(String caseId, Exports.Attachment... attachments) {
    return export(caseId, policies, attachments);
  }

  byte[] export(String caseId, Policies trusted, Exports.Attachment... attachments) {
    var out = new ByteArrayOutputStream();
    Exports.Source source = any -> List.of(attachments);
    var beans = new StaticListableBeanFactory(Map.of("source", source));
    try {
      new Exports(
              database,
              transactions,
              keys,
              sequencer,
              trusted,
              beans.getBeanProvider(Exports.Source.class))
          .write(caseId, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  LogWatch watch() {
    return new LogWatch(database, new Strays(database));
  }

  StampWatch stampWatch() {
    return new StampWatch(database, authority, stamper);
  }

  StampHealth stampHealth() {
    return new StampHealth(stampWatch(), clock);
  }

  /** Time goes by for whoever waits to try again. */
  void later(Duration time) {
    now = now.plus(time);
  }

  byte[] policy() {
    return policies.text().getBytes(StandardCharsets.UTF_8);
  }

  Sequencer sequencer() {
    return sequencer(Duration.ofMillis(20));
  }

  Sequencer sequencer(Duration every) {
    return new Sequencer(database, transactions, keys, new Strays(database), every);
  }

  <T> T within(Supplier<T> work) {
    T result = transaction.execute(status -> work.get());
    if (result == null) {
      throw new AssertionError("nothing came of it");
    }
    return result;
  }

  List<Receipt> append(String caseId, Happening... happenings) {
    return within(() -> records.append(caseId, List.of(happenings)));
  }

  long count(String table) {
    return database.sql("select count(*) from notary." + table).query(Long.class).single();
  }

  private static DataFolder temporaryFolder() {
    try {
      return new DataFolder(Files.createTempDirectory("notary"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
