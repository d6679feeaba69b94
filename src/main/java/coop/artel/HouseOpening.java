package coop.artel;

import coop.artel.demo.Demonstration;
import coop.artel.workflow.Models;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What must stand before the first request is taken: the models, and whoever lives here. */
@Component
class HouseOpening implements SmartLifecycle {
  private final Models models;
  private final ObjectProvider<Demonstration> demonstration;
  private volatile boolean open;

  HouseOpening(Models models, ObjectProvider<Demonstration> demonstration) {
    this.models = models;
    this.demonstration = demonstration;
  }

  @Override
  public void start() {
    models.takeShipped();
    demonstration.ifAvailable(Demonstration::setUp);
    open = true;
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** Before the web server and the engine's jobs, which come last. */
  @Override
  public int getPhase() {
    return 0;
  }
}
