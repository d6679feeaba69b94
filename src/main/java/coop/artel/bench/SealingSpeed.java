package coop.artel.bench;

import coop.artel.notary.Sequencer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast what is recorded gets into the log, against reading the same rows and copying them: into
 * a table like the log's own, and into one without any index. All are durable, and commit batch by
 * batch.
 */
final class SealingSpeed {
  /** How much is measured. */
  record Size(int blocks, int warmUp, int batches) {
    static final Size WHOLE = new Size(9, 2, 4);
  }

  private static final int BATCH = Sequencer.BATCH;
  private static final String ALIKE = "copied_alike";
  private static final String BARE = "copied_bare";

  private final Sequencer sequencer;
  private final DataSource owner;
  private final JdbcClient sql;
  private final Size size;

  SealingSpeed(ApplicationContext service, Size size) {
    this.sequencer = service.getBean(Sequencer.class);
    this.owner = service.getBean("ownerDataSource", DataSource.class);
    this.sql = service.getBean(JdbcClient.class);
    this.size = size;
  }

  List<Measurement> measure(PrintStream progress) throws SQLException, InterruptedException {
    awaitEditions();
    sequencer.stop();
    createTables();
    double[] sealing = new double[size.blocks];
    double[] alike = new double[size.blocks];
    double[] bare = new double[size.blocks];
    double[] hashing = new double[size.blocks];
    try {
      sequencer.sequenceNow();
      for (int block = -size.warmUp; block < size.blocks; block++) {
        long before = FilledQueue.fill(sql, records()).first() - 1;
        boolean sealedFirst = block % 2 == 0;
        long hashed = sequencer.hashingNanos();
        double s = sealedFirst ? seal() : 0;
        double a = copy(ALIKE, before);
        double b = copy(BARE, before);
        s = sealedFirst ? s : seal();
        double h = (sequencer.hashingNanos() - hashed) / 1e9;
        progress.printf(
            "block %d: %.0f records/s sealed, hashing %.1f of %.1f ms a batch, %.0f and without"
                + " index %.0f rows/s copied%n",
            block,
            records() / s,
            h * 1e3 / size.batches,
            s * 1e3 / size.batches,
            records() / a,
            records() / b);
        if (block >= 0) {
          sealing[block] = s;
          alike[block] = a;
          bare[block] = b;
          hashing[block] = h;
        }
      }
    } finally {
      sequencer.start();
    }
    return measurements(sealing, alike, bare, hashing);
  }

  /** The service records the edition of its rules when it has compiled it, not before it is up. */
  private void awaitEditions() throws InterruptedException {
    while (sql.sql("select not exists (select from law.editions_in_use)")
        .query(Boolean.class)
        .single()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private int records() {
    return size.batches * BATCH;
  }

  private void createTables() {
    var tables = JdbcClient.create(owner);
    tables.sql("create table %s (like notary.entries including all)".formatted(ALIKE)).update();
    tables.sql("create table %s (like notary.entries)".formatted(BARE)).update();
  }

  private List<Measurement> measurements(
      double[] sealing, double[] alike, double[] bare, double[] hashing) {
    double[] speeds = new double[size.blocks];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = records() / sealing[i];
    }
    double[] ratios = Measurement.ratios(alike, sealing);
    double[] ofBare = Measurement.ratios(bare, sealing);
    double[] shares = Measurement.ratios(hashing, sealing);
    return List.of(
        Measurement.atLeast(
            "sealing.speed",
            Measurement.median(speeds),
            "records/s in batches of %d".formatted(BATCH),
            30_000,
            Measurement.spread(speeds)),
        Measurement.atLeast(
            "sealing.ratio",
            Measurement.median(ratios),
            "of reading and plain COPY of the same rows",
            0.6,
            Measurement.spread(ratios)),
        Measurement.atLeast(
            "sealing.ratio-bare",
            Measurement.median(ofBare),
            "of reading and plain COPY into a table without index",
            0,
            Measurement.spread(ofBare)),
        Measurement.atMost(
            "sealing.hashing",
            Measurement.median(shares),
            "of the time goes to hashes and tree",
            0.1,
            Measurement.spread(shares)));
  }

  private double seal() {
    long begun = System.nanoTime();
    int sealed = sequencer.sequenceNow();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (sealed != records()) {
      throw new IllegalStateException("%d records were sealed".formatted(sealed));
    }
    return seconds;
  }

  private double copy(String table, long after) throws SQLException {
    long begun = System.nanoTime();
    try (var connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      long last = after;
      for (int batch = 0; batch < size.batches; batch++) {
        last = copyBatch(connection, table, last);
        connection.commit();
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Answers with the last record of the batch. */
  private static long copyBatch(Connection connection, String table, long after)
      throws SQLException {
    var rows = new StringBuilder();
    long last = after;
    try (var statement =
        connection.prepareStatement(
            "select id, leaf from notary.records where id > ? order by id limit ?")) {
      statement.setLong(1, after);
      statement.setInt(2, BATCH);
      var found = statement.executeQuery();
      while (found.next()) {
        last = found.getLong(1);
        rows.append(last).append('\t').append(last).append("\t\\\\x");
        rows.append(HexFormat.of().formatHex(found.getBytes(2))).append('\n');
      }
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy %s from stdin".formatted(table), new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return last;
  }
}
