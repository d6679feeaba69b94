package coop.artel.desk.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is read from top to bottom.
 *
 * @param outcome id of the end reached, absent while open
 * @param waiting what waits for whom, open cases only
 * @param member where the person whom it is about stands in the register, absent if not there
 */
public record CaseView(
    Head head,
    List<Line> history,
    List<Line> waiting,
    List<Paper> papers,
    List<SealView> seals,
    List<Deadline> deadlines,
    RegisterLines.@Nullable Line member) {
  /** What every list and page says of a case. */
  public record Head(
      String id,
      String number,
      String process,
      String subject,
      String cooperative,
      String startedOn,
      @Nullable String endedOn,
      @Nullable String outcome,
      String state) {
    public boolean open() {
      return endedOn == null;
    }
  }

  /**
   * A step.
   *
   * @param state {@code done}, {@code waiting}, {@code cancelled}, {@code incident}
   * @param within the called process that it belongs to, absent in the case's own
   * @param run which run of the same activity it is, from 1
   * @param day on which it was done, or since which it waits
   * @param began where that was another day than the one on which it was done
   * @param actor who did it or has claimed it; absent when the service did
   * @param offices whose holders may take it
   * @param voters who has yet to vote, where it waits for votes
   * @param said what the person answered who did it
   */
  public record Line(
      String id,
      String instance,
      String activity,
      String title,
      String kind,
      String state,
      @Nullable String within,
      int run,
      String day,
      String time,
      @Nullable String began,
      @Nullable String actor,
      List<String> offices,
      List<String> voters,
      @Nullable Due due,
      @Nullable DecisionView decision,
      List<Said> said,
      List<Paper> papers,
      @Nullable SealView seal) {}

  /**
   * An answer.
   *
   * @param what id of what was asked, and its words
   */
  public record Said(String what, String label, String value) {}

  /** The last day of a step that waits. */
  public record Due(String day, String away, boolean over) {}

  /** A document of the case. */
  public record Paper(String id, String title, long number, String writtenAt, String digest) {}

  /**
   * A term of the law, in words.
   *
   * @param state {@code running}, {@code over}, {@code kept}, {@code late}, {@code missed}
   * @param passed days of {@code length} that are over
   */
  public record Deadline(
      String name, String words, String state, long passed, long length, boolean preliminary) {
    public boolean runs() {
      return state.equals("running") || state.equals("over");
    }
  }

  public boolean allAnchored() {
    return !seals.isEmpty() && seals.stream().allMatch(SealView::anchored);
  }

  public long anchored() {
    return seals.stream().filter(SealView::anchored).count();
  }

  /** The newest decision of the law in this case. */
  public @Nullable DecisionView newestDecision() {
    return history.stream()
        .map(Line::decision)
        .filter(decision -> decision != null)
        .reduce((first, second) -> second)
        .orElse(null);
  }
}
