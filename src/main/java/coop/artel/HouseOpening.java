package coop.artel;

import coop.artel.demo.Demonstration;
import coop.artel.workflow.Models;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What must stand before the first request is taken: the models, and whoever lives here. Of nodes
 * that start together on one database one opens the house, and the others find it open.
 */
@Component
class HouseOpening implements SmartLifecycle {
  private final Models models;
  private final ObjectProvider<Demonstration> demonstration;
  private final DataSource database;
  private volatile boolean open;

  HouseOpening(Models models, ObjectProvider<Demonstration> demonstration, DataSource database) {
    this.models = models;
    this.demonstration = demonstration;
    this.database = database;
  }

  @Override
  public void start() {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var lock =
          connection.prepareStatement("select pg_advisory_xact_lock(hashtext('artel.opening'))")) {
        lock.execute();
      }
      models.takeShipped();
      demonstration.ifAvailable(Demonstration::setUp);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("The house cannot be opened alone", e);
    }
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
