package coop.artel.chain;

import coop.artel.values.DataFolder;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.web3j.crypto.Credentials;

/**
 * Opens the chain that the settings name, or the development chain, and looks at it every few
 * seconds. The service is ready before either answers, and ends after everything that anchors.
 */
@Component
class ChainWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ChainWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final ChainSettings settings;
  private final DataFolder data;
  private final ChainConnection connection;
  private final DevelopmentChain development;

  private @Nullable ScheduledExecutorService looks;

  ChainWatch(
      ChainSettings settings,
      DataFolder data,
      ChainConnection connection,
      DevelopmentChain development) {
    this.settings = settings;
    this.data = data;
    this.connection = connection;
    this.development = development;
  }

  @Override
  public synchronized void start() {
    if (looks != null) {
      return;
    }
    if (settings.rpc().isEmpty() && settings.embedded()) {
      development.start();
    } else if (settings.rpc().isEmpty()) {
      connection.absent("chain.not-set", false);
    } else {
      connection.starting("chain.connecting", false);
      StartCheck.refuseContradictions(settings);
    }
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "chain-watch");
              thread.setDaemon(true);
              return thread;
            });
    started.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    looks = started;
  }

  private void look() {
    try {
      if (connection.network().isEmpty() && !settings.rpc().isEmpty()) {
        connection.open(network(), false, null);
      }
      connection.network().ifPresent(this::look);
    } catch (ChainUnavailable e) {
      connection.lost(e.reason(), false);
    } catch (RuntimeException e) {
      log.error("The look at the chain failed", e);
    }
  }

  private void look(Network network) {
    try {
      var head = settings.rpc().isEmpty() ? network.check() : network.look();
      connection.answered(network, head, isQuiet(head));
    } catch (ChainUnavailable e) {
      connection.unreachable(network, e.reason());
    }
  }

  private boolean isQuiet(Node.Block head) {
    var longest = settings.longestPause();
    return longest != null && head.at().plus(longest).isBefore(Instant.now());
  }

  private Network network() throws ChainUnavailable {
    var place = StartCheck.place(settings);
    var account = account();
    var node = StartCheck.node(settings);
    var sender =
        new Sender(node, place.chainId(), account, settings.gasPrice(), settings.receiptWait());
    return new Network(node, place, AnchorContract.compiled(), sender, null, () -> {});
  }

  /** A file that was named is never generated: a new key in its place could anchor nothing. */
  private Credentials account() throws ChainUnavailable {
    var named = settings.accountKeyFile();
    if (named == null) {
      return new KeyFile(data.resolve("keys/anchor.key")).account();
    }
    if (Files.notExists(named)) {
      throw new ChainUnavailable("chain.key-missing", "There is no key file " + named, null);
    }
    return new KeyFile(named).account();
  }

  @Override
  public synchronized void stop() {
    if (looks != null) {
      looks.shutdownNow();
      looks = null;
      development.stop();
      connection.lost("chain.stopped", settings.rpc().isEmpty());
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return looks != null;
  }

  /** Before the web server's, so that what it serves can anchor to its last request. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }
}
