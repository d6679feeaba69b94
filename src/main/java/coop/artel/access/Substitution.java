package coop.artel.access;

import coop.artel.registry.Deputyship;
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
 * Somebody is to do an officer's work for a while.
 *
 * @param salt that the digest covers; absent in what was asked before there was one
 * @param askedFor whom the one who asked stood in for
 * @param deed that waits or waited for a second person; absent where one acted alone
 * @param doneAt absent while it waits, and where it was rejected
 * @param end before the last day, absent where there was none
 */
public record Substitution(
    UUID id,
    Change change,
    Ground ground,
    @Nullable String salt,
    PersonId askedBy,
    @Nullable PersonId askedFor,
    Instant askedAt,
    @Nullable UUID deed,
    @Nullable Instant doneAt,
    @Nullable End end) {
  /**
   * Who is to stand in for whom, and when; both days count.
   *
   * @param principal whose office it is and stays
   */
  public record Change(
      CooperativeId cooperative,
      Office office,
      PersonId principal,
      PersonId deputy,
      LocalDate first,
      LocalDate last) {

    /** As a deed's subject. */
    @Override
    public String toString() {
      return String.join(
          "/",
          cooperative.toString(),
          office.id(),
          principal.toString(),
          deputy.toString(),
          first.toString(),
          last.toString());
    }

    /** The change that a deed of {@link Substitutions#DEED} is about. */
    public static Change of(String deedSubject) {
      var parts = deedSubject.split("/", 6);
      return new Change(
          CooperativeId.of(parts[0]),
          Office.of(parts[1]),
          PersonId.of(parts[2]),
          PersonId.of(parts[3]),
          LocalDate.parse(parts[4]),
          LocalDate.parse(parts[5]));
    }
  }

  /**
   * @param day the first without it
   * @param endedFor whom the one who ended it stood in for
   */
  public record End(LocalDate day, PersonId by, @Nullable PersonId endedFor, Instant at) {}

  /** The same, for a second person to decide on. */
  Substitution waitingAs(UUID its) {
    return new Substitution(id, change, ground, salt, askedBy, askedFor, askedAt, its, doneAt, end);
  }

  /** As the registry keeps it. */
  Deputyship deputyship() {
    return new Deputyship(
        id,
        change.cooperative(),
        change.office(),
        change.principal(),
        change.deputy(),
        change.first(),
        change.last(),
        "%s, %s".formatted(ground.number(), ground.day()));
  }

  String digest() {
    var content =
        new HashMap<String, Object>(
            Map.of(
                "change", change.toString(),
                "ground", ground.number(),
                "groundDay", Objects.toString(ground.day())));
    if (salt != null) {
      content.put("salt", salt);
    }
    return Sha256.of(content);
  }
}
