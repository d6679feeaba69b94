package coop.artel.people;

import coop.artel.values.DataFolder;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
  /** The keys lie in {@code keys} of the data folder. */
  @Bean
  @DependsOnDatabaseInitialization
  FieldCipher fieldCipher(
      DataFolder data, DataSource database, @Value("${artel.keys.password:}") String password) {
    return new FieldKeys(data.resolve("keys"), password).open(database);
  }
}
