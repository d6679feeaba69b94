package coop.artel.desk.govern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that two persons do, as a reader is told of it.
 *
 * @param subject as its module names it
 * @param link the page on which it can be seen in its surroundings
 * @param about what exactly is approved
 * @param reason why it was rejected or taken back
 * @param state {@code waiting}, {@code approved}, {@code rejected}, {@code superseded}
 * @param mine the reader has proposed it
 * @param mayApprove the reader may be the second person
 */
record DeedView(
    String id,
    String kind,
    String subject,
    String title,
    @Nullable String link,
    List<Fact> about,
    String digest,
    String proposedBy,
    String proposedAt,
    @Nullable String decidedBy,
    @Nullable String decidedAt,
    @Nullable String reason,
    String state,
    boolean mine,
    boolean mayApprove) {
  /** A line of what is approved. */
  record Fact(String name, String words) {}

  public boolean waiting() {
    return state.equals("waiting");
  }
}
