package coop.artel.notary;

import coop.artel.chain.Anchor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the checkpoints over all of a case its export rests on. */
final class ExportSeals {
  /** What is wanted of an anchor is joined, what is taken along is joined loosely. */
  private static final String ANCHORED =
      """
      select c.size, c.root, c.note, a.chain_id, a.contract, a.transaction, a.block, a.at,
        p.proof, s.answer
      from notary.standing_anchors a join notary.checkpoints c on c.size = a.size
        %s notary.anchor_proofs p on p.anchor = a.id
        %s notary.time_stamps s
          on s.size = a.size and encode(s.authority, 'hex') = any(:authorities)
      where a.size > :index and a.chain_id = :chain and a.contract = any(:contracts)
      order by %s limit 1
      """;

  private static final String LOOSELY = "left join";
  private static final String STRICTLY = "join";

  /**
   * A checkpoint over all of a case.
   *
   * @param proof of the anchor, as its file
   * @param stamp as its file
   */
  record Seal(
      long size,
      byte[] note,
      @Nullable Anchor anchor,
      byte @Nullable [] proof,
      byte @Nullable [] stamp) {}

  private final JdbcClient database;
  private final NotaryKeys keys;
  private final Policies policies;

  ExportSeals(JdbcClient database, NotaryKeys keys, Policies policies) {
    this.database = database;
    this.keys = keys;
    this.policies = policies;
  }

  /**
   * The first checkpoint over the index that is stamped and whose anchor on the policy's chain is
   * proved: from then on the case was as it is. Else the newest whose anchor is proved, one that is
   * anchored there, the first that is stamped, the newest.
   */
  Seal over(long index) {
    return policies
        .trustedChain()
        .flatMap(
            chain ->
                anchored(index, chain, STRICTLY, STRICTLY, "a.size, a.id")
                    .filter(this::isStillProved)
                    .or(() -> anchored(index, chain, STRICTLY, LOOSELY, "a.id desc"))
                    .or(() -> anchored(index, chain, LOOSELY, LOOSELY, "a.id desc")))
        .or(() -> stamped(index))
        .or(this::newest)
        .orElseThrow(() -> new IllegalStateException("entries without a checkpoint"));
  }

  /** An old anchor's block may be sealed by validators whom the policy names no more. */
  private boolean isStillProved(Seal seal) {
    if (seal.anchor == null || seal.proof == null) {
      return false;
    }
    try {
      policies.checkProof(seal.anchor, seal.proof);
      return true;
    } catch (Wrong wrong) {
      return false;
    }
  }

  private Optional<Seal> anchored(
      long index, Policy.TrustedChain chain, String proved, String stamped, String order) {
    return database
        .sql(ANCHORED.formatted(proved, stamped, order))
        .param("authorities", authorities())
        .param("index", index)
        .param("chain", chain.id())
        .param("contracts", chain.contracts().toArray(String[]::new))
        .query((row, i) -> seal(row))
        .optional();
  }

  private String[] authorities() {
    return policies.authorities().toArray(String[]::new);
  }

  private Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("size"),
        row.getBytes("note"),
        AnchorProofs.anchor(row, keys.log().origin()),
        row.getBytes("proof"),
        row.getBytes("answer"));
  }

  private Optional<Seal> stamped(long index) {
    return database
        .sql(
            """
            select c.size, c.note, s.answer
            from notary.time_stamps s join notary.checkpoints c on c.size = s.size
            where s.size > :index and encode(s.authority, 'hex') = any(:authorities)
            order by s.size limit 1
            """)
        .param("index", index)
        .param("authorities", authorities())
        .query((row, i) -> new Seal(row.getLong(1), row.getBytes(2), null, null, row.getBytes(3)))
        .optional();
  }

  private Optional<Seal> newest() {
    return database
        .sql("select size, note from notary.checkpoints order by size desc limit 1")
        .query((row, i) -> new Seal(row.getLong(1), row.getBytes(2), null, null, null))
        .optional();
  }
}
