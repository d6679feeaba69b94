package coop.artel.embedded;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A jar built for servers carries no database; started without one it says so, first of all. */
@Configuration
@ConditionalOnMissingClass(DatabaseConfiguration.SERVER)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class DatabaseMissing {
  @Bean
  static BeanFactoryPostProcessor noDatabase() {
    return factory -> {
      throw new NoDatabase();
    };
  }
}
