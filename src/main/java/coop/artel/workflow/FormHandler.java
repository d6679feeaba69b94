package coop.artel.workflow;

import java.util.List;

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
  default java.util.Map<String, Object> prefill(Run run) {
    return java.util.Map.of();
  }
}
