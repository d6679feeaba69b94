package coop.artel.documents;

import coop.artel.values.CooperativeId;
import java.time.Instant;
import java.util.UUID;

/**
 * A canonical document: its content as RFC 8785 JSON; HTML is only a rendering.
 *
 * @param number within kind and cooperative, from 1
 * @param canonical nothing once whom it is about was erased
 * @param digest SHA-256 of the canonical bytes, hex
 * @param revision of those with its number, from 1
 * @param replaced there is a later revision
 */
public record Document(
    UUID id,
    Kind kind,
    long number,
    CooperativeId cooperative,
    String caseId,
    Instant writtenAt,
    byte[] canonical,
    String digest,
    int revision,
    boolean replaced) {
  static final byte[] ERASED = new byte[0];

  /** Only that there was one is known: its number, its time and its digest. */
  public boolean erased() {
    return canonical.length == 0;
  }

  /** Kinds are added; a kind's number is never used again. */
  public enum Kind {
    MEMBERSHIP_APPLICATION(1, "membership-application"),
    DATA_CONSENT(2, "data-consent"),
    COUNCIL_DECISION(3, "council-decision"),
    DECISION_NOTICE(4, "decision-notice"),
    MEMBER_CERTIFICATE(5, "member-certificate"),
    RETURN_LETTER(6, "return-letter"),
    MEMBER_LETTER(7, "member-letter");

    private final int number;
    private final String id;

    Kind(int number, String id) {
      this.number = number;
      this.id = id;
    }

    public int number() {
      return number;
    }

    /** As the template in {@code jurisdictions/<country>/documents} is called. */
    public String id() {
      return id;
    }
  }
}
