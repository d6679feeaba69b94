package coop.artel.notary;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where this node last saw the series of a case, so that an append need not read it first. A guess
 * and no more: number, leaf hash and subject are compared in the statement that writes, under the
 * row's lock, so whatever another node, a rollback or an erasure has changed meanwhile is noticed
 * there. Keys are kept only as long as somebody looks whether any has been destroyed: what another
 * node has destroyed is gone from this one's memory at the next look, and a minute after the last
 * one all are.
 */
final class KnownHeads {
  private static final int MOST = 20_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private record Known(Heads.Head head, long since) {}

  private final LongSupplier nanoTime;

  /** Oldest first. */
  private final LinkedHashMap<String, Known> known = new LinkedHashMap<>();

  private long lookedAt;
  private long destroyed;

  /**
   * @param nanoTime goes on evenly whatever becomes of the clock
   */
  KnownHeads(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong();
  }

  /**
   * Somebody has looked.
   *
   * @param keys how many have ever been destroyed, wherever; if there are more than before, any of
   *     these may be among them
   */
  synchronized void looked(long keys) {
    if (keys != destroyed) {
      known.clear();
    }
    destroyed = keys;
    lookedAt = nanoTime.getAsLong();
  }

  synchronized Optional<Heads.Head> find(String caseId) {
    forgetOld();
    return Optional.ofNullable(known.get(caseId)).map(Known::head);
  }

  /**
   * What an append has left. An empty head says too little of itself to be recognised, and whether
   * a case is closed must not be guessed: neither is kept.
   */
  synchronized void remember(Heads.Head head) {
    known.remove(head.caseId());
    if (head.n() > 0 && !head.closed()) {
      known.put(head.caseId(), new Known(head, nanoTime.getAsLong()));
      if (known.size() > MOST) {
        known.remove(known.keySet().iterator().next());
      }
    }
  }

  synchronized void forget(String caseId) {
    known.remove(caseId);
  }

  synchronized void forgetOld() {
    long now = nanoTime.getAsLong();
    if (now - lookedAt <= LONGEST.toNanos()) {
      return;
    }
    var each = known.values().iterator();
    // Oldest first, since whatever is remembered anew goes to the end.
    while (each.hasNext() && now - each.next().since() > LONGEST.toNanos()) {
      each.remove();
    }
  }
}
