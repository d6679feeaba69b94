package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.ChainState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
    var health = new NotaryHealth(house.database);
    assertThat(health.backlog().unanchored()).isEqualTo(1);
    assertThat(health.backlog().unsealed()).isZero();
    house.chain.refusing = false;
    house.anchorer.anchorNow();
    assertThat(house.records.of("a").get(0).seal().stage()).isEqualTo(SealState.Stage.ANCHORED);
    assertThat(health.backlog().unanchored()).isZero();
    assertThat(health.health().getDetails()).containsEntry("unanchored", 0L);
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

    var health = new NotaryHealth(house.database);
    assertThat(health.backlog().unsealed()).isEqualTo(1);
    assertThat(health.backlog().oldestUnsealed()).isGreaterThan(Duration.ofDays(1));
    assertThat(health.health().getStatus().getCode()).isEqualTo("DELAYED");
  }
}
