package coop.artel.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import coop.artel.values.DataFolder;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The embedded server in place of {@code spring.datasource}, unless a database is named there. */
@Configuration
@ConditionalOnClass(name = DatabaseConfiguration.SERVER)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class DatabaseConfiguration {
  /** By name, since a jar built for servers has neither it nor the class of ours that needs it. */
  static final String SERVER = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

  private static final int CONNECTIONS = 20;

  /** Whoever waits longer is told that the database is away; application.yaml says the same. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  EmbeddedDatabase embeddedDatabase(DataFolder data) {
    return new EmbeddedDatabase(data.path());
  }

  @Bean
  @Primary
  DataSource dataSource(EmbeddedDatabase database) {
    var config = new HikariConfig();
    config.setDataSource(database.service());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setPoolName("artel");
    return new HikariDataSource(config);
  }

  @Bean
  @FlywayDataSource
  DataSource ownerDataSource(EmbeddedDatabase database) {
    return database.owner();
  }
}
