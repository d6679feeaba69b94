package coop.artel.access;

import coop.artel.values.DataFolder;
import coop.artel.values.LegalClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The small house of {@link AccountCommand}: a database, its people, their accounts. It bears no
 * stereotype, so the service does not find it.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class
})
@ComponentScan({"coop.artel.people", "coop.artel.jurisdiction"})
@Import({Accounts.class, Passwords.class})
class AccountTools {
  @Bean
  DataFolder dataFolder(@Value("${artel.data}") Path path) {
    return new DataFolder(path);
  }

  @Bean
  Clock realClock() {
    return Clock.systemUTC();
  }

  /** Nobody moves the clock of a house with its own database. */
  @Bean
  LegalClock legalClock() {
    return () -> Duration.ZERO;
  }
}
