package coop.artel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.values.DataFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class NoDatabaseTest {
  @TempDir Path data;

  @Test
  void a_jar_without_a_database_says_which_settings_it_needs() {
    forServers()
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(context.getStartupFailure()).isInstanceOf(NoDatabase.class);
              var analysis = new NoDatabaseAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getAction())
                  .contains("spring.datasource.url", "spring.flyway.user", "docker/README.md");
            });
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_jar_without_a_database_starts_on_one_that_is_named() {
    forServers()
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/artel")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void what_it_needs_is_told_without_a_stack_trace() {
    assertThat(SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, null))
        .contains(NoDatabaseAnalyzer.class.getName());
  }

  private ApplicationContextRunner forServers() {
    return new ApplicationContextRunner()
        .withClassLoader(new FilteredClassLoader("io.zonky"))
        .withBean(DataFolder.class, () -> new DataFolder(data))
        .withUserConfiguration(DatabaseConfiguration.class, DatabaseMissing.class);
  }
}
