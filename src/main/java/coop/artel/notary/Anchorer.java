package coop.artel.notary;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorContradicted;
import coop.artel.chain.Chain;
import coop.artel.chain.ChainState;
import coop.artel.chain.ChainUnavailable;
import coop.artel.values.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the newest checkpoint on the chain whenever the chain is there: one anchor covers whatever
 * waited. Two nodes that anchor the same head get the same anchor back.
 */
@Component
class Anchorer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Anchorer.class);

  private record Head(long size, byte[] root, byte[] note) {}

  private final JdbcClient database;
  private final Chain chain;
  private final NotaryKeys keys;
  private final Policies policies;
  private final AnchorProofs proofs;
  private final Rounds rounds;
  private @Nullable Instant lookedAt;
  private @Nullable String refused;
  private boolean behind;

  Anchorer(
      JdbcClient database,
      Chain chain,
      NotaryKeys keys,
      Policies policies,
      AnchorProofs proofs,
      @Value("${artel.notary.anchor-every:1s}") Duration every) {
    this.database = database;
    this.chain = chain;
    this.keys = keys;
    this.policies = policies;
    this.proofs = proofs;
    this.rounds = new Rounds("notary-anchorer", every, this::anchorNow);
  }

  /**
   * Anchors what is not anchored if the chain answers, also if it took nothing the last time; a
   * chain that does not stops nobody.
   */
  synchronized void anchorNow() {
    policies.write();
    var state = chain.state();
    if (!state.answers()) {
      return;
    }
    try {
      lookForLostAnchors(state);
      var head = unanchored(state);
      if (head.isPresent()) {
        anchorOrLarger(head.get());
      }
      proofs.catchUp(state);
      refused = null;
    } catch (ChainUnavailable e) {
      if (!e.reason().equals(refused)) {
        LOG.info("The chain took no anchor: {}", e.getMessage());
      }
      refused = e.reason();
    }
  }

  /**
   * A development chain that was begun anew has the same id and address but not our anchors: they
   * are marked as lost. Any other chain that shows less is only late, and tells again.
   */
  private void lookForLostAnchors(ChainState state) throws ChainUnavailable {
    if (state.since().equals(lookedAt)) {
      return;
    }
    var newest = chain.newest(keys.log().origin()).orElse(null);
    long there = newest == null ? 0 : newest.size();
    long known = anchoredSize(state);
    if (state.development()) {
      int lost = markLost(state, newest);
      if (lost > 0) {
        LOG.warn("The development chain was begun anew without {} anchors of ours", lost);
      }
    } else if (known > there) {
      LOG.warn("The chain holds anchors up to {} entries, not {}; anchoring again", there, known);
      behind = true;
    }
    lookedAt = state.since();
  }

  /** What is above the newest anchor there, or in its place, or at another contract, is gone. */
  private int markLost(ChainState state, @Nullable Anchor newest) {
    return database
        .sql(
            """
            insert into notary.lost_anchors (anchor, noticed_at)
            select a.id, clock_timestamp() from notary.anchors a
            where a.chain_id = :chain
              and (a.contract <> :contract or a.size > :size
                or a.size = :size and (a.transaction, a.at) is distinct from (:transaction, :at))
              and not exists (select from notary.lost_anchors l where l.anchor = a.id)
            on conflict do nothing
            """)
        .param("chain", state.chainId())
        .param("contract", state.contract())
        .param("size", newest == null ? 0 : newest.size())
        .param("transaction", newest == null ? "" : newest.transaction())
        .param("at", utc(newest == null ? Instant.EPOCH : newest.at()))
        .update();
  }

  private Optional<Head> unanchored(ChainState state) {
    long anchored = behind ? 0 : anchoredSize(state);
    return database
        .sql(
            "select size, root, note from notary.checkpoints where size > ? order by size desc"
                + " limit 1")
        .param(anchored)
        .query((row, i) -> new Head(row.getLong(1), row.getBytes(2), row.getBytes(3)))
        .optional();
  }

  private long anchoredSize(ChainState state) {
    return database
        .sql(
            """
            select coalesce(max(a.size), 0) from notary.anchors a
            where a.chain_id = ? and a.contract = ?
              and not exists (select from notary.lost_anchors l where l.anchor = a.id)
            """)
        .params(state.chainId(), state.contract())
        .query(Long.class)
        .single();
  }

  /**
   * Another node may have anchored a newer head of the same log since ours was read: what the chain
   * holds then is ours as well, and no contradiction.
   */
  private void anchorOrLarger(Head head) throws ChainUnavailable {
    try {
      anchor(head);
    } catch (AnchorContradicted e) {
      var larger = headOf(chain.newest(keys.log().origin()).map(Anchor::size).orElse(0L));
      if (larger.isEmpty() || larger.get().size() <= head.size()) {
        throw e;
      }
      anchor(larger.get());
    }
  }

  private Optional<Head> headOf(long size) {
    return database
        .sql("select size, root, note from notary.checkpoints where size = ?")
        .param(size)
        .query((row, i) -> new Head(row.getLong(1), row.getBytes(2), row.getBytes(3)))
        .optional();
  }

  private void anchor(Head head) throws ChainUnavailable {
    var anchor =
        chain.anchor(keys.log().origin(), head.size(), head.root(), Hashes.sha256(head.note()));
    keep(anchor, proofs.of(anchor));
    behind = false;
  }

  /** Both at once: whoever sees that a record is anchored can take its proof along. */
  private void keep(Anchor anchor, Optional<byte[]> proof) {
    database
        .sql(
            """
            with kept as (
              insert into notary.anchors (size, chain_id, contract, transaction, block, at)
              values (:size, :chain, :contract, :transaction, :block, :at)
              on conflict do nothing returning id)
            insert into notary.anchor_proofs (anchor, proof, kept_at)
            select id, :proof::bytea, clock_timestamp() from kept
            where :proof::bytea is not null
            """)
        .param("size", anchor.size())
        .param("chain", anchor.chainId())
        .param("contract", anchor.contract())
        .param("transaction", anchor.transaction())
        .param("block", anchor.block())
        .param("at", utc(anchor.at()))
        .param("proof", proof.orElse(null))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  @Override
  public void start() {
    policies.write();
    rounds.start();
  }

  @Override
  public void stop() {
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
