package coop.artel.chain;

import coop.artel.chain.ChainState.Phase;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The chain that is open now, and how it fares. Whoever starts a chain opens it here; whoever uses
 * it takes it from here and tells how that went.
 */
@Component
class ChainConnection {
  private @Nullable Network network;
  private boolean development;
  private boolean checked;
  private @Nullable String remark;
  private @Nullable String unreachable;
  private @Nullable String undelivered;
  private boolean quiet;
  private Node.@Nullable Block standing;
  private Node.@Nullable Block head;
  private ChainState state =
      new ChainState(Phase.ABSENT, "chain.not-set", Instant.now(), null, null, false);

  synchronized ChainState state() {
    return state;
  }

  /** The newest block at the last look. */
  synchronized Optional<Node.Block> head() {
    return Optional.ofNullable(head);
  }

  synchronized Optional<Network> network() {
    return Optional.ofNullable(network);
  }

  /** No chain is open, and none will be before something changes. */
  synchronized void absent(String reason, boolean development) {
    without(Phase.ABSENT, reason, development);
  }

  /** No chain is open yet. */
  synchronized void starting(String reason, boolean development) {
    without(Phase.STARTING, reason, development);
  }

  /** The chain that was open is gone and comes again. */
  synchronized void lost(String reason, boolean development) {
    without(Phase.DOWN, reason, development);
  }

  private void without(Phase phase, String reason, boolean development) {
    forget();
    this.development = development;
    change(phase, reason);
  }

  /**
   * A chain can be used from now on; it is ready once it was looked at.
   *
   * @param remark what people should know although it is ready, as a message key
   */
  synchronized void open(Network network, boolean development, @Nullable String remark) {
    forget();
    this.network = network;
    this.development = development;
    this.remark = remark;
    change(Phase.STARTING, "chain.connecting");
  }

  synchronized void answered(Network which, Node.Block head) {
    answered(which, head, false);
  }

  /**
   * The right chain has answered.
   *
   * @param quiet whether its newest block is older than it should be
   */
  synchronized void answered(Network which, Node.Block head, boolean quiet) {
    if (which == network) {
      if (standing != null && head.number() > standing.number()) {
        standing = null;
      }
      this.checked = true;
      this.unreachable = null;
      this.quiet = quiet;
      this.head = head;
      judge();
    }
  }

  synchronized void unreachable(Network which, String reason) {
    if (which == network) {
      this.unreachable = reason;
      judge();
    }
  }

  /** Stays until a delivery succeeds: a chain that answers may still take nothing. */
  synchronized void undelivered(Network which, String reason) {
    if (which == network) {
      this.undelivered = reason;
      this.standing = null;
      judge();
    }
  }

  /** A transaction waits and no block comes; that is over with the next block. */
  synchronized void stalled(Network which, Node.Block last) {
    if (which == network) {
      this.head = last;
      this.undelivered = null;
      this.standing = last;
      judge();
    }
  }

  synchronized void delivered(Network which) {
    if (which == network) {
      this.checked = true;
      this.unreachable = null;
      this.undelivered = null;
      this.standing = null;
      this.quiet = false;
      judge();
    }
  }

  private void judge() {
    var trouble = unreachable == null ? undelivered : unreachable;
    if (trouble != null) {
      change(Phase.DOWN, trouble);
    } else if (quiet || standing != null) {
      change(Phase.DOWN, ChainStalled.REASON);
    } else if (checked) {
      change(Phase.READY, remark);
    }
  }

  private void forget() {
    if (network != null) {
      network.close();
    }
    network = null;
    checked = false;
    quiet = false;
    standing = null;
    remark = null;
    unreachable = null;
    undelivered = null;
    head = null;
  }

  private void change(Phase phase, @Nullable String reason) {
    var place = network == null ? null : network.place();
    var since = sameAsNow(phase, reason) ? state.since() : begin(reason);
    state =
        new ChainState(
            phase,
            reason,
            since,
            place == null ? null : place.chainId(),
            place == null ? null : place.contract(),
            development,
            checked && unreachable == null);
  }

  private Instant begin(@Nullable String reason) {
    var now = Instant.now();
    return ChainStalled.REASON.equals(reason) && head != null && head.at().isBefore(now)
        ? head.at()
        : now;
  }

  private boolean sameAsNow(Phase phase, @Nullable String reason) {
    return phase == state.phase() && Objects.equals(reason, state.reason());
  }
}
