package coop.artel.law;

import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the law answered, and why.
 *
 * @param missing what is missing, as codes under the message key {@code missing.}
 * @param reasons rule ids that carry the outcome; findings tell the rest
 * @param findings sorted by rule id
 * @param edition SHA-256 of the edition asked, hex
 * @param digest SHA-256 of the canonical JSON of this decision, hex
 * @param demonstration rests on a verification made for the demonstration
 * @param basis what else it was made on
 */
public record Decision(
    UUID id,
    CooperativeId cooperative,
    String question,
    LocalDate referenceDate,
    Outcome outcome,
    List<String> missing,
    List<String> reasons,
    List<Finding> findings,
    String edition,
    String digest,
    boolean demonstration,
    Basis basis) {
  /** A decision on the law alone: no verification was in force and no charter was looked into. */
  public Decision(
      UUID id,
      CooperativeId cooperative,
      String question,
      LocalDate referenceDate,
      Outcome outcome,
      List<String> missing,
      List<String> reasons,
      List<Finding> findings,
      String edition,
      String digest,
      boolean demonstration) {
    this(
        id,
        cooperative,
        question,
        referenceDate,
        outcome,
        missing,
        reasons,
        findings,
        edition,
        digest,
        demonstration,
        Basis.NONE);
  }

  /** The bytes that {@code digest} is of: RFC 8785 JSON, without the id and the facts' values. */
  public byte[] canonical() {
    return CanonicalJson.write(Judgement.content(this, false));
  }

  /** Whom it was about was erased: nothing is left but the outcome and its date. */
  public boolean erased() {
    return findings.isEmpty() && reasons.isEmpty() && missing.isEmpty();
  }

  public boolean granted() {
    return outcome == Outcome.GRANTED;
  }
}
