package coop.artel.workflow;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the engine's jobs from when everything is ready until the service stops. */
@Component
class JobRunner implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  /** Between two looks for jobs, also after the database was away. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /**
   * A node that is gone keeps its jobs from the others for so long. No step may take longer: it
   * would be begun anew before it is done, again and again. The longest enters a whole list of
   * members.
   */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

  private final ObjectProvider<ProcessEngine> engine;
  private final JdbcClient sql;
  private final boolean alone;
  private final boolean enabled;
  private volatile boolean running;

  /**
   * @param enabled whether this node runs jobs at all
   */
  JobRunner(
      ObjectProvider<ProcessEngine> engine,
      JdbcClient sql,
      Environment environment,
      @Value("${artel.jobs:true}") boolean enabled) {
    this.engine = engine;
    this.sql = sql;
    this.alone = !environment.containsProperty("spring.datasource.url");
    this.enabled = enabled;
  }

  @Override
  public boolean isAutoStartup() {
    return enabled;
  }

  @Override
  public void start() {
    if (alone) {
      freeJobs();
    }
    executor().setMaxWait(LONGEST_WAIT.toMillis());
    executor().setLockTimeInMillis((int) LONGEST_HOLD.toMillis());
    executor().start();
    running = true;
  }

  /** Waits for the jobs that run. */
  @Override
  public void stop() {
    executor().shutdown();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Lets running jobs end, does the work, and goes on; acquisition starts afresh. */
  void whilePaused(Runnable work) {
    boolean resume = running;
    if (resume) {
      log.info("Pausing the engine's jobs");
      stop();
    }
    try {
      work.run();
    } finally {
      if (resume) {
        start();
      }
    }
  }

  /**
   * Nobody else works on a database of our own, so a job that is still held is held by a service
   * that was killed; elsewhere it is free when its time is over.
   */
  private void freeJobs() {
    int freed =
        sql.sql(
                "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null"
                    + " where lock_owner_ is not null")
            .update();
    if (freed > 0) {
      log.info("Taking up {} jobs that an earlier service left in the middle", freed);
    }
  }

  private JobExecutor executor() {
    var configuration =
        (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    return configuration.getJobExecutor();
  }
}
