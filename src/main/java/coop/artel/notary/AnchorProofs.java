package coop.artel.notary;

import coop.artel.chain.Anchor;
import coop.artel.chain.Chain;
import coop.artel.chain.ChainState;
import coop.artel.chain.ChainUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the chain for what proves our anchors offline and keeps it beside them. Anchors wait for
 * nothing here: what cannot be had now is asked for again later.
 */
@Component
class AnchorProofs {
  private static final Logger LOG = LoggerFactory.getLogger(AnchorProofs.class);
  private static final int AT_ONCE = 10;
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

  private record Unproved(long id, Anchor anchor) {}

  private final JdbcClient database;
  private final Chain chain;
  private final NotaryKeys keys;
  private final Policies policies;
  private final Clock clock;
  private Instant notBefore = Instant.MIN;
  private long below = Long.MAX_VALUE;
  private String told = "";

  AnchorProofs(JdbcClient database, Chain chain, NotaryKeys keys, Policies policies, Clock clock) {
    this.database = database;
    this.chain = chain;
    this.keys = keys;
    this.policies = policies;
    this.clock = clock;
  }

  /** The proof of an anchor that was just made; never a reason not to keep the anchor. */
  synchronized Optional<byte[]> of(Anchor anchor) {
    Optional<byte[]> proof;
    try {
      proof = ask(anchor);
    } catch (ChainUnavailable e) {
      tell(anchor, e.reason(), e.getMessage());
      proof = Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("The anchor in block {} has no proof yet", anchor.block(), e);
      proof = Optional.empty();
    }
    if (proof.isEmpty()) {
      again(AFTER_FAULT);
    }
    return proof;
  }

  /**
   * Asks for what some of our anchors lack, the newest first; all of them in the course of time.
   */
  synchronized void catchUp(ChainState state) {
    if (Pause.lasts(clock.instant(), notBefore, BETWEEN_SWEEPS)) {
      return;
    }
    var unproved = unproved(state);
    for (Unproved each : unproved) {
      below = each.id;
      try {
        ask(each.anchor).ifPresent(proof -> keep(each.id, proof));
      } catch (ChainUnavailable e) {
        tell(each.anchor, e.reason(), e.getMessage());
        notBefore = clock.instant().plus(AFTER_FAULT);
        return;
      }
    }
    if (unproved.isEmpty()) {
      again(BETWEEN_SWEEPS);
    }
  }

  private void again(Duration pause) {
    below = Long.MAX_VALUE;
    notBefore = clock.instant().plus(pause);
  }

  private Optional<byte[]> ask(Anchor anchor) throws ChainUnavailable {
    var proof =
        chain
            .proof(anchor.transaction(), anchor.block())
            .map(AnchorFiles::proof)
            .filter(file -> holds(anchor, file));
    if (proof.isPresent()) {
      told = "";
    }
    return proof;
  }

  /** Once for as long as the reason stays: what is wrong with one block is so with the next. */
  private void tell(Anchor anchor, String reason, @Nullable String message) {
    if (!reason.equals(told)) {
      LOG.warn("The anchor in block {} is not proved by it: {}", anchor.block(), message);
      told = reason;
    }
  }

  /** An export without a proof is better than one with a bad one. */
  private boolean holds(Anchor anchor, byte[] proof) {
    try {
      policies.checkProof(anchor, proof);
      return true;
    } catch (Wrong wrong) {
      tell(anchor, wrong.key(), wrong.getMessage());
      return false;
    }
  }

  private List<Unproved> unproved(ChainState state) {
    return database
        .sql(
            """
            select a.id, a.size, a.chain_id, a.contract, a.transaction, a.block, a.at,
              c.root, c.note
            from notary.standing_anchors a join notary.checkpoints c on c.size = a.size
            where a.chain_id = ? and a.contract = ? and a.id < ?
              and not exists (select from notary.anchor_proofs p where p.anchor = a.id)
            order by a.id desc limit ?
            """)
        .params(state.chainId(), state.contract(), below, AT_ONCE)
        .query((row, i) -> new Unproved(row.getLong("id"), anchor(row, keys.log().origin())))
        .list();
  }

  /** An anchor as its row and that of its checkpoint have it. */
  static Anchor anchor(ResultSet row, String origin) throws SQLException {
    return new Anchor(
        origin,
        row.getLong("size"),
        row.getBytes("root"),
        Hashes.sha256(row.getBytes("note")),
        row.getLong("chain_id"),
        row.getString("contract"),
        row.getString("transaction"),
        row.getLong("block"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private void keep(long anchor, byte[] proof) {
    database
        .sql(
            "insert into notary.anchor_proofs (anchor, proof, kept_at)"
                + " values (?, ?, clock_timestamp()) on conflict do nothing")
        .params(anchor, proof)
        .update();
  }
}
