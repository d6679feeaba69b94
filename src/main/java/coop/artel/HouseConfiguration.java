package coop.artel;

import coop.artel.values.DataFolder;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What no module owns: the data folder and real time. */
@Configuration
@EnableScheduling
class HouseConfiguration {
  @Bean
  DataFolder dataFolder(@Value("${artel.data}") Path path) {
    return new DataFolder(path);
  }

  /** Real UTC: sessions, tokens, certificates, checkpoints. Deadlines use the legal clock. */
  @Bean
  Clock realClock() {
    return Clock.systemUTC();
  }
}
