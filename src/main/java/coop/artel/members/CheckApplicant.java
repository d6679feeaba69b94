package coop.artel.members;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/**
 * Asks the law about the application once more, now that the identity document tells that the
 * cooperative may know this human being already.
 */
@Component
class CheckApplicant implements Step {
  private final CheckApplication application;

  CheckApplicant(CheckApplication application) {
    this.application = application;
  }

  @Override
  public void run(Run run) {
    application.run(run);
  }
}
