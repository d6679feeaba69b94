package coop.artel.notary;

import coop.artel.values.Rounds;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves committed records from the queue into the log and signs a checkpoint over each batch. Of
 * all service nodes the one that gets the lock of the batch's transaction does it; the entry's
 * index is the fence behind that lock.
 */
@Component
public class Sequencer implements SmartLifecycle {
  /** Records under one checkpoint at most. */
  public static final int BATCH = 5_000;

  /** "artellog": what sequencers lock each other out by. */
  static final long LOCK = 0x617274656c6c6f67L;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** So many more looks for strays at the end of a round at most. */
  private static final int LOOKS = 100;

  private record Tile(int level, long index, byte[] hashes, byte[] root) {}

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final LogKey key;
  private final Strays strays;
  private final Rounds rounds;
  private final LongAdder hashing = new LongAdder();

  /** One object, so that it stands once in a transaction however often it is registered. */
  private final TransactionSynchronization afterCommit =
      new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          rounds.soon();
        }
      };

  Sequencer(
      JdbcClient database,
      PlatformTransactionManager transactions,
      NotaryKeys keys,
      Strays strays,
      @Value("${artel.notary.sequence-every:1s}") Duration every) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.key = keys.log();
    this.strays = strays;
    this.rounds = new Rounds("notary-sequencer", every, this::round);
  }

  /**
   * Lets what the current transaction recorded be sealed soon after its commit, or in the next
   * round if others go on recording. Without this the next round finds it as well.
   */
  void sealAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(afterCommit);
  }

  /**
   * Seals what is committed and waits, batch by batch; where another sequencer is at work it leaves
   * the rest to that one. Committed records that somebody took out of the queue are put back
   * before, so that none of a later number of their case is sealed before them. The answer is how
   * many records it sealed.
   */
  public int sequenceNow() {
    queueStrays();
    int sealed = 0;
    while (isWaiting()) {
      var batch = transaction.execute(status -> sequenceBatch());
      if (batch == null || batch == 0) {
        break;
      }
      sealed += batch;
    }
    return sealed;
  }

  /**
   * Seals what is committed by now; what another sequencer has in hand is waited for, some seconds
   * at most.
   */
  void sealNow() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (sequenceNow() == 0 && isWaiting() && System.nanoTime() < until) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void queueStrays() {
    if (strays.look().count() > 0) {
      transaction.executeWithoutResult(
          status -> {
            if (isLocked()) {
              strays.queueAgain();
            }
          });
    }
  }

  /** After what waits has been sealed, goes on through the records behind, if there are many. */
  private void round() {
    long before = strays.mark();
    sequenceNow();
    for (int i = 0; i < LOOKS && strays.mark() - before >= Strays.REACH; i++) {
      before = strays.mark();
      queueStrays();
    }
  }

  /** Nanoseconds of all sealing here that went to the tree and not to the database. */
  public long hashingNanos() {
    return hashing.sum();
  }

  private boolean isWaiting() {
    return database.sql("select exists (select from notary.queue)").query(Boolean.class).single();
  }

  private int sequenceBatch() {
    if (!isLocked()) {
      return 0;
    }
    var edge = edge();
    long start = edge.size();
    var leaves = move(start);
    if (leaves.isEmpty()) {
      return 0;
    }
    long begun = System.nanoTime();
    leaves.forEach(edge::append);
    hashing.add(System.nanoTime() - begun);
    insertTiles(start, leaves);
    insertCheckpoint(edge);
    return leaves.size();
  }

  /** Whether this transaction is the one that works on the log now. */
  private boolean isLocked() {
    return database
        .sql("select pg_try_advisory_xact_lock(?)")
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  /**
   * Moves what is committed from the queue into the log, in the order of record ids, and answers
   * with the leaf hashes. Ids of a case grow with its numbers, as they are given under the lock of
   * its head; a record that commits late is simply taken later.
   */
  private List<byte[]> move(long start) {
    return database
        .sql(
            """
            with taken as (
              delete from notary.queue where record <= (
                select max(record) from (
                  select record from notary.queue order by record limit ?) as first)
              returning record, leaf),
            placed as (
              insert into notary.entries (idx, record, leaf)
              select ? + row_number() over (order by t.record) - 1, t.record,
                coalesce(t.leaf, (select r.leaf from notary.records r where r.id = t.record))
              from taken t
              returning idx, leaf)
            select leaf from placed order by idx
            """)
        .params(BATCH, start)
        .query((row, i) -> row.getBytes(1))
        .list();
  }

  private Edge edge() {
    return database
        .sql("select size, edge from notary.checkpoints order by size desc limit 1")
        .query((row, i) -> new Edge(row.getLong(1), row.getBytes(2)))
        .optional()
        .orElseGet(Edge::new);
  }

  /** Writes the tiles that become full, level by level; partial ones are never written. */
  private void insertTiles(long start, List<byte[]> leaves) {
    var tree = new Tree(database);
    var tiles = new ArrayList<Tile>();
    long first = start;
    List<byte[]> hashes = leaves;
    for (int level = 0; first % Tree.WIDTH + hashes.size() >= Tree.WIDTH; level++) {
      var known = new ByteArrayOutputStream();
      int before = (int) (first % Tree.WIDTH);
      if (before > 0) {
        tree.tile(level, first / Tree.WIDTH, before)
            .ifPresentOrElse(
                known::writeBytes,
                () -> {
                  throw new IllegalStateException("the log's tiles have a hole");
                });
      }
      long begun = System.nanoTime();
      hashes.forEach(known::writeBytes);
      byte[] all = known.toByteArray();
      var roots = new ArrayList<byte[]>();
      int bytes = Tree.WIDTH * Hashes.LENGTH;
      for (int at = 0; at + bytes <= all.length; at += bytes) {
        byte[] full = Arrays.copyOfRange(all, at, at + bytes);
        byte[] root = Tree.fold(full);
        tiles.add(new Tile(level, first / Tree.WIDTH + roots.size(), full, root));
        roots.add(root);
      }
      hashing.add(System.nanoTime() - begun);
      first = first / Tree.WIDTH;
      hashes = roots;
    }
    insert(tiles);
  }

  private void insert(List<Tile> tiles) {
    if (tiles.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into notary.tiles (level, idx, hashes, root)
            select * from unnest(?::smallint[], ?::bigint[], ?::bytea[], ?::bytea[])
            """)
        .params(
            new SqlArrayValue(
                "smallint", tiles.stream().map(tile -> (short) tile.level()).toArray()),
            new SqlArrayValue("bigint", tiles.stream().map(Tile::index).toArray()),
            new SqlArrayValue(
                "bytea", (Object[]) tiles.stream().map(Tile::hashes).toArray(byte[][]::new)),
            new SqlArrayValue(
                "bytea", (Object[]) tiles.stream().map(Tile::root).toArray(byte[][]::new)))
        .update();
  }

  private void insertCheckpoint(Edge edge) {
    var checkpoint = new Checkpoint(key.origin(), edge.size(), edge.root());
    database
        .sql("insert into notary.checkpoints (size, at, root, edge, note) values (?, ?, ?, ?, ?)")
        .params(
            edge.size(),
            OffsetDateTime.now(ZoneOffset.UTC),
            edge.root(),
            edge.bytes(),
            SignedNote.sign(checkpoint.text(), key).bytes())
        .update();
  }

  @Override
  public void start() {
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
