package coop.artel.members;

import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Submission;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the secretary found where an applicant and the document do not match. */
enum Mismatch {
  /** They match, or nobody can tell yet. */
  NONE,
  /** The application differs from the document: the applicant corrects it. */
  DATA,
  /** It is another human being: the application goes back. */
  PERSON;

  /** As the variable of the process and the form spell it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * As it was sent in. Whoever finds something wrong says what: the applicant reads it. Where they
   * match, how the application is signed is said too; forms of older models ask for it themselves.
   *
   * @param check is told what is not said
   */
  static Mismatch in(Submission submission, FormInvalid.Check check) {
    var values = submission.values();
    var found = of(submission);
    check
        .demand(found == NONE || !submission.flag("matches"), "mismatch", "matches-too")
        .demand(found == NONE || values.containsKey("note"), "note", "required")
        .demand(found != NONE || values.containsKey("signing"), "signing", "required");
    return found;
  }

  /** As it was sent in, right or wrong. */
  static Mismatch of(Submission submission) {
    @Nullable Object sent = submission.values().get("mismatch");
    return sent == null ? NONE : valueOf(sent.toString().toUpperCase(Locale.ROOT));
  }
}
