package coop.artel.workflow;

import coop.artel.law.Facts;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Has the law asked whether a user task may be completed as somebody is about to. Its bean is
 * called after the task: {@code obtainSignatureGuard} guards {@code obtain-signature}.
 */
public interface Guard {
  /** The question of the law, as the model names it at the task. */
  String question();

  /**
   * What to ask. It is called when the form's handler has stored the values, which are rolled back
   * if the law forbids; so the facts are read where the process will read them.
   *
   * @return nothing where this way to complete the task is not the law's to forbid
   */
  Optional<Asked> asks(Submission submission);

  /**
   * A question to the law.
   *
   * @param day the reference date
   * @param about the person whose key hides what is found
   */
  record Asked(Facts facts, LocalDate day, PersonId about) {}
}
