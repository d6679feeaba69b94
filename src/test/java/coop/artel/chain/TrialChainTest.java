package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.Web3j;

class TrialChainTest {
  @TempDir Path folder;

  @Test
  void an_anchor_costs_the_same_whatever_it_covers() throws Exception {
    try (var chain = TrialChain.start(new InstalledAnvil(folder), folder, null)) {
      var gas = chain.anchor("log.test/trial", List.of(10_000L, 20_000L, 20_001L));

      assertThat(gas.grant()).isPositive();
      assertThat(gas.anchors()).hasSize(3).allMatch(it -> it > 21_000 && it <= 32_000);
    }
  }

  @Test
  void blocks_come_at_intervals_where_these_are_set() throws Exception {
    try (var chain = TrialChain.start(new InstalledAnvil(folder), folder, Duration.ofSeconds(1));
        var node = new Node(List.of(chain.address()))) {
      long first = node.expect(Web3j::ethBlockNumber).getBlockNumber().longValueExact();

      for (int i = 0; i < 600 && number(node) < first + 2; i++) {
        Thread.sleep(50);
      }

      assertThat(number(node)).isGreaterThanOrEqualTo(first + 2);
    }
  }

  private static long number(Node node) throws ChainUnavailable {
    return node.expect(Web3j::ethBlockNumber).getBlockNumber().longValueExact();
  }
}
