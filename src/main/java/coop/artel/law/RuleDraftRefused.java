package coop.artel.law;

import coop.artel.values.Refusal;
import java.time.Instant;

/** What may not be done to a draft of rules. */
public class RuleDraftRefused extends Refusal {
  private RuleDraftRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static RuleDraftRefused unknown() {
    return new RuleDraftRefused(Kind.NOT_FOUND, "rule-draft-unknown", "There is no such draft");
  }

  static RuleDraftRefused commentUnknown() {
    return new RuleDraftRefused(Kind.NOT_FOUND, "comment-unknown", "There is no such comment");
  }

  static RuleDraftRefused notTheirs() {
    return new RuleDraftRefused(
        Kind.FORBIDDEN, "rule-draft-not-theirs", "Only lawyers write drafts of rules");
  }

  /** It waits for its review, was published or withdrawn. */
  static RuleDraftRefused closed() {
    return new RuleDraftRefused(
        Kind.CONFLICT, "rule-draft-closed", "This draft is not being written any more");
  }

  /** Somebody else changed the same file after this one was opened. */
  static RuleDraftRefused changed(String path, Instant at) {
    return new RuleDraftRefused(
        Kind.CONFLICT, "rule-draft-changed", "%s was changed meanwhile, at %s", path, at);
  }

  static RuleDraftRefused path(String path) {
    return new RuleDraftRefused(
        Kind.INVALID, "rule-draft-path", "A draft of this country has no file %s", path);
  }

  static RuleDraftRefused tooLarge(String path) {
    return new RuleDraftRefused(Kind.TOO_LARGE, "rule-draft-too-large", "%s is too large", path);
  }

  static RuleDraftRefused empty() {
    return new RuleDraftRefused(
        Kind.CONFLICT, "rule-draft-empty", "This draft changes nothing of what is in force");
  }

  /** Something else was published since. */
  static RuleDraftRefused outdated() {
    return new RuleDraftRefused(
        Kind.CONFLICT, "rule-draft-outdated", "Another edition was published meanwhile");
  }

  /** What was published since changed the same file. */
  static RuleDraftRefused clash(String path) {
    return new RuleDraftRefused(
        Kind.CONFLICT, "rule-draft-clash", "What was published meanwhile changes %s too", path);
  }

  static RuleDraftRefused samePerson() {
    return new RuleDraftRefused(
        Kind.CONFLICT, "rule-draft-same-person", "Who wrote a draft does not publish it");
  }
}
