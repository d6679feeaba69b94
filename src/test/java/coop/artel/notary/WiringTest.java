package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import coop.artel.chain.Chain;
import coop.artel.signing.TimeAuthority;
import coop.artel.values.DataFolder;
import coop.artel.values.LegalClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.CharacterEncodingFilter;

/** The module as the container puts it together. */
class WiringTest {
  @Test
  void the_module_records_seals_anchors_and_serves_its_log_by_itself() throws Exception {
    var house = new House();
    try (var context = new AnnotationConfigApplicationContext()) {
      var beans = context.getBeanFactory();
      beans.setConversionService(new ApplicationConversionService());
      context.registerBean(JdbcClient.class, () -> house.database);
      context.registerBean(PlatformTransactionManager.class, () -> house.transactions);
      context.registerBean(Clock.class, Clock::systemUTC);
      context.registerBean(DataFolder.class, () -> house.folder);
      context.registerBean(LegalClock.class, () -> house.legalClock);
      context.registerBean(Chain.class, () -> house.chain.chain);
      context.registerBean(TimeAuthority.class, () -> house.authority);
      context.getEnvironment().getSystemProperties().put("artel.notary.anchor-every", "20ms");
      new ClassPathBeanDefinitionScanner(context).scan("coop.artel.notary");
      context.refresh();

      var records = context.getBean(Records.class);
      new TransactionTemplate(house.transactions)
          .executeWithoutResult(
              status -> records.append("a", List.of(Happening.of(RecordKind.STARTED))));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> records.of("a").get(0).seal().stage() == SealState.Stage.ANCHORED);

      var web =
          MockMvcBuilders.standaloneSetup(context.getBean(LogController.class))
              // As the whole service has it.
              .addFilters(new CharacterEncodingFilter("UTF-8", true))
              .build();
      web.perform(get("/log/checkpoint"))
          .andExpect(status().isOk())
          .andExpect(header().string("Cache-Control", "no-cache"))
          .andExpect(content().contentType("text/plain;charset=utf-8"));
      web.perform(get("/log/tile/0/000.p/1"))
          .andExpect(status().isOk())
          .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
          .andExpect(header().string("Content-Type", "application/octet-stream"))
          .andExpect(content().bytes(Hashes.ofHex(records.of("a").get(0).digest())));
      web.perform(get("/log/tile/entries/000.p/1")).andExpect(status().isOk());
      web.perform(get("/log/history/0"))
          .andExpect(status().isOk())
          .andExpect(header().string("Cache-Control", "no-cache"));
      var proof =
          web.perform(get("/log/proof/0"))
              .andExpect(status().isOk())
              .andExpect(header().string("Cache-Control", "no-cache"))
              .andExpect(content().contentType("text/plain;charset=utf-8"))
              .andReturn()
              .getResponse()
              .getContentAsByteArray();
      assertThat(ProofVerifier.verify(proof, Policy.parse(house.policy()), null).result())
          .isEqualTo(Verifier.Result.GOOD);
      web.perform(get("/log/consistency/1")).andExpect(status().isOk());
      web.perform(get("/log/stamped")).andExpect(status().isNotFound());
      web.perform(get("/log/tile/0/000")).andExpect(status().isNotFound());
      web.perform(get("/log/tile/0/000.p/2")).andExpect(status().isNotFound());
      web.perform(get("/log/policy"))
          .andExpect(status().isOk())
          .andExpect(content().bytes(house.policy()));
    } finally {
      System.clearProperty("artel.notary.anchor-every");
    }
  }
}
