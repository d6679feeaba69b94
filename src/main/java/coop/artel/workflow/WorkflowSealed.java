package coop.artel.workflow;

import coop.artel.people.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where this module seals, and what the law decided in its cases. */
@Component
class WorkflowSealed implements SealedColumn.Source {
  private static final String SUBJECT =
      "select subject from workflow.cases where cases.id = it.case_id";

  @Override
  public List<SealedColumn> sealed() {
    return List.of(
        SealedColumn.of("workflow.comments", "content", "it.id", SUBJECT),
        SealedColumn.of(
            "workflow.drafts",
            "content",
            "it.task || '/' || it.person",
            """
            select subject from workflow.tasks join workflow.cases on cases.id = case_id
            where tasks.id = it.task\
            """),
        SealedColumn.of("workflow.saved_views", "content", "it.id", "it.person"),
        new SealedColumn(
            "workflow.judgements",
            "reason",
            "'workflow.judgements ' || it.task",
            SUBJECT,
            "reason"),
        SealedColumn.of(
            "law.decisions",
            "content",
            "it.id",
            """
            select subject from workflow.step_notes join workflow.cases on cases.id = case_id
            where step_notes.decision = it.id limit 1\
            """));
  }
}
