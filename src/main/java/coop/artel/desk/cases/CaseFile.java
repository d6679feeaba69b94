package coop.artel.desk.cases;

import coop.artel.documents.Document;
import coop.artel.law.Decision;
import coop.artel.notary.CaseRecord;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is kept on a case, each step with what belongs to it. */
record CaseFile(List<Step> steps, List<Document> documents, List<CaseRecord> records) {
  static final String WAITING = "waiting";
  static final String INCIDENT = "incident";

  /**
   * One run of an activity.
   *
   * @param state the activity's own, or {@code incident}
   * @param run which run of this activity it is, from 1
   * @param task while it waits for a person
   * @param decision of the law, where one was made in it
   * @param answers what the person said who did it
   */
  record Step(
      Cases.Activity activity,
      String state,
      int run,
      @Nullable Task task,
      @Nullable Decision decision,
      List<Document> documents,
      @Nullable CaseRecord record,
      List<Answers.Answer> answers) {
    boolean open() {
      return state.equals(WAITING) || state.equals(INCIDENT);
    }
  }
}
