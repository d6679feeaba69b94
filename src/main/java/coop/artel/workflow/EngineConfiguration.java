package coop.artel.workflow;

import coop.artel.law.LegalDays;
import coop.artel.notary.Records;
import coop.artel.values.LegalClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine, set so that models run steps and nothing else. */
@Configuration
class EngineConfiguration {
  /** What a step waits for is often back soon: a database that restarts, a disk made free. */
  private static final List<String> RETRY_AFTER = List.of("PT5S", "PT30S", "PT2M", "PT10M");

  @Bean
  ProcessEngineFactoryBean engine(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      JdbcClient sql,
      Records records,
      LegalClock clock,
      LegalDays days,
      Steps steps,
      ModelBeans beans,
      ApplicationEventPublisher news,
      ObjectProvider<ProcessEnginePlugin> plugins,
      ObjectProvider<FlywayMigrationInitializer> migrated) {
    migrated.ifAvailable(migration -> {});
    var configuration =
        settings(dataSource, transactions, sql, records, clock, days, news, steps::named, beans);
    configuration.setProcessEnginePlugins(plugins.stream().toList());
    var factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    return factory;
  }

  /** The engine's settings, the same in the service and in tests of models. */
  static SpringTransactionsProcessEngineConfiguration settings(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      JdbcClient sql,
      Records records,
      LegalClock clock,
      LegalDays days,
      ApplicationEventPublisher news,
      Function<String, @Nullable StepDelegate> steps,
      ModelCheck.Beans beans) {
    var configuration = new SpringTransactionsProcessEngineConfiguration();
    configuration.setDataSource(dataSource);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseType("postgres");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setJobExecutorActivate(false);
    configuration.setAuthorizationEnabled(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setHistoryCleanupEnabled(false);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setMetricsEnabled(false);
    configuration.setEnableScriptCompilation(false);
    configuration.setDmnEnabled(false);
    configuration.setCmmnEnabled(false);
    configuration.setDefaultNumberOfRetries(RETRY_AFTER.size() + 1);
    configuration.setFailedJobRetryTimeCycle(String.join(",", RETRY_AFTER));
    configuration.setHistoryEventProducer(new WordlessHistory());
    configuration.setFailedJobCommandFactory(
        (job, failure) -> new DefaultJobRetryCmd(job, WordlessFailure.of(failure)));
    configuration.setCustomIncidentHandlers(List.of(new IncidentNews(sql, news)));
    configuration.setExpressionManager(new StepExpressions(steps));
    configuration.setCustomPreDeployers(List.of(new CheckedDeployer(beans)));
    configuration.setCustomPostBPMNParseListeners(
        new ArrayList<>(List.of(new TaskListing(sql, news))));
    configuration.setCustomHistoryEventHandlers(
        List.of(
            new RecordingHandler(
                new RecordWriter(
                    records,
                    new ModelDigests(
                        id -> configuration.getRepositoryService().getProcessModel(id))),
                new CaseListing(sql, records, clock, days))));
    return configuration;
  }

  /** The clock of an installation moves only where the service started its own database. */
  @Bean(initMethod = "resume")
  EngineClock legalClock(
      JdbcClient sql,
      Clock realClock,
      Environment environment,
      JobRunner jobs,
      PlatformTransactionManager transactions,
      ObjectProvider<FlywayMigrationInitializer> migrated) {
    migrated.ifAvailable(migration -> {});
    boolean movable = !environment.containsProperty("spring.datasource.url");
    return new EngineClock(sql, realClock, movable, jobs, new TransactionTemplate(transactions));
  }

  @Bean
  RuntimeService runtimeService(ProcessEngine engine) {
    return engine.getRuntimeService();
  }

  @Bean
  TaskService taskService(ProcessEngine engine) {
    return engine.getTaskService();
  }

  @Bean
  RepositoryService repositoryService(ProcessEngine engine) {
    return engine.getRepositoryService();
  }

  @Bean
  HistoryService historyService(ProcessEngine engine) {
    return engine.getHistoryService();
  }

  @Bean
  IdentityService identityService(ProcessEngine engine) {
    return engine.getIdentityService();
  }
}
