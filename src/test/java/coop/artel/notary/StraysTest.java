package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;

/** Records that somebody took out of the queue before they were sealed. */
class StraysTest {
  private final House house = new House();
  private final LogWatch watch = house.watch();

  @Test
  void a_record_deleted_from_the_queue_is_told_then_queued_again_and_sealed() {
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.append("a", Happening.of(RecordKind.MOVED));
    assertThat(watch.state().strayed()).isZero();

    deleteFromQueue();
    var state = watch.state();
    assertThat(state.strayed()).isEqualTo(1);
    assertThat(state.unsealed()).isEqualTo(1);
    assertThat(state.oldestUnsealed()).isEqualTo(House.AT);
    assertThat(house.records.of("a").get(1).seal().stage()).isEqualTo(SealState.Stage.RECORDED);
    assertThat(health().getDetails()).containsEntry("strayed", 1L).containsEntry("queuedAgain", 0L);

    assertThat(house.sequencer.sequenceNow()).isEqualTo(1);
    assertThat(house.records.of("a").get(1).seal().stage()).isEqualTo(SealState.Stage.SEALED);
    assertThat(watch.state().strayed()).isZero();
    assertThat(watch.state().unsealed()).isZero();
    assertThat(health().getDetails())
        .containsEntry("strayed", 0L)
        .containsEntry("queuedAgain", 1L)
        .containsKey("lastQueuedAgain");
    assertThat(Verifier.verify(house.export("a"), house.policy()).result())
        .isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void it_is_sealed_before_a_later_record_of_its_case() {
    house.append("a", Happening.of(RecordKind.STARTED));
    deleteFromQueue();
    house.append("a", Happening.of(RecordKind.MOVED));
    house.append("b", Happening.of(RecordKind.STARTED));

    assertThat(house.sequencer.sequenceNow()).isEqualTo(3);
    assertThat(house.records.of("a"))
        .extracting(record -> record.seal().index())
        .containsExactly(0L, 1L);
    assertThat(Verifier.verify(house.export("a"), house.policy()).result())
        .isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void what_strayed_while_no_node_ran_is_found_wherever_it_stands() {
    int many = 2 * Strays.REACH + 100;
    house.append("early", Happening.of(RecordKind.STARTED));
    deleteFromQueue();
    house.append(
        "vote",
        Collections.nCopies(many, Happening.of(RecordKind.BALLOT)).toArray(Happening[]::new));
    sealWithoutLooking();

    var started = house.sequencer();
    started.sequenceNow();
    assertThat(house.records.of("early").get(0).seal().index()).isEqualTo((long) many);
  }

  @Test
  void one_in_the_midst_of_many_is_found_soon_after_a_start() {
    int half = 2 * Strays.REACH;
    vote("before", half);
    sealWithoutLooking();
    house.append("stray", Happening.of(RecordKind.STARTED));
    deleteFromQueue();
    vote("after", half);
    sealWithoutLooking();

    var started = house.sequencer();
    started.start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> house.records.of("stray").get(0).seal().index() != null);
    } finally {
      started.stop();
    }
    assertThat(house.records.of("stray").get(0).seal().index()).isEqualTo(2L * half);
  }

  @Test
  void what_commits_after_the_mark_has_passed_its_neighbours_is_still_looked_at() throws Exception {
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
      for (int i = 0; i < 5; i++) {
        house.append("early" + i, Happening.of(RecordKind.STARTED));
        house.sequencer.sequenceNow();
      }
      commit.countDown();
      late.get();
    } finally {
      threads.shutdownNow();
    }
    deleteFromQueue();
    assertThat(house.sequencer.sequenceNow()).isEqualTo(1);
    assertThat(house.records.of("late").get(0).seal().stage()).isEqualTo(SealState.Stage.SEALED);
  }

  @Test
  void where_all_is_in_the_log_a_look_goes_on_from_its_end() {
    var strays = new Strays(house.database);
    vote("vote", 300);
    house.sequencer.sequenceNow();
    for (int i = 0; i < 3; i++) {
      strays.look();
    }
    assertThat(strays.mark()).isEqualTo(300);
  }

  private void vote(String caseId, int ballots) {
    house.append(
        caseId,
        Collections.nCopies(ballots, Happening.of(RecordKind.BALLOT)).toArray(Happening[]::new));
  }

  /** As sequencers did that knew of no strays. */
  private void sealWithoutLooking() {
    var blind =
        new Strays(house.database) {
          @Override
          Found look() {
            return new Found(List.of(), null);
          }
        };
    new Sequencer(house.database, house.transactions, house.keys, blind, Duration.ofSeconds(1))
        .sequenceNow();
  }

  private Health health() {
    return new NotaryHealth(watch, Clock.systemUTC()).health();
  }

  /** As the role that the service connects as. */
  private void deleteFromQueue() {
    assertThat(house.database.sql("delete from notary.queue").update()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
