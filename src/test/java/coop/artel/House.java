package coop.artel;

import coop.artel.law.ScriptedLaw;
import coop.artel.workflow.ClockOfTheHouse;
import coop.artel.workflow.FlowCoverage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole service in the test's JVM, on a data folder of its own, with the demonstration
 * cooperative, without a chain; the engine's jobs run when the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Artel.class, House.Instruments.class},
    properties = {
      "artel.jobs=false",
      "artel.chain.embedded=false",
      "artel.notary.sequence-every=100ms"
    })
@ContextConfiguration(initializers = House.OwnFolder.class)
@TestExecutionListeners(
    listeners = ClockOfTheHouse.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface House {
  /** What a test sees of the inside. */
  @TestConfiguration
  class Instruments {
    @Bean
    static FlowCoverage flowCoverage() {
      return new FlowCoverage();
    }

    @Bean
    static ScriptedSteps scriptedSteps() {
      return new ScriptedSteps();
    }

    @Bean
    static ScriptedLaw scriptedLaw() {
      return new ScriptedLaw();
    }
  }

  /** Gives each context a folder under the build's own, which the next clean build removes. */
  final class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path folder =
            Files.createTempDirectory(Files.createDirectories(Path.of("target/houses")), "data");
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("house", Map.of("artel.data", folder.toString())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
