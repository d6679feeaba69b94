package coop.artel.publishing;

import coop.artel.law.EditionFault;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An edition that somebody wants to have put in force.
 *
 * @param restores number of the publication that is to be in force again
 * @param round how often its files were submitted
 * @param fileSet digest of the files as they were submitted last
 * @param faults what the last check of these files found
 * @param verdicts what second lawyers said, oldest first
 */
public record Proposal(
    UUID id,
    String country,
    String caseId,
    UUID draft,
    Optional<Integer> restores,
    PersonId author,
    Instant proposedAt,
    int round,
    String fileSet,
    List<EditionFault> faults,
    List<Verdict> verdicts,
    State state) {
  /** How far it has come. */
  public enum State {
    OPEN,
    PUBLISHED,
    WITHDRAWN
  }

  /**
   * What a second lawyer said of the files of a round.
   *
   * @param liveFrom first day on which they decide; empty where they were sent back
   * @param note empty where nothing was said
   */
  public record Verdict(
      String task,
      int round,
      PersonId reviewer,
      Optional<LocalDate> liveFrom,
      Optional<String> note,
      Instant at) {}

  /** The verdict on the files of the last round. */
  Optional<Verdict> verdict() {
    return verdicts.stream().filter(it -> it.round() == round).reduce((first, last) -> last);
  }
}
