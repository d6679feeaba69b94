package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.values.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SequencerTest {
  private final House house = new House();

  @Test
  void what_is_recorded_is_sealed_under_a_signed_checkpoint() {
    var receipts =
        house.append("a", Happening.of(RecordKind.STARTED), Happening.of(RecordKind.ENDED));
    assertThat(house.sequencer.sequenceNow()).isEqualTo(2);
    assertThat(house.sequencer.sequenceNow()).isZero();

    var note = note();
    assertThat(note.verified(house.keys.log().verifier())).isPresent();
    var checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.size()).isEqualTo(2);
    assertThat(checkpoint.origin()).isEqualTo(house.keys.log().origin());
    assertThat(checkpoint.root())
        .isEqualTo(
            Merkle.node(
                Hashes.ofHex(receipts.get(0).digest()), Hashes.ofHex(receipts.get(1).digest())));
    assertThat(house.records.of("a"))
        .extracting(record -> record.seal().stage())
        .containsOnly(SealState.Stage.SEALED);
    assertThat(house.records.of("a"))
        .extracting(record -> record.seal().index())
        .containsExactly(0L, 1L);
  }

  @Test
  void a_record_that_commits_late_is_taken_later() throws Exception {
    var recorded = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var threads = Executors.newSingleThreadExecutor();
    try {
      var late =
          threads.submit(
              () ->
                  house.transaction.executeWithoutResult(
                      status -> {
                        house.records.append("late", List.of(Happening.of(RecordKind.STARTED)));
                        recorded.countDown();
                        await(commit);
                      }));
      recorded.await();
      house.append("early", Happening.of(RecordKind.STARTED));
      assertThat(house.sequencer.sequenceNow()).isEqualTo(1);
      commit.countDown();
      late.get();
    } finally {
      threads.shutdownNow();
    }
    assertThat(house.sequencer.sequenceNow()).isEqualTo(1);
    assertThat(house.records.of("early").get(0).seal().index()).isZero();
    assertThat(house.records.of("late").get(0).seal().index()).isEqualTo(1);
    checkWholeLog();
  }

  @Test
  void what_an_older_node_queued_without_its_leaf_hash_is_sealed_too() {
    house.append("a", Happening.of(RecordKind.STARTED), Happening.of(RecordKind.MOVED));
    JdbcClient.create(house.databases.superuser())
        .sql("update notary.queue set leaf = null where record = 1")
        .update();

    assertThat(house.sequencer.sequenceNow()).isEqualTo(2);
    checkWholeLog();
  }

  @Test
  void more_than_a_batch_holds_is_sealed_batch_by_batch() {
    int more = Sequencer.BATCH + 3;
    house.append(
        "vote",
        Collections.nCopies(more, Happening.of(RecordKind.BALLOT)).toArray(Happening[]::new));

    assertThat(house.sequencer.sequenceNow()).isEqualTo(more);
    assertThat(house.count("checkpoints")).isEqualTo(2);
    checkWholeLog();
  }

  @Test
  void sequencers_at_once_put_every_record_into_the_log_once() throws Exception {
    var threads = Executors.newFixedThreadPool(6);
    try {
      var done = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 4; i++) {
        String caseId = "case" + i;
        done.add(threads.submit(() -> appendMany(caseId)));
      }
      var sequencers = List.of(house.sequencer(), house.sequencer());
      for (var sequencer : sequencers) {
        Callable<Integer> seal =
            () -> {
              int sealed = 0;
              for (int i = 0; i < 100; i++) {
                sealed += sequencer.sequenceNow();
                Thread.sleep(2);
              }
              return sealed;
            };
        done.add(threads.submit(seal));
      }
      for (var future : done) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    house.sequencer.sequenceNow();
    assertThat(house.count("entries")).isEqualTo(200);
    for (int i = 0; i < 4; i++) {
      assertThat(house.records.of("case" + i))
          .extracting(record -> record.seal().index())
          .hasSize(50)
          .isSorted();
    }
    checkWholeLog();
  }

  @Test
  void while_another_sequencer_works_the_queue_is_left_to_it() {
    house.append("a", Happening.of(RecordKind.STARTED));
    house.transaction.executeWithoutResult(
        status -> {
          house
              .database
              .sql("select pg_advisory_xact_lock(?)")
              .param(Sequencer.LOCK)
              .query((row, i) -> "locked")
              .single();
          assertThat(house.sequencer.sequenceNow()).isZero();
          assertThatExceptionOfType(RecordsNotSealed.class).isThrownBy(() -> house.export("a"));
          status.setRollbackOnly();
        });

    assertThat(house.count("queue")).isEqualTo(1);
    assertThat(house.sequencer.sequenceNow()).isEqualTo(1);
  }

  @Test
  void an_export_waits_for_what_another_sequencer_has_in_hand() throws Exception {
    house.append("a", Happening.of(RecordKind.STARTED));
    var locked = new CountDownLatch(1);
    var threads = Executors.newSingleThreadExecutor();
    try {
      var other =
          threads.submit(
              () ->
                  house.transaction.executeWithoutResult(
                      status -> {
                        house
                            .database
                            .sql("select pg_advisory_xact_lock(?)")
                            .param(Sequencer.LOCK)
                            .query((row, i) -> "locked")
                            .single();
                        locked.countDown();
                        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                      }));
      locked.await();

      assertThat(house.export("a")).isNotEmpty();
      other.get();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_batch_that_fails_leaves_everything_as_it_was() {
    house.append("a", Happening.of(RecordKind.STARTED), Happening.of(RecordKind.MOVED));
    // Somebody with more rights than the service puts an entry where the next one belongs.
    house
        .database
        .sql(
            "insert into notary.entries (idx, record, leaf) select 1, max(id), ? from"
                + " notary.records")
        .param(new byte[32])
        .update();

    assertThatThrownBy(house.sequencer::sequenceNow).isInstanceOf(RuntimeException.class);
    assertThat(house.count("queue")).isEqualTo(2);
    assertThat(house.count("checkpoints")).isZero();
    assertThat(house.count("entries")).isEqualTo(1);
  }

  @Test
  void tiles_and_paths_agree_with_the_definition_whatever_the_batches() {
    var leaves = new ArrayList<byte[]>();
    int[] batches = {1, 2, 252, 1, 1, 255, 300, 700};
    for (int batch : batches) {
      var happenings = Collections.nCopies(batch, Happening.of(RecordKind.BALLOT));
      house
          .append("vote", happenings.toArray(Happening[]::new))
          .forEach(receipt -> leaves.add(Hashes.ofHex(receipt.digest())));
      assertThat(house.sequencer.sequenceNow()).isEqualTo(batch);
      assertThat(Checkpoint.parse(note().text()).root()).isEqualTo(MerkleTest.root(leaves));
    }
    checkWholeLog();
    var tree = new Tree(house.database);
    for (int size : new int[] {1, 255, 256, 257, 511, 512, 800, 1512}) {
      for (int index = 0; index < size; index += 41) {
        assertThat(tree.path(index, size))
            .containsExactlyElementsOf(MerkleTest.path(index, leaves.subList(0, size)));
      }
    }
    var files = new LogFiles(house.database);
    assertThat(house.count("tiles")).isEqualTo(5);
    assertThat(files.find("tile/0/000").orElseThrow().bytes()).hasSize(8192);
    assertThat(files.find("tile/0/000").orElseThrow().immutable()).isTrue();
    assertThat(files.find("tile/0/005.p/232").orElseThrow().bytes()).hasSize(232 * 32);
    assertThat(files.find("tile/1/000.p/5").orElseThrow().bytes())
        .startsWith(MerkleTest.root(leaves.subList(0, 256)))
        .endsWith(MerkleTest.root(leaves.subList(1024, 1280)));
    for (String absent :
        List.of(
            "tile/0/005",
            "tile/0/005.p/233",
            "tile/1/000",
            "tile/1/000.p/6",
            "tile/2/000.p/1",
            "tile/0/006.p/1",
            "tile/63/000.p/1")) {
      assertThat(files.find(absent)).as(absent).isEmpty();
    }
    byte[] bundle = files.find("tile/entries/005.p/2").orElseThrow().bytes();
    int length = (bundle[0] & 0xff) << 8 | bundle[1] & 0xff;
    assertThat(Merkle.leaf(Arrays.copyOfRange(bundle, 2, 2 + length))).isEqualTo(leaves.get(1280));
    assertThat(files.find("checkpoint").orElseThrow().immutable()).isFalse();
  }

  @Test
  void paths_have_one_spelling() {
    assertThat(LogFiles.spell(1234067)).isEqualTo("x001/x234/067");
    assertThat(LogFiles.spell(67)).isEqualTo("067");
    assertThat(LogFiles.spell(1000)).isEqualTo("x001/000");
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    var files = new LogFiles(house.database);
    assertThat(files.find("tile/0/000.p/1")).isPresent();
    for (String wrong :
        List.of(
            "tile/0/000.p/01",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/x000/000.p/1",
            "tile/00/000.p/1",
            "tile/64/000.p/1",
            "tile/0/0.p/1",
            "tile/0/000.p/1/",
            "tile/-1/000.p/1",
            "tile/0/000.p/+1",
            "tile/0/../0/000.p/1",
            "checkpoint/",
            "/checkpoint",
            "",
            "tile/0/x999/x999/x999/x999/x999/999.p/1",
            // 2^56: times 256 it is 0 to whoever does not look.
            "tile/0/x072/x057/x594/x037/x927/936.p/1",
            "tile/entries/x072/x057/x594/x037/x927/936.p/1",
            "tile/entries/000.p/٣")) {
      assertThat(files.find(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void the_background_thread_seals_by_itself() throws Exception {
    house.sequencer.start();
    try {
      house.append("a", Happening.of(RecordKind.STARTED));
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> house.count("checkpoints") > 0);
      assertThat(house.count("checkpoints")).isEqualTo(1);
    } finally {
      house.sequencer.stop();
    }
    assertThat(house.sequencer.isRunning()).isFalse();
  }

  @Test
  void what_is_committed_is_sealed_soon_even_where_the_next_round_is_far() throws Exception {
    var slow = new House(Duration.ofHours(1));
    slow.sequencer.start();
    try {
      slow.append("a", Happening.of(RecordKind.STARTED));
      for (int i = 0; i < 500 && slow.count("checkpoints") == 0; i++) {
        Thread.sleep(20);
      }
      assertThat(slow.count("checkpoints")).isEqualTo(1);
    } finally {
      slow.sequencer.stop();
    }
    slow.append("a", Happening.of(RecordKind.MOVED));
    assertThat(slow.count("queue")).isEqualTo(1);
  }

  @Test
  void not_even_an_error_ends_the_rounds() {
    var rounds = new AtomicInteger();
    var work =
        new Rounds(
            "test",
            Duration.ofMillis(5),
            () -> {
              rounds.incrementAndGet();
              throw new StackOverflowError("test");
            });
    work.start();
    try {
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rounds.get() > 2);
    } finally {
      work.stop();
    }
  }

  @Test
  void many_who_ask_in_a_row_are_served_by_few_rounds() throws Exception {
    var rounds = new AtomicInteger();
    var work = new Rounds("test", Duration.ofHours(1), rounds::incrementAndGet);
    work.soon();
    work.start();
    try {
      for (int i = 0; i < 10_000; i++) {
        work.soon();
      }
      for (int i = 0; i < 500 && rounds.get() == 0; i++) {
        Thread.sleep(20);
      }
      assertThat(rounds.get()).isBetween(1, 100);
    } finally {
      work.stop();
    }
    work.soon();
  }

  private int appendMany(String caseId) {
    for (int i = 0; i < 50; i++) {
      house.append(caseId, Happening.of(RecordKind.BALLOT));
    }
    return 50;
  }

  private void checkWholeLog() {
    var edge = new Edge();
    house
        .database
        .sql(
            "select r.entry from notary.entries e join notary.records r on r.id = e.record order by"
                + " e.idx")
        .query((row, i) -> row.getBytes(1))
        .list()
        .forEach(entry -> edge.append(Merkle.leaf(entry)));
    var checkpoint = Checkpoint.parse(note().text());
    assertThat(checkpoint.size()).isEqualTo(edge.size());
    assertThat(checkpoint.root()).isEqualTo(edge.root());
    assertThat(house.count("queue")).isZero();
  }

  private SignedNote note() {
    return SignedNote.parse(
        house
            .database
            .sql("select note from notary.checkpoints order by size desc limit 1")
            .query((row, i) -> row.getBytes(1))
            .single());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
