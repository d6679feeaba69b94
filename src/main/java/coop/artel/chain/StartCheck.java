package coop.artel.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Whether the chain that the settings name is the one that they describe, asked once while somebody
 * still looks: later a node that contradicts is only left out.
 */
final class StartCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private StartCheck() {}

  static Network.Place place(ChainSettings settings) {
    return new Network.Place(
        Objects.requireNonNull(settings.chainId()),
        Objects.requireNonNull(settings.contract()),
        settings.contractBlock());
  }

  /** The nodes of the settings, each asked only while it is of that chain with that contract. */
  static Node node(ChainSettings settings) {
    var place = place(settings);
    var contract = AnchorContract.compiled();
    return new Node(
        settings.rpc(),
        settings.jwtFile().stream().map(TokenFile::new).toList(),
        settings.trustedCertificates(),
        alone -> Network.check(alone, place, contract));
  }

  /**
   * Throws {@link ContradictedSettings} if a node contradicts the settings and none bears them out.
   * Silence contradicts nothing, nor does a place where no contract is yet: the service waits for
   * both.
   */
  static void refuseContradictions(ChainSettings settings) {
    var place = place(settings);
    var contract = AnchorContract.compiled();
    var threads =
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task, "chain-start-check");
              thread.setDaemon(true);
              return thread;
            });
    try (var node = node(settings)) {
      var answers =
          threads.invokeAll(
              node.each().stream()
                  .<Callable<Node.Block>>map(alone -> () -> Network.check(alone, place, contract))
                  .toList(),
              PATIENCE.toMillis(),
              TimeUnit.MILLISECONDS);
      var contradictions = new ArrayList<String>();
      for (int i = 0; i < answers.size(); i++) {
        try {
          answers.get(i).get();
          return;
        } catch (CancellationException e) {
          // Silent so far.
        } catch (ExecutionException e) {
          if (e.getCause() instanceof ChainUnavailable why && why.contradicts()) {
            contradictions.add(Endpoint.nameOf(settings.rpc().get(i)) + ": " + why.getMessage());
          }
        }
      }
      if (!contradictions.isEmpty()) {
        throw new ContradictedSettings(String.join("; ", contradictions));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }
}
