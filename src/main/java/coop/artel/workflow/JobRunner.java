package coop.artel.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the engine's jobs from when everything is ready until the service stops. */
@Component
class JobRunner implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  private final ObjectProvider<ProcessEngine> engine;
  private final boolean enabled;
  private volatile boolean running;

  /**
   * @param enabled whether this node runs jobs at all
   */
  JobRunner(ObjectProvider<ProcessEngine> engine, @Value("${artel.jobs:true}") boolean enabled) {
    this.engine = engine;
    this.enabled = enabled;
  }

  @Override
  public boolean isAutoStartup() {
    return enabled;
  }

  @Override
  public void start() {
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

  private JobExecutor executor() {
    var configuration =
        (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    return configuration.getJobExecutor();
  }
}
