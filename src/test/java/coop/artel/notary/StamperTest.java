package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.ChainState;
import coop.artel.chain.MadeBlock;
import coop.artel.signing.MadeAuthority;
import coop.artel.signing.StampSettings;
import coop.artel.signing.StubAuthority;
import coop.artel.signing.TimeAuthority;
import coop.artel.signing.TimeStamp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StamperTest {
  private static final Instant STAMPED = Instant.parse("2026-03-02T10:30:05Z");
  private static final MadeAuthority OURS = StampFiles.RSA;

  @TempDir Path folder;
  private final StubAuthority stub = new StubAuthority(question -> OURS.answer(question, STAMPED));
  private House house = new House();

  @BeforeEach
  void name() {
    house = new House(settings(OURS));
  }

  private StampSettings settings(MadeAuthority... trusted) {
    return stub.settings(StubAuthority.pem(folder.resolve("authority.pem"), trusted));
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void an_anchored_checkpoint_is_stamped_and_its_export_carries_the_stamp() throws Exception {
    anchored("a");
    house.stamper.stampNow();

    var files = exported("a");
    var stamp = TimeStamp.read(files.get(ExportNames.STAMP));
    assertThat(stamp.isOf(Hashes.sha256(files.get(ExportNames.CHECKPOINT)))).isTrue();
    assertThat(stamp.at()).isEqualTo(STAMPED);
    var verdict = Verifier.verify(house.export("a"), house.policy());
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines())
        .contains(new Verifier.Line(17, true, "check.stamp", List.of()))
        .contains(new Verifier.Line(0, true, "told.stamped", List.of(STAMPED, OURS.digest())));
  }

  @Test
  void without_an_authority_nothing_is_stamped_and_exports_are_as_they_were() throws Exception {
    house = new House();
    anchored("a");
    house.stamper.stampNow();

    assertThat(house.count("time_stamps")).isZero();
    assertThat(exported("a")).doesNotContainKey(ExportNames.STAMP);
    assertThat(house.policies.text()).doesNotContain("authority");
    assertThat(house.stampHealth().health().getDetails()).containsEntry("stamping", "off");
    assertThat(stub.asked()).isZero();
  }

  @Test
  void one_stamp_covers_any_backlog_and_two_are_as_far_apart_as_is_set() throws Exception {
    for (int i = 0; i < 3; i++) {
      anchored("case-" + i);
    }
    house.stamper.stampNow();
    anchored("late");
    house.stamper.stampNow();

    assertThat(stub.asked()).isEqualTo(1);
    assertThat(exported("case-0")).containsKey(ExportNames.STAMP);
    assertThat(exported("late")).doesNotContainKey(ExportNames.STAMP);

    house.later(Duration.ofHours(1));
    house.stamper.stampNow();
    assertThat(stub.asked()).isEqualTo(2);
    assertThat(exported("late")).containsKey(ExportNames.STAMP);
    house.later(Duration.ofHours(1));
    house.stamper.stampNow();
    assertThat(stub.asked()).isEqualTo(2);
  }

  @Test
  void an_export_carries_the_first_stamp_after_its_last_record() throws Exception {
    anchored("a");
    house.stamper.stampNow();
    anchored("b");
    house.later(Duration.ofHours(1));
    house.stamper.stampNow();

    var first = Checkpoint.parse(noteOf("a").text());
    var second = Checkpoint.parse(noteOf("b").text());
    assertThat(first.size()).isEqualTo(1);
    assertThat(second.size()).isEqualTo(2);
  }

  @Test
  void a_stamp_is_left_for_a_newer_anchor_where_its_own_is_not_proved_under_the_policy()
      throws Exception {
    house.chain.sealedBy(4);
    anchored("a");
    house.stamper.stampNow();
    assertThat(exported("a")).containsKey(ExportNames.STAMP);
    house.chain.blocks = anchor -> MadeBlock.sealed(anchor, 7);
    anchored("b");

    var others = house.policies(MadeBlock.validators(7));
    var verdict =
        Verifier.verify(house.export("a", others), others.text().getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.anchoring()).isEqualTo(Verifier.Anchoring.PROVED);
  }

  @Test
  void while_the_chain_takes_no_anchors_checkpoints_are_stamped_without() throws Exception {
    house.chain.phase = ChainState.Phase.DOWN;
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.stamper.stampNow();
    assertThat(house.count("time_stamps")).isZero();

    // The checkpoint's own time is the machine's.
    house.later(Duration.between(House.AT, Instant.now()).plus(Duration.ofHours(2)));
    house.stamper.stampNow();
    assertThat(house.count("time_stamps")).isEqualTo(1);
    assertThat(exported("a")).containsKey(ExportNames.STAMP).doesNotContainKey(ExportNames.ANCHOR);
  }

  @Test
  void an_authority_that_is_away_stops_nobody_and_is_asked_again_after_a_minute() {
    var asked = stub.asked();
    stub.status = 503;
    anchored("a");
    house.stamper.stampNow();
    anchored("b");
    house.stamper.stampNow();

    assertThat(stub.asked() - asked).isEqualTo(1);
    assertThat(house.count("time_stamps")).isZero();
    assertThat(house.records.of("b").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
    var health = house.stampHealth();
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(health.health().getDetails())
        .containsEntry("stamping", "waiting")
        .containsEntry("reason", "http-status")
        .containsEntry("since", House.AT);
    var metrics = new SimpleMeterRegistry();
    health.bindTo(metrics);
    assertThat(metrics.get("artel.notary.stamping").gauge().value()).isZero();

    stub.status = 200;
    house.later(Duration.ofMinutes(1));
    assertThat(metrics.get("artel.notary.unstamped.oldest").gauge().value()).isEqualTo(60);
    house.stamper.stampNow();
    assertThat(house.count("time_stamps")).isEqualTo(1);
    assertThat(metrics.get("artel.notary.stamping").gauge().value()).isEqualTo(1);
    assertThat(metrics.get("artel.notary.unstamped.oldest").gauge().value()).isZero();
    assertThat(health.health().getDetails())
        .containsEntry("stamping", "working")
        .containsEntry("newestStamp", STAMPED)
        .containsEntry("stamped", 2L);
  }

  @Test
  void a_clock_that_jumps_back_delays_neither_the_next_question_nor_the_next_stamp() {
    stub.status = 503;
    anchored("a");
    house.stamper.stampNow();
    stub.status = 200;
    house.later(Duration.ofDays(-1));
    house.stamper.stampNow();
    assertThat(house.count("time_stamps")).isEqualTo(1);

    house.later(Duration.ofDays(-1));
    anchored("b");
    house.stamper.stampNow();
    assertThat(house.count("time_stamps")).isEqualTo(2);
  }

  @Test
  void a_stamp_whose_certificate_is_trusted_no_more_is_in_no_export() throws Exception {
    anchored("a");
    house.stamper.stampNow();
    var other = new TimeAuthority(settings(StampFiles.P_256));
    var policies =
        new Policies(house.database, house.keys, house.chain.chain, house.folder, other, List.of());

    byte[] export = house.export("a", policies);
    assertThat(StoredZip.read(export)).doesNotContainKey(ExportNames.STAMP);
    assertThat(Verifier.verify(export, policies.text().getBytes(StandardCharsets.UTF_8)).result())
        .isEqualTo(Verifier.Result.GOOD);
  }

  private SignedNote noteOf(String caseId) throws Exception {
    return SignedNote.parse(exported(caseId).get(ExportNames.CHECKPOINT));
  }

  private void anchored(String caseId) {
    house.append(caseId, Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
  }

  private SortedMap<String, byte[]> exported(String caseId) throws StoredZip.NotAsWritten {
    return StoredZip.read(house.export(caseId));
  }
}
