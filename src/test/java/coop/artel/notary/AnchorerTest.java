package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorContradicted;
import coop.artel.chain.ChainState;
import coop.artel.chain.ChainUnavailable;
import coop.artel.chain.MadeBlock;
import coop.artel.values.CanonicalJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnchorerTest {
  private final House house = new House();

  @Test
  void one_anchor_covers_any_backlog() {
    for (int i = 0; i < 3; i++) {
      house.append("a", Happening.of(RecordKind.BALLOT));
      house.sequencer.sequenceNow();
    }
    house.anchorer.anchorNow();
    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).hasSize(1);
    assertThat(house.chain.anchors.get(0).size()).isEqualTo(3);
    assertThat(house.records.of("a"))
        .allSatisfy(
            record -> {
              assertThat(record.seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
              assertThat(record.seal().block()).isEqualTo(1);
              assertThat(record.seal().transaction()).startsWith("0x");
            });
  }

  @Test
  void an_outage_stops_nobody() {
    house.chain.phase = ChainState.Phase.DOWN;
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
    house.chain.phase = ChainState.Phase.READY;
    house.chain.refusing = true;
    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).isEmpty();
    var log = house.watch();
    var metrics = new SimpleMeterRegistry();
    new NotaryHealth(log, Clock.systemUTC()).bindTo(metrics);
    assertThat(metrics.get("artel.notary.unanchored").gauge().value()).isEqualTo(1);
    assertThat(metrics.get("artel.notary.unsealed").gauge().value()).isZero();
    assertThat(metrics.get("artel.notary.unanchored.oldest").gauge().value()).isPositive();
    assertThat(log.state().unanchored()).isEqualTo(1);
    assertThat(log.state().unsealed()).isZero();
    assertThat(log.state().oldestUnanchored()).isEqualTo(House.AT);
    house.chain.refusing = false;
    house.anchorer.anchorNow();
    assertThat(house.records.of("a").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
    assertThat(log.state().unanchored()).isZero();
    assertThat(log.state().oldestUnanchored()).isNull();
    var health = new NotaryHealth(log, Clock.systemUTC());
    assertThat(health.health().getDetails()).containsEntry("unanchored", 0L);
  }

  @Test
  void a_chain_that_took_nothing_the_last_time_is_tried_again_and_one_anchor_catches_up() {
    house.chain.phase = ChainState.Phase.DOWN;
    house.chain.answering = true;
    house.chain.refusing = true;
    for (int i = 0; i < 3; i++) {
      house.append("a", Happening.of(RecordKind.BALLOT));
      house.sequencer.sequenceNow();
      house.anchorer.anchorNow();
    }
    assertThat(house.chain.anchors).isEmpty();

    house.chain.refusing = false;
    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).hasSize(1);
    assertThat(house.records.of("a"))
        .allMatch(record -> record.seal().stage() == SealState.Stage.ANCHORED);
  }

  @Test
  void a_newer_head_that_another_node_anchored_meanwhile_is_no_contradiction() {
    house.append("a", Happening.of(RecordKind.BALLOT));
    house.sequencer.sequenceNow();
    var other = house.anchorer();
    house.chain.beforeAnchor =
        () -> {
          house.chain.beforeAnchor = () -> {};
          house.append("a", Happening.of(RecordKind.BALLOT));
          house.sequencer.sequenceNow();
          other.anchorNow();
        };

    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).extracting(Anchor::size).containsExactly(2L);
    assertThat(house.count("anchors")).isEqualTo(1);
    assertThat(house.watch().state().unanchored()).isZero();
  }

  @Test
  void a_larger_head_on_the_chain_that_is_not_ours_stays_a_contradiction() {
    house.append("a", Happening.of(RecordKind.BALLOT));
    house.sequencer.sequenceNow();
    house.chain.beforeAnchor =
        () -> {
          house.chain.beforeAnchor = () -> {};
          try {
            house.chain.chain.anchor("log", 7, new byte[32], new byte[32]);
          } catch (ChainUnavailable e) {
            throw new AssertionError(e);
          }
        };

    assertThatThrownBy(house.anchorer::anchorNow).isInstanceOf(AnchorContradicted.class);
    assertThat(house.count("anchors")).isZero();
  }

  @Test
  void two_nodes_with_the_same_head_make_one_anchor_and_one_row() {
    house.append("a", Happening.of(RecordKind.BALLOT));
    house.sequencer.sequenceNow();
    house.chain.beforeAnchor =
        () -> {
          house.chain.beforeAnchor = () -> {};
          house.anchorer().anchorNow();
        };

    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).hasSize(1);
    assertThat(house.count("anchors")).isEqualTo(1);
  }

  @Test
  void a_chain_that_was_begun_anew_is_anchored_again() {
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
    house.chain.anchors.clear();
    house.chain.since = house.chain.since.plusSeconds(60);
    house.anchorer.anchorNow();
    house.anchorer.anchorNow();

    assertThat(house.chain.anchors).hasSize(1);
    assertThat(house.count("anchors")).isEqualTo(2);
    assertThat(house.records.of("a").get(0).seal().anchoredAt())
        .isEqualTo(house.chain.anchors.get(0).at());
  }

  @Test
  void an_anchor_that_the_chain_lost_is_not_shown() {
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
    house.append("a", Happening.of(RecordKind.BALLOT));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
    house.chain.anchors.remove(1);
    house.chain.since = house.chain.since.plusSeconds(60);
    house.chain.refusing = true;
    house.anchorer.anchorNow();

    assertThat(house.records.of("a"))
        .extracting(record -> record.seal().stage())
        .containsExactly(SealState.Stage.ANCHORED, SealState.Stage.SEALED);
    assertThat(house.watch().state().anchored()).isEqualTo(1);
    house.chain.refusing = false;
    house.anchorer().anchorNow();
    assertThat(house.records.of("a").get(1).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
  }

  @Test
  void a_real_chain_that_is_late_loses_no_anchor() {
    house.chain.development = false;
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
    house.chain.anchors.clear();
    house.chain.since = house.chain.since.plusSeconds(60);
    house.chain.refusing = true;
    house.anchorer.anchorNow();

    assertThat(house.records.of("a").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
  }

  @Test
  void the_policy_stands_in_the_data_folder() throws Exception {
    house.anchorer.anchorNow();

    var written = Files.readAllBytes(house.folder.resolve("policy.txt"));
    assertThat(written).isEqualTo(house.policy());
    var policy = Policy.parse(written);
    assertThat(policy.logs().get(0).toString()).isEqualTo(house.keys.log().verifier().toString());
    assertThat(policy.chains().get(0).id()).isEqualTo(31337);
    assertThat(policy.chains().get(0).contracts()).containsExactly(FakeChain.CONTRACT);
    assertThat(policy.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(written);
  }

  @Test
  void the_backlog_knows_how_long_it_waits() {
    house.append("a", Happening.of(RecordKind.STARTED));

    var log = house.watch();
    assertThat(log.state().unsealed()).isEqualTo(1);
    assertThat(log.state().oldestUnsealed()).isEqualTo(House.AT);
    assertThat(new NotaryHealth(log, Clock.systemUTC()).health().getStatus().getCode())
        .isEqualTo("DELAYED");
  }

  @Test
  void an_anchor_that_can_be_proved_has_its_proof_from_the_beginning() {
    anchored("a");

    assertThat(house.count("anchor_proofs")).isEqualTo(1);
    assertThat(exported("a")).containsKey(ExportNames.ANCHOR_PROOF);
  }

  @Test
  void a_node_that_shows_no_proof_keeps_nobody_waiting_and_is_asked_again() throws Exception {
    house.chain.unreadable = true;
    anchored("a");
    anchored("b");

    assertThat(house.records.of("b").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
    assertThat(house.count("anchor_proofs")).isZero();
    assertThat(exported("b")).doesNotContainKey(ExportNames.ANCHOR_PROOF);
    house.chain.unreadable = false;
    house.anchorer.anchorNow();
    assertThat(house.count("anchor_proofs")).isZero();
    house.later(Duration.ofSeconds(15));
    house.anchorer.anchorNow();

    assertThat(house.count("anchor_proofs")).isEqualTo(2);
    assertThat(exported("b")).containsKey(ExportNames.ANCHOR_PROOF);
  }

  @Test
  void not_even_a_broken_answer_keeps_an_anchor_from_being_known() {
    house.chain.blocks =
        anchor -> {
          throw new IllegalStateException("odd");
        };
    anchored("a");

    assertThat(house.records.of("a").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
    assertThat(house.count("anchor_proofs")).isZero();
  }

  @Test
  void anchors_from_before_there_were_proofs_get_theirs_while_the_node_has_the_block() {
    for (int i = 0; i < 12; i++) {
      anchored("case-" + i);
    }
    JdbcClient.create(house.databases.owner()).sql("delete from notary.anchor_proofs").update();

    var restarted = house.anchorer();
    restarted.anchorNow();
    assertThat(house.count("anchor_proofs")).isEqualTo(10);
    restarted.anchorNow();
    assertThat(house.count("anchor_proofs")).isEqualTo(12);
  }

  @Test
  void a_node_that_has_forgotten_the_block_is_not_asked_all_the_time() throws Exception {
    house.chain.blocks = null;
    anchored("a");
    for (int i = 0; i < 5; i++) {
      house.anchorer.anchorNow();
    }
    verify(house.chain.chain, times(1)).proof(anyString(), anyLong());
    house.later(Duration.ofSeconds(15));
    for (int i = 0; i < 5; i++) {
      house.anchorer.anchorNow();
    }

    verify(house.chain.chain, times(2)).proof(anyString(), anyLong());
  }

  @Test
  void an_export_rests_on_the_newest_anchor_that_is_proved() {
    anchored("a");
    house.chain.unreadable = true;
    anchored("b");

    var files = exported("a");
    assertThat(files).containsKey(ExportNames.ANCHOR_PROOF);
    assertThat(CanonicalJson.read(files.get(ExportNames.ANCHOR))).containsEntry("size", 1L);
  }

  @Test
  void a_proof_that_our_own_policy_would_refuse_is_not_kept() {
    house.chain.sealedBy(4);
    var strangers = List.of("0x" + "ab".repeat(20));
    var anchorer = house.anchorer(house.policies(strangers));
    house.append("a", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    anchorer.anchorNow();

    assertThat(house.count("anchors")).isEqualTo(1);
    assertThat(house.count("anchor_proofs")).isZero();
  }

  @Test
  void the_policy_names_who_seals_as_set_or_as_the_newest_proved_block_says() {
    anchored("a");
    assertThat(validators(house.policies)).isEmpty();

    house.chain.sealedBy(4);
    anchored("b");
    assertThat(validators(house.policies)).isEqualTo(MadeBlock.validators(4));

    String set = "0x" + "AB".repeat(20);
    var chosen = house.policies(List.of(" " + set));
    assertThat(validators(chosen)).containsExactly(set.toLowerCase(Locale.ROOT));
    house.chain.development = true;
    assertThat(validators(chosen)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> house.policies(List.of("0x12")));
  }

  private static List<String> validators(Policies policies) {
    return Policy.parse(policies.text().getBytes(StandardCharsets.UTF_8))
        .chains()
        .get(0)
        .validators();
  }

  private void anchored(String caseId) {
    house.append(caseId, Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    house.anchorer.anchorNow();
  }

  private SortedMap<String, byte[]> exported(String caseId) {
    try {
      return StoredZip.read(house.export(caseId));
    } catch (StoredZip.NotAsWritten e) {
      throw new AssertionError(e);
    }
  }
}
