package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import java.util.List;

/** A small case with everything that an export can hold. */
final class Admission {
  static final String CASE = "3c0e9a3e-1111-4b5c-9d00-000000000001";
  static final byte[] NOTICE = "{\"kind\":\"decision-notice\"}".getBytes(UTF_8);
  static final byte[] DECISION = "{\"outcome\":\"granted\"}".getBytes(UTF_8);
  static final PersonId APPLICANT = PersonId.of("5f0c2a10-0000-4000-8000-000000000001");
  static final PersonId SECRETARY = PersonId.of("5f0c2a10-0000-4000-8000-000000000002");

  private Admission() {}

  static Exports.Attachment[] attachments() {
    return new Exports.Attachment[] {
      new Exports.Attachment("уведомление 1.json", NOTICE),
      new Exports.Attachment("decision.json", DECISION),
      new Exports.Attachment("stranger.json", "{}".getBytes(UTF_8))
    };
  }

  /** Four records, sealed one by one with another case in between, and not anchored. */
  static void record(House house) {
    house.transaction.executeWithoutResult(
        status -> {
          house.records.subject(CASE, APPLICANT);
          house.records.append(
              CASE,
              List.of(
                  Happening.of(RecordKind.CONSENT).by(APPLICANT).with("purpose", "membership"),
                  Happening.of(RecordKind.STARTED).with("process", "admit-member")));
        });
    seal(house);
    house.append(
        CASE,
        Happening.of(RecordKind.COMPLETED)
            .by(SECRETARY)
            .with("activity", "send-notice")
            .with("documents", List.of(digest(NOTICE)))
            .with("decisions", List.of(digest(DECISION)))
            .committing("sentOn", "2025-03-02")
            .committing("matches", true)
            .committing("votes", 7L));
    seal(house);
  }

  static void end(House house) {
    house.append(CASE, Happening.of(RecordKind.ENDED).with("outcome", "member-admitted"));
    seal(house);
  }

  private static void seal(House house) {
    house.append("other-case", Happening.of(RecordKind.BALLOT));
    house.sequencer.sequenceNow();
  }

  static String digest(byte[] bytes) {
    return Hashes.hex(Hashes.sha256(bytes));
  }
}
