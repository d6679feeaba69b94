package coop.artel.members;

import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A secretary enters what an applicant on paper adds: the same fields, another person. */
@Component
class CompletePaperApplication implements FormHandler {
  private final CompleteApplication application;

  CompletePaperApplication(CompleteApplication application) {
    this.application = application;
  }

  @Override
  public String form() {
    return "complete-paper-application";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    return application.prefill(run);
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    return application.handle(submission);
  }
}
