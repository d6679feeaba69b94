package coop.artel.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What people answered in the tasks of a case, read back from the tables of the module that asked;
 * the engine knows ids and outcomes only.
 */
public interface Answers {
  /** Oldest first; for those who were allowed to see the whole case. */
  List<Answer> of(String caseId);

  /**
   * One answer in a task.
   *
   * @param what was asked; its message key is {@code said.<what>}
   * @param value text as it was entered, a {@link java.time.LocalDate}, a sum, a Boolean, or a
   *     {@link Word}
   */
  record Answer(String task, String what, Object value) {}

  /** One of a few answers that could be given; its message key is {@code said.<what>.<id>}. */
  record Word(String id) {}

  /** What was sealed for somebody who has been erased since; its message key is {@code erased}. */
  Word ERASED = new Word("erased");

  /** What was sealed, as it opens now. */
  static Object orErased(Optional<String> opened) {
    return opened.<Object>map(it -> it).orElse(ERASED);
  }
}
