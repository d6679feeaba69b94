package coop.artel.chain;

import coop.artel.chain.ChainState.Phase;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how the chain fares. It is always up: a chain outage stops nobody. */
@Component("chainHealthIndicator")
class ChainHealth implements HealthIndicator {
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
    connection
        .head()
        .ifPresent(
            head ->
                health
                    .withDetail("headBlock", head.number())
                    .withDetail(
                        "headAgeSeconds",
                        Math.max(0, Duration.between(head.at(), Instant.now()).toSeconds())));
    return health.build();
  }
}
