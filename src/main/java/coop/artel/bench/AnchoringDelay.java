package coop.artel.bench;

import coop.artel.chain.Chain;
import coop.artel.chain.ChainUnavailable;
import coop.artel.chain.NetworkCommand;
import coop.artel.chain.TrialChain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a record waits for its anchor while records come steadily: from its commit until the
 * service knows the anchor that covers it. The chain is one that the service did not start. After
 * that, whether the log holds for those who verify it meanwhile.
 */
final class AnchoringDelay {
  /**
   * How much is measured.
   *
   * @param windows of time that are told apart
   * @param seconds of a window
   * @param warmUp seconds before the first
   * @param readings of the log by {@code verify} after the last, while others go on writing
   */
  record Size(int windows, int seconds, int warmUp, int readings) {
    static final Size WHOLE = new Size(7, 6, 5, 5);
  }

  private static final int A_SECOND = 500;
  private static final int TOGETHER = 10;

  /** With less it was another load that was measured. */
  private static final double LEAST_OF_RATE = 0.95;

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final Pattern CONTRACT = Pattern.compile("ARTEL_CHAIN_CONTRACT=(0x[0-9a-f]{40})");

  /** Records that were committed at once. */
  private record Written(long first, long last, long at) {}

  private record Head(String origin, long size, byte[] root, byte[] checkpoint) {}

  private final Class<?> application;
  private final String chain;
  private final Size size;

  /**
   * @param chain address of a node, whose blocks come every two seconds
   */
  AnchoringDelay(Class<?> application, String chain, Size size) {
    this.application = application;
    this.chain = chain;
    this.size = size;
  }

  List<Measurement> measure(PrintStream progress) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("artel-bench");
    Path keys = folder.resolve("network");
    network("deploy", "--rpc", chain, "--keys", keys.toString(), "--new-keys");
    var contract = CONTRACT.matcher(Files.readString(keys.resolve("service.env")));
    if (!contract.find()) {
      throw new IllegalStateException("No contract was deployed");
    }
    try (var service =
        new SpringApplicationBuilder(application)
            .run(
                "--artel.data=" + folder.resolve("data"),
                "--server.port=0",
                "--artel.jobs=false",
                "--artel.notary.sequence-every=2s",
                "--artel.chain.rpc=" + chain,
                "--artel.chain.chain-id=" + TrialChain.chainId(),
                "--artel.chain.contract=" + contract.group(1),
                "--artel.chain.account-key-file=" + keys.resolve("anchor.key"),
                "--logging.level.root=warn")) {
      String url = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
      network("deploy", "--rpc", chain, "--keys", keys.toString(), "--service", url);
      var sql = service.getBean(JdbcClient.class);
      anchorOnce(service.getBean(Chain.class), sql);
      return measure(sql, new LogUnderLoad(url, chain, size.readings, progress), progress);
    } finally {
      Folders.delete(folder);
    }
  }

  /** Whoever anchored before the grant was refused; now the way is open. */
  private static void anchorOnce(Chain chain, JdbcClient sql) throws InterruptedException {
    long begun = System.nanoTime();
    while (!isAnchored(chain, sql)) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new IllegalStateException("The chain takes no anchor");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean isAnchored(Chain chain, JdbcClient sql) {
    var head =
        sql.sql(
                """
                select i.origin, c.size, c.root, sha256(c.note)
                from notary.checkpoints c, notary.identity i order by c.size desc limit 1
                """)
            .query(
                (row, i) ->
                    new Head(row.getString(1), row.getLong(2), row.getBytes(3), row.getBytes(4)))
            .optional();
    try {
      return head.isPresent()
          && chain
                  .anchor(
                      head.get().origin, head.get().size, head.get().root, head.get().checkpoint)
                  .size()
              == head.get().size;
    } catch (ChainUnavailable notYet) {
      return false;
    }
  }

  private static void network(String... arguments) {
    var said = new ByteArrayOutputStream();
    try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      if (NetworkCommand.run(arguments, out, out) != 0) {
        throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
      }
    }
  }

  private List<Measurement> measure(JdbcClient sql, LogUnderLoad log, PrintStream progress)
      throws InterruptedException {
    var seen = new TreeMap<Long, Long>();
    var written = new ArrayList<Written>();
    // What the service recorded of its own opening: the way to the chain is open.
    await(sql, seen, 1);
    long begun = System.nanoTime();
    var writer = new Thread(() -> write(sql, begun, written, log), "bench-writer");
    writer.start();
    while (writer.isAlive()) {
      look(sql, seen);
    }
    writer.join();
    if (written.size() < transactions() || !log.isRead()) {
      throw new IllegalStateException("The writer broke off after " + written.size());
    }
    double rate = transactions() * TOGETHER * 1e9 / (written.get(transactions() - 1).at - begun);
    long entries = await(sql, seen, written.get(written.size() - 1).last);
    progress.printf("%d anchors for %d entries%n", seen.size(), entries);
    return List.of(
        measurement(places(sql, written.get(0).first), written, seen, begun),
        Measurement.atLeast(
            "anchoring.rate", rate, "records/s written", A_SECOND * LEAST_OF_RATE, ""),
        log.measurement((written.size() - transactions()) * TOGETHER));
  }

  /**
   * A transaction every fiftieth of a second; one that comes late is not left out. After what is
   * measured it goes on as long as somebody verifies the log.
   */
  private void write(JdbcClient sql, long begun, List<Written> written, LogUnderLoad log) {
    long between = TimeUnit.SECONDS.toNanos(1) * TOGETHER / A_SECOND;
    for (int i = 0; i < transactions() || !log.isRead(); i++) {
      if (i == transactions()) {
        log.read();
      }
      long rest = begun + i * between - System.nanoTime();
      if (rest > 0) {
        LockSupport.parkNanos(rest);
      }
      var ids = FilledQueue.fill(sql, TOGETHER);
      written.add(new Written(ids.first(), ids.last(), System.nanoTime()));
    }
  }

  private int transactions() {
    return (size.warmUp + size.windows * size.seconds) * A_SECOND / TOGETHER;
  }

  private static void look(JdbcClient sql, TreeMap<Long, Long> seen) throws InterruptedException {
    long known = seen.isEmpty() ? 0 : seen.lastKey();
    sql.sql("select size from notary.anchors where size > ? order by size")
        .param(known)
        .query(Long.class)
        .list()
        .forEach(size -> seen.put(size, System.nanoTime()));
    TimeUnit.MILLISECONDS.sleep(20);
  }

  /** Answers with the size of the log behind a record that is anchored. */
  private static long await(JdbcClient sql, TreeMap<Long, Long> seen, long record)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE) {
      var place =
          sql.sql("select idx from notary.entries where record = ?")
              .param(record)
              .query(Long.class)
              .optional();
      if (place.isPresent() && !seen.isEmpty() && seen.lastKey() > place.get()) {
        return place.get() + 1;
      }
      look(sql, seen);
    }
    throw new IllegalStateException("Record %d was not anchored in a minute".formatted(record));
  }

  private static Map<Long, Long> places(JdbcClient sql, long first) {
    var places = new TreeMap<Long, Long>();
    sql.sql("select record, idx from notary.entries where record >= ?")
        .param(first)
        .query((row, i) -> places.put(row.getLong(1), row.getLong(2)))
        .list();
    return places;
  }

  private Measurement measurement(
      Map<Long, Long> places, List<Written> written, TreeMap<Long, Long> seen, long begun) {
    List<List<Double>> windows = new ArrayList<>();
    for (int i = 0; i < size.windows; i++) {
      windows.add(new ArrayList<>());
    }
    for (Written some : written) {
      double at = (some.at - begun) / 1e9 - size.warmUp;
      if (at < 0 || at >= size.windows * size.seconds) {
        continue;
      }
      int window = (int) (at / size.seconds);
      for (long record = some.first; record <= some.last; record++) {
        long place = Objects.requireNonNull(places.get(record));
        long anchored = Objects.requireNonNull(seen.higherEntry(place)).getValue();
        windows.get(window).add((anchored - some.at) / 1e9);
      }
    }
    double[] each = windows.stream().mapToDouble(AnchoringDelay::late).toArray();
    return Measurement.atMost(
        "anchoring.delay",
        late(windows.stream().flatMap(List::stream).toList()),
        "s, 99 of 100 records at %d/s".formatted(A_SECOND),
        6,
        Measurement.spread(each));
  }

  private static double late(List<Double> delays) {
    return Measurement.quantile(delays.stream().mapToDouble(it -> it).toArray(), 0.99);
  }
}
