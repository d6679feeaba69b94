package coop.artel.access;

import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.Ground;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is given an office, or relieved of it.
 *
 * @param day the first with the office, or the first without it
 * @param salt that the digest covers; absent in what was asked before there was one
 * @param askedFor whom the one who asked stood in for
 * @param deed that waits or waited for a second person; absent where one acted alone
 * @param doneAt absent while it waits, and where it was rejected
 */
public record Appointment(
    UUID id,
    Change change,
    LocalDate day,
    Ground ground,
    @Nullable String salt,
    PersonId askedBy,
    @Nullable PersonId askedFor,
    Instant askedAt,
    @Nullable UUID deed,
    @Nullable Instant doneAt) {
  /**
   * What is to be different.
   *
   * @param entrusts given, else taken
   */
  public record Change(
      CooperativeId cooperative, Office office, PersonId person, boolean entrusts) {
    private static final String ENTRUST = "entrust";
    private static final String RELIEVE = "relieve";

    /** As a deed's subject: the cooperative, the office, what happens, to whom. */
    @Override
    public String toString() {
      return String.join(
          "/",
          cooperative.toString(),
          office.id(),
          entrusts ? ENTRUST : RELIEVE,
          person.toString());
    }

    /** The change that a deed of {@link Appointments#DEED} is about. */
    public static Change of(String deedSubject) {
      var parts = deedSubject.split("/", 4);
      return new Change(
          CooperativeId.of(parts[0]),
          Office.of(parts[1]),
          PersonId.of(parts[3]),
          parts[2].equals(ENTRUST));
    }
  }

  /** The same, for a second person to decide on. */
  Appointment waitingAs(UUID its) {
    return new Appointment(id, change, day, ground, salt, askedBy, askedFor, askedAt, its, doneAt);
  }

  String digest() {
    var content =
        new HashMap<String, Object>(
            Map.of(
                "change", change.toString(),
                "day", day.toString(),
                "ground", ground.number(),
                "groundDay", Objects.toString(ground.day())));
    if (salt != null) {
      content.put("salt", salt);
    }
    return Sha256.of(content);
  }
}
