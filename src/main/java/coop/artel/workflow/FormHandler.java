package coop.artel.workflow;

import coop.artel.access.Caller;
import java.util.List;
import java.util.Map;

/**
 * Takes what a form says into its module's own tables and tells the engine ids and outcomes only.
 */
public interface FormHandler {
  /** The form's id, which is the user task's id too. */
  String form();

  /** Stores the values; what it returns becomes variables of the process. */
  List<Variable.Assignment> handle(Submission submission);

  /**
   * What the form shows before anything is entered, by field key; personal data stay out of the
   * engine.
   */
  default Map<String, Object> prefill(Run run) {
    return Map.of();
  }

  /**
   * Refuses whoever belongs to the task's group and may not complete it all the same, before they
   * have taken it and typed something. {@link #handle} asks for itself.
   */
  default void demandMayTake(Run run, Caller caller) {}
}
