package coop.artel.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the council on an application, with the votes as they were cast.
 *
 * @param members of the council with a vote on that day
 * @param castingVote the chair's vote decided a tie
 * @param grounds what the law found about quorum, threshold and time
 * @param decisionDigest of the law's decision that counted the votes, hex
 * @param secretary absent if none was named
 * @param demonstration the law's decision rests on a verification made for the demonstration
 */
public record CouncilDecisionContent(
    String applicant,
    long applicationNumber,
    LocalDate appliedOn,
    LocalDate decidedOn,
    boolean adopted,
    int members,
    List<Vote> votes,
    int votesFor,
    int votesAgainst,
    int abstained,
    boolean castingVote,
    List<Ground> grounds,
    String decisionDigest,
    String chair,
    @Nullable String secretary,
    boolean demonstration)
    implements DocumentContent {

  /**
   * @param vote {@code for}, {@code against}, {@code abstained}
   * @param reason as the voter gave it, empty if none was given
   */
  public record Vote(String name, String vote, Instant castAt, String reason) {}

  public CouncilDecisionContent {
    if (votesFor + votesAgainst + abstained != votes.size() || votes.size() > members) {
      throw new IllegalArgumentException(
          "%d votes of %d members cannot count %d, %d, %d"
              .formatted(votes.size(), members, votesFor, votesAgainst, abstained));
    }
  }

  @Override
  public Document.Kind kind() {
    return Document.Kind.COUNCIL_DECISION;
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("applicant", applicant);
    map.put("applicationNumber", applicationNumber);
    map.put("appliedOn", appliedOn.toString());
    map.put("decidedOn", decidedOn.toString());
    map.put("adopted", adopted);
    map.put("members", (long) members);
    map.put("voted", (long) votes.size());
    map.put("votes", votes.stream().map(CouncilDecisionContent::asMap).toList());
    map.put("votesFor", (long) votesFor);
    map.put("votesAgainst", (long) votesAgainst);
    map.put("abstained", (long) abstained);
    map.put("castingVote", castingVote);
    map.put("grounds", Ground.asMaps(grounds));
    map.put("grounded", !grounds.isEmpty());
    map.put("boundsOpen", Ground.boundsOpen(grounds));
    map.put("decisionDigest", decisionDigest);
    map.put("chair", chair);
    map.put("secretary", DocumentContent.text(secretary));
    map.put("demonstration", demonstration);
    return map;
  }

  private static Map<String, Object> asMap(Vote vote) {
    return Map.of(
        "name", vote.name(),
        "vote", vote.vote(),
        "castAt", DocumentContent.moment(vote.castAt()),
        "reason", vote.reason());
  }
}
