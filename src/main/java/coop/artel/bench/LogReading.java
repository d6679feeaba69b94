package coop.artel.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import coop.artel.notary.MadeLog;
import coop.artel.notary.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What those who verify have to wait for: proofs of single entries on one core, and whole logs,
 * read over loopback from made-up ones, with the memory that it takes.
 */
final class LogReading {
  /**
   * How much is measured.
   *
   * @param batch entries a checkpoint
   */
  record Size(int blocks, int warmUp, int proofs, int smallest, int batch) {
    static final Size WHOLE = new Size(9, 2, 2_000, 10_000, 100);
  }

  private static final double MEGABYTE = 1024.0 * 1024.0;

  /**
   * What is on its way differs from moment to moment; the hashes alone of a million entries are 32.
   */
  private static final double MEGABYTES_OF_CHANCE = 4;

  private final Size size;

  LogReading(Size size) {
    this.size = size;
  }

  List<Measurement> measure(PrintStream progress) throws IOException {
    var found = new ArrayList<Measurement>();
    // What is loaded once for all belongs to no log.
    read(size.smallest, progress);
    var small = read(size.smallest, progress);
    var larger = read(size.smallest * 10, progress);
    var log = MadeLog.of(size.smallest * 100, size.batch);
    var whole = read(log, size.smallest * 100, progress);
    found.add(
        Measurement.atMost(
            "verify.log",
            whole.seconds,
            "s for %d entries".formatted(size.smallest * 100),
            120,
            ""));
    found.add(memory(size.smallest, small, small));
    found.add(memory(size.smallest * 10, larger, small));
    found.add(memory(size.smallest * 100, whole, small));
    found.add(proofs(log, progress));
    return found;
  }

  /**
   * One log verified.
   *
   * @param memory that is in use meanwhile and was not before, in MB, after garbage is collected
   */
  private record Reading(double seconds, double memory) {}

  private static Measurement memory(int entries, Reading reading, Reading smallest) {
    return Measurement.atMost(
        "verify.memory." + entries,
        reading.memory,
        "MB in use",
        smallest.memory + MEGABYTES_OF_CHANCE,
        "");
  }

  private Reading read(int entries, PrintStream progress) throws IOException {
    return read(MadeLog.of(entries, size.batch), entries, progress);
  }

  private static Reading read(MadeLog log, int entries, PrintStream progress) throws IOException {
    try (var server = new Served(log, entries)) {
      Path policy = Files.createTempFile("artel-bench", ".txt");
      try {
        Files.write(policy, log.policy());
        var said = new ByteArrayOutputStream();
        long begun = System.nanoTime();
        int code;
        try (var out = new PrintStream(said)) {
          code =
              VerifyCommand.run(
                  new String[] {"--log", server.address(), "--policy", policy.toString()},
                  out,
                  out);
        }
        double seconds = (System.nanoTime() - begun) / 1e9 - server.measuring;
        if (code != 0) {
          throw new IllegalStateException("The log does not hold: " + said);
        }
        progress.printf(
            "%d entries verified in %.1f s with %.2f MB%n", entries, seconds, server.most);
        return new Reading(seconds, server.most);
      } finally {
        Files.delete(policy);
      }
    }
  }

  private Measurement proofs(MadeLog log, PrintStream progress) {
    var proofs = new ArrayList<byte[]>();
    long entries = size.smallest * 100L;
    for (int i = 0; i < size.proofs; i++) {
      proofs.add(log.proof(i * 7919L % entries));
    }
    double[] speeds = new double[size.blocks];
    for (int block = -size.warmUp; block < size.blocks; block++) {
      long begun = coreTime();
      if (!proofs.stream().allMatch(log::holds)) {
        throw new IllegalStateException("A proof does not hold");
      }
      double speed = size.proofs / ((coreTime() - begun) / 1e9);
      progress.printf("block %d: %.0f proofs/s%n", block, speed);
      if (block >= 0) {
        speeds[block] = speed;
      }
    }
    return Measurement.atLeast(
        "verify.proofs",
        Measurement.median(speeds),
        "proofs/s of one core",
        2_000,
        Measurement.spread(speeds));
  }

  /** Nanoseconds that this thread was at work: what others do beside is no matter of a core. */
  private static long coreTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** A log over HTTP, which looks at the memory in use while somebody waits for its answers. */
  private static final class Served implements AutoCloseable {
    private static final int LOOKS = 4;

    private final MadeLog log;
    private final int entries;
    private final HttpServer server;
    private final double before = used();
    private int bundles;
    private double most;
    private double measuring;

    Served(MadeLog log, int entries) throws IOException {
      this.log = log;
      this.entries = entries;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/log/", this::answer);
      server.start();
    }

    String address() {
      return "http://%s:%d/log"
          .formatted(server.getAddress().getHostString(), server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        String path = exchange.getRequestURI().getPath().substring("/log/".length());
        if (path.startsWith("tile/entries/")) {
          look();
        }
        Optional<byte[]> file = log.find(path);
        exchange.sendResponseHeaders(
            file.isPresent() ? 200 : 404, file.map(it -> (long) it.length).orElse(-1L));
        if (file.isPresent()) {
          exchange.getResponseBody().write(file.get());
        }
      }
    }

    /** Here and there on the way, and near its end. */
    private synchronized void look() {
      int all = Math.max(LOOKS, entries / 256);
      bundles++;
      if (bundles % (all / LOOKS) == 0) {
        long begun = System.nanoTime();
        most = Math.max(most, used() - before);
        measuring += (System.nanoTime() - begun) / 1e9;
      }
    }

    private static double used() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
