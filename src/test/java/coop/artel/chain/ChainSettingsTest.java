package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ChainSettingsTest {
  @TempDir static Path folder;

  private final ApplicationContextRunner service =
      new ApplicationContextRunner().withUserConfiguration(Module.class);

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(basePackageClasses = Chain.class)
  static class Module {
    @Bean
    DataFolder dataFolder() {
      return new DataFolder(folder);
    }
  }

  @Test
  void a_network_is_set_by_its_nodes_chain_and_contract() throws Exception {
    service
        .withPropertyValues(
            "artel.chain.rpc=http://127.0.0.1:1,http://127.0.0.1:2",
            "artel.chain.chain-id=2026",
            "artel.chain.contract=0xABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD",
            "artel.chain.contract-block=17",
            "artel.chain.gas-price=1000",
            "artel.chain.receipt-wait=5s",
            "artel.chain.jwt-file=/run/one.jwt,/run/two.jwt",
            "artel.chain.trusted-certificates=" + certificates(),
            "artel.chain.longest-pause=3m")
        .run(
            context -> {
              var settings = context.getBean(ChainSettings.class);
              assertThat(settings.rpc()).hasSize(2);
              assertThat(settings.chainId()).isEqualTo(2026);
              assertThat(settings.contract()).isEqualTo("0x" + "abcdef".repeat(6) + "abcd");
              assertThat(settings.contractBlock()).isEqualTo(17);
              assertThat(settings.gasPrice()).isEqualTo(BigInteger.valueOf(1000));
              assertThat(settings.receiptWait()).isEqualTo(Duration.ofSeconds(5));
              assertThat(settings.jwtFile())
                  .containsExactly(Path.of("/run/one.jwt"), Path.of("/run/two.jwt"));
              assertThat(settings.trustedCertificates()).exists();
              assertThat(settings.longestPause()).isEqualTo(Duration.ofMinutes(3));
              assertThat(context.getBean(Chain.class).state().development()).isFalse();
            });
  }

  @Test
  void the_service_starts_without_any_chain() {
    service
        .withPropertyValues("artel.chain.embedded=false")
        .run(
            context -> {
              assertThat(context.getBean(Chain.class).state().phase()).isEqualTo(Phase.ABSENT);
              assertThat(context.getBean(ChainHealth.class).health().getDetails())
                  .containsEntry("reason", "chain.not-set");
            });
  }

  @Test
  void a_network_without_its_contract_stops_the_start_with_the_name_of_the_setting() {
    service
        .withPropertyValues("artel.chain.rpc=http://127.0.0.1:1")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("artel.chain.contract"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node:8545|||no http address",
        "http://user:word@node:8545|||no password",
        "http://one,http://two,http://three|/a,/b||2 files for 3 addresses",
        "http://one||-1s|longest-pause",
        "|||need artel.chain.rpc"
      })
  void a_setting_that_cannot_be_right_stops_the_start_and_is_named(
      @Nullable String rpc, @Nullable String tokens, @Nullable String pause, String told) {
    var values = new ArrayList<String>();
    values.add("artel.chain.chain-id=2026");
    values.add("artel.chain.contract=0x" + "a".repeat(40));
    if (rpc != null) {
      values.add("artel.chain.rpc=" + rpc);
    }
    if (tokens != null) {
      values.add("artel.chain.jwt-file=" + tokens);
    }
    if (pause != null) {
      values.add("artel.chain.longest-pause=" + pause);
    }
    service
        .withPropertyValues(values.toArray(String[]::new))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("artel.chain.")
                    .hasMessageContaining(told)
                    .hasMessageNotContaining("user:word"));
  }

  @Test
  void a_node_of_another_chain_stops_the_start_and_what_to_do_is_said() throws Exception {
    try (var node = new StubNode()) {
      service
          .withPropertyValues(
              "artel.chain.rpc=http://127.0.0.1:1," + node.address() + "/key-in-the-path",
              "artel.chain.chain-id=2026",
              "artel.chain.contract=0x" + "a".repeat(40))
          .run(
              context ->
                  assertThat(analysis(context.getStartupFailure()).orElseThrow().getDescription())
                      .contains(node.address() + ": ", "1337, not 2026")
                      .doesNotContain("key-in-the-path"));
    }
  }

  /** As Spring Boot shows it in place of a stack trace. */
  private static Optional<FailureAnalysis> analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(
            FailureAnalyzer.class,
            SpringFactoriesLoader.FailureHandler.handleMessage((supplier, e) -> {}))
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Path certificates() throws Exception {
    return new TlsKeys(folder).certificate();
  }
}
