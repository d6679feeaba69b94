package coop.artel.workflow;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The engine's jobs of a case, run in the caller's thread: for tests and measurements. */
@Component
public class Jobs {
  private final ManagementService management;
  private final RuntimeService runtime;

  Jobs(ProcessEngine engine) {
    this.management = engine.getManagementService();
    this.runtime = engine.getRuntimeService();
  }

  /** Runs what is due in a case, and what becomes due by it; timers wait for their date. */
  public int runDue(String caseId) {
    int done = 0;
    for (List<Job> due = due(caseId); !due.isEmpty(); due = due(caseId)) {
      for (Job job : due) {
        management.executeJob(job.getId());
        done++;
      }
    }
    return done;
  }

  private List<Job> due(String caseId) {
    return runtime.createProcessInstanceQuery().rootProcessInstanceId(caseId).list().stream()
        .map(ProcessInstance::getId)
        .flatMap(
            instance ->
                management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .executable()
                    .list()
                    .stream())
        .toList();
  }
}
