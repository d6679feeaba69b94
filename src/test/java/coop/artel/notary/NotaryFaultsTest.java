package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong around the notary: nothing is lost or doubled, and it goes on by itself. */
class NotaryFaultsTest {
  private static final int MANY = 600;

  private final House house = new House();
  private final JdbcClient superuser = JdbcClient.create(house.databases.superuser());

  @ParameterizedTest
  @ValueSource(strings = {"notary.entries", "notary.tiles", "notary.checkpoints"})
  void a_database_that_goes_away_in_the_midst_of_a_batch_takes_the_whole_batch_with_it(String table)
      throws Exception {
    appendMany();
    var threads = Executors.newSingleThreadExecutor();
    // Somebody holds a table, so that the batch waits in the middle.
    try (var holder = house.databases.superuser().getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table " + table + " in share mode");
      var batch = threads.submit(house.sequencer::sequenceNow);
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 1);
      endWhoWaits();
      assertThatThrownBy(batch::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(RuntimeException.class);
      holder.rollback();
    } finally {
      threads.shutdownNow();
    }
    assertThat(house.count("queue")).isEqualTo(MANY);
    assertThat(house.count("entries")).isZero();
    assertThat(house.count("tiles")).isZero();
    assertThat(house.count("checkpoints")).isZero();

    assertThat(house.sequencer.sequenceNow()).isEqualTo(MANY);
    checkSealedOnce();
  }

  private long waiting() {
    return superuser
        .sql(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'")
        .query(Long.class)
        .single();
  }

  private void endWhoWaits() {
    superuser
        .sql(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'")
        .query(Boolean.class)
        .list();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notary.entries", "notary.tiles", "notary.checkpoints"})
  void a_full_disk_stops_the_sealing_and_nothing_else_and_one_batch_catches_up(String table) {
    appendMany();
    fillDisk(table);
    assertThatThrownBy(house.sequencer::sequenceNow).isInstanceOf(DataAccessException.class);
    house.append("meanwhile", Happening.of(RecordKind.STARTED));
    assertThat(house.count("queue")).isEqualTo(MANY + 1);
    assertThat(house.count("entries")).isZero();
    assertThat(house.watch().state().unsealed()).isEqualTo(MANY + 1);

    makeRoom(table);

    assertThat(house.sequencer.sequenceNow()).isEqualTo(MANY + 1);
    checkSealedOnce();
  }

  @Test
  void a_full_disk_refuses_a_step_with_its_record_and_the_next_one_has_no_gap() {
    house.append("a", Happening.of(RecordKind.STARTED));
    fillDisk("notary.records");
    assertThatThrownBy(() -> house.append("a", Happening.of(RecordKind.MOVED)))
        .isInstanceOf(DataAccessException.class);
    assertThat(house.records.count("a")).isEqualTo(1);

    makeRoom("notary.records");
    house.append("a", Happening.of(RecordKind.MOVED));

    assertThat(house.records.of("a")).extracting(CaseRecord::number).containsExactly(1L, 2L);
    house.sequencer.sequenceNow();
    checkSealedOnce();
  }

  @Test
  void a_full_disk_keeps_an_anchor_out_of_the_books_and_it_is_found_on_the_chain() {
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    fillDisk("notary.anchors");
    assertThatThrownBy(house.anchorer::anchorNow).isInstanceOf(DataAccessException.class);
    assertThat(house.count("anchors")).isZero();

    makeRoom("notary.anchors");
    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).hasSize(1);
    assertThat(house.count("anchors")).isEqualTo(1);
    assertThat(house.records.of("a").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
  }

  @Test
  void a_clock_that_jumps_back_keeps_order_proofs_and_policy() throws Exception {
    Admission.record(house);
    house.sequencer.sequenceNow();
    var earlier = house.recordsAt(House.AT.minus(Duration.ofDays(400)));
    house.transaction.executeWithoutResult(
        status -> earlier.append(Admission.CASE, List.of(Happening.of(RecordKind.MOVED))));
    Admission.end(house);
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();

    var records = house.records.of(Admission.CASE);
    assertThat(records).extracting(CaseRecord::number).isSorted().doesNotHaveDuplicates();
    assertThat(records.get(records.size() - 2).at()).isBefore(records.get(0).at());
    var export = house.export(Admission.CASE, Admission.attachments());
    assertThat(Verifier.verify(export, house.policy()).result()).isEqualTo(Verifier.Result.GOOD);
    checkSealedOnce();
  }

  @Test
  void a_proof_that_waits_for_later_does_not_wait_for_as_long_as_the_clock_jumped_back() {
    house.chain.unreadable = true;
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
    assertThat(house.count("anchor_proofs")).isZero();

    house.chain.unreadable = false;
    house.later(Duration.ofDays(-1));
    house.anchorer.anchorNow();

    assertThat(house.count("anchor_proofs")).isEqualTo(1);
  }

  private void appendMany() {
    house.append(
        "vote",
        Collections.nCopies(MANY, Happening.of(RecordKind.BALLOT)).toArray(Happening[]::new));
  }

  /** From now on the database answers as it does when there is no room for a row. */
  private void fillDisk(String table) {
    superuser
        .sql(
            """
            create or replace function public.no_room() returns trigger language plpgsql as
            $$ begin
              raise exception 'could not extend file: No space left on device'
                using errcode = '53100';
            end $$
            """)
        .update();
    superuser
        .sql(
            "create trigger no_room before insert on %s for each row execute function no_room()"
                .formatted(table))
        .update();
  }

  private void makeRoom(String table) {
    superuser.sql("drop trigger no_room on " + table).update();
  }

  /** Each record stands in the log exactly once, under the newest checkpoint. */
  private void checkSealedOnce() {
    assertThat(house.count("queue")).isZero();
    assertThat(house.count("entries")).isEqualTo(house.count("records"));
    var edge = new Edge();
    house
        .database
        .sql("select leaf from notary.entries order by idx")
        .query((row, i) -> row.getBytes(1))
        .list()
        .forEach(edge::append);
    var note =
        SignedNote.parse(
            house
                .database
                .sql("select note from notary.checkpoints order by size desc limit 1")
                .query((row, i) -> row.getBytes(1))
                .single());
    var checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.size()).isEqualTo(edge.size());
    assertThat(checkpoint.root()).isEqualTo(edge.root());
  }
}
