package coop.artel.chain;

import coop.artel.chain.ChainState.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how the chain fares. It is always up: a chain outage stops nobody. */
@Component("chainHealthIndicator")
class ChainHealth implements HealthIndicator, MeterBinder {
  private final ChainConnection connection;

  ChainHealth(ChainConnection connection) {
    this.connection = connection;
  }

  @Override
  public Health health() {
    var state = connection.state();
    var health =
        Health.up()
            .withDetail("anchoring", state.phase() == Phase.READY ? "working" : "waiting")
            .withDetail("phase", state.phase())
            .withDetail("since", state.since())
            .withDetail("development", state.development());
    if (state.reason() != null) {
      health.withDetail("reason", state.reason());
    }
    if (state.chainId() != null) {
      health.withDetail("chainId", state.chainId());
    }
    if (state.contract() != null) {
      health.withDetail("contract", state.contract());
    }
    connection.network().ifPresent(network -> tellOf(network, health));
    connection
        .head()
        .ifPresent(
            head ->
                health
                    .withDetail("headBlock", head.number())
                    .withDetail("headAgeSeconds", age(head)));
    return health.build();
  }

  /** Nodes by their place in the settings: their addresses are for those who run them. */
  private static void tellOf(Network network, Health.Builder health) {
    var troubles = network.troubles();
    var told = new TreeMap<String, String>();
    for (int i = 0; i < troubles.size(); i++) {
      var place = "node" + (i + 1);
      troubles.get(i).ifPresent(reason -> told.put(place, reason));
    }
    health
        .withDetail("account", network.account())
        .withDetail("nodes", troubles.size())
        .withDetail("nodesUsable", troubles.size() - told.size());
    if (!told.isEmpty()) {
      health.withDetail("nodesRefused", told);
    }
  }

  private long usableNodes() {
    return connection
        .network()
        .map(network -> network.troubles().stream().filter(Optional::isEmpty).count())
        .orElse(0L);
  }

  /** Without a chain the head has no age: not a number. */
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "artel.chain.head.age",
            () -> connection.head().map(ChainHealth::age).map(Long::doubleValue).orElse(Double.NaN))
        .baseUnit("seconds")
        .description("Age of the newest block at the last look: it grows where a chain has stopped")
        .register(registry);
    Gauge.builder("artel.chain.ready", () -> connection.state().phase() == Phase.READY ? 1 : 0)
        .description("1 while anchors can be made")
        .register(registry);
    Gauge.builder("artel.chain.nodes.usable", this::usableNodes)
        .description("Addresses of nodes that may be asked")
        .register(registry);
  }

  private static long age(Node.Block head) {
    return Math.max(0, Duration.between(head.at(), Instant.now()).toSeconds());
  }
}
