package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.ChainState.Phase;
import coop.artel.values.DataFolder;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

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
  void a_network_is_set_by_its_nodes_chain_and_contract() {
    service
        .withPropertyValues(
            "artel.chain.rpc=http://127.0.0.1:1,http://127.0.0.1:2",
            "artel.chain.chain-id=2026",
            "artel.chain.contract=0xABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD",
            "artel.chain.contract-block=17",
            "artel.chain.gas-price=1000",
            "artel.chain.receipt-wait=5s")
        .run(
            context -> {
              var settings = context.getBean(ChainSettings.class);
              assertThat(settings.rpc()).hasSize(2);
              assertThat(settings.chainId()).isEqualTo(2026);
              assertThat(settings.contract()).isEqualTo("0x" + "abcdef".repeat(6) + "abcd");
              assertThat(settings.contractBlock()).isEqualTo(17);
              assertThat(settings.gasPrice()).isEqualTo(BigInteger.valueOf(1000));
              assertThat(settings.receiptWait()).isEqualTo(Duration.ofSeconds(5));
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
}
