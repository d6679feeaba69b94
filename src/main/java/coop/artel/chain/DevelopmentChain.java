package coop.artel.chain;

import coop.artel.chain.AnvilInstallation.NoNpm;
import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * An EVM node of our own for whoever has no network yet: installed, started, given the anchor
 * contract and started again when it ends, all behind the service's back. Nobody waits for it.
 */
@Component
class DevelopmentChain {
  private static final Logger log = LoggerFactory.getLogger(DevelopmentChain.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_END = Duration.ofSeconds(20);

  private final ChainSettings settings;
  private final DataFolder data;
  private final ChainConnection connection;
  private final AnvilInstallation installation;
  private final SavedChain saved;
  private final AnchorContract contract = AnchorContract.compiled();

  private @Nullable Thread thread;

  @Autowired
  DevelopmentChain(ChainSettings settings, DataFolder data, ChainConnection connection) {
    this(settings, data, connection, new AnvilInstallation(data.resolve("chain")));
  }

  DevelopmentChain(
      ChainSettings settings,
      DataFolder data,
      ChainConnection connection,
      AnvilInstallation installation) {
    this.settings = settings;
    this.data = data;
    this.connection = connection;
    this.installation = installation;
    this.saved = new SavedChain(data.resolve("chain"));
  }

  synchronized void start() {
    if (thread == null) {
      connection.starting("chain.starting", true);
      var started = new Thread(this::runAlone, "development-chain");
      started.setDaemon(true);
      started.start();
      thread = started;
    }
  }

  /** Ends the node and waits until it is gone. */
  synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(LONGEST_END.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  /** The system frees the lock however we end, so a folder never serves two services. */
  private void runAlone() {
    try {
      Files.createDirectories(saved.folder());
      try (var file =
              FileChannel.open(
                  saved.folder().resolve("lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = file.tryLock()) {
        if (lock == null) {
          connection.absent("chain.folder-in-use", true);
          return;
        }
        run();
      } catch (OverlappingFileLockException e) {
        connection.absent("chain.folder-in-use", true);
      }
    } catch (IOException e) {
      log.error("The development chain has no folder", e);
      connection.absent("chain.not-started", true);
    } catch (InterruptedException e) {
      connection.lost("chain.stopped", true);
    }
  }

  private void run() throws InterruptedException {
    var pause = FIRST_PAUSE;
    while (!Thread.interrupted()) {
      try {
        installation.checkPrograms();
        if (!install()) {
          return;
        }
        begin("chain.starting");
        serve();
        log.warn("The development chain has ended by itself and is started again");
        connection.lost("chain.node-ended", true);
        pause = FIRST_PAUSE;
      } catch (NoNpm e) {
        if (connection.state().phase() != Phase.ABSENT) {
          log.warn("There is no npm or Node.js here, so no development chain: {}", e.getMessage());
        }
        connection.absent("chain.no-npm", true);
        pause = LONGEST_PAUSE;
      } catch (IOException e) {
        log.warn("The development chain does not start: {}", e.getMessage());
        connection.lost(
            Files.exists(installation.binary()) ? "chain.not-started" : "chain.not-installed",
            true);
      } catch (ChainUnavailable e) {
        log.warn("The development chain cannot be used: {}", e.getMessage());
        connection.lost(e.reason(), true);
      }
      Thread.sleep(pause.toMillis());
      pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
    }
  }

  /** Another attempt does not hide why the last one failed, and since when. */
  private void begin(String step) {
    if (connection.state().phase() != Phase.DOWN) {
      connection.starting(step, true);
    }
  }

  private boolean install() throws IOException, InterruptedException, NoNpm {
    if (!installation.isComplete()) {
      begin("chain.installing");
      log.info("Installing the development chain");
      installation.install();
    }
    if (Files.notExists(installation.binary())) {
      log.warn("npm has no development chain for this platform");
      connection.absent("chain.no-platform", true);
      return false;
    }
    return true;
  }

  /** Returns when the node has ended by itself. */
  private void serve() throws IOException, ChainUnavailable, InterruptedException {
    var pidFile = saved.folder().resolve("anvil.pid");
    Anvil.endOrphan(pidFile, installation.binary());
    if (saved.isBroken()) {
      log.warn("The chain's state was half written and is kept as {}", saved.setAside());
    }
    try (var anvil = startAnvil()) {
      open(anvil, Files.notExists(saved.state()));
      anvil.awaitEnd();
    }
  }

  /** A state that is JSON and still not Anvil's is set aside like one that is half written. */
  private Anvil startAnvil() throws IOException, InterruptedException {
    try {
      return anvil();
    } catch (Anvil.EndedAtOnce e) {
      if (Files.notExists(saved.state())) {
        throw e;
      }
      var aside = saved.setAside();
      try {
        var anvil = anvil();
        log.warn("Anvil could not read the chain's state, which is kept as {}", aside);
        return anvil;
      } catch (IOException again) {
        // It was not the state.
        Files.move(aside, saved.state());
        throw again;
      }
    }
  }

  private Anvil anvil() throws IOException, InterruptedException {
    return Anvil.start(
        installation.command(),
        saved.state(),
        saved.folder().resolve("anvil.pid"),
        saved.folder().resolve("anvil.log"));
  }

  private void open(Anvil anvil, boolean begunAnew) throws ChainUnavailable, IOException {
    var node = new Node(List.of(anvil.address()));
    try {
      var network = deployed(node, begunAnew);
      connection.answered(network, network.check());
      log.info(
          "The development chain is ready at {}, contract {}",
          anvil.address(),
          network.place().contract());
    } catch (ChainUnavailable | IOException e) {
      node.close();
      throw e;
    }
  }

  private Network deployed(Node node, boolean begunAnew) throws ChainUnavailable, IOException {
    var keys = data.resolve("keys");
    var account = new KeyFile(keys.resolve("anchor.key")).account();
    var ownerAccount = new KeyFile(keys.resolve("anchor-owner.key")).account();
    DevelopmentContract.fund(node, account);
    DevelopmentContract.fund(node, ownerAccount);
    var price = settings.gasPrice();
    var patience = settings.receiptWait();
    var owner = new Sender(node, Anvil.CHAIN_ID, ownerAccount, price, patience);
    var sender = new Sender(node, Anvil.CHAIN_ID, account, price, patience);

    var found = new DevelopmentContract(node, contract, owner).find(saved.deployment(), begunAnew);
    DevelopmentContract.save(node, saved);
    saved.keep(found.deployment());
    if (found.lost() != null) {
      log.warn("What was anchored before on the development chain is lost ({})", found.lost());
    }
    var place =
        new Network.Place(
            Anvil.CHAIN_ID, found.deployment().contract(), found.deployment().block());
    var network =
        new Network(
            node, place, contract, sender, owner, () -> DevelopmentContract.save(node, saved));
    connection.open(network, true, found.lost());
    return network;
  }
}
