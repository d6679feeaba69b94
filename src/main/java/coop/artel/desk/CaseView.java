package coop.artel.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is read from top to bottom.
 *
 * @param outcome id of the end reached, absent while open
 * @param waiting what waits for whom, open cases only
 */
record CaseView(
    Head head,
    List<Line> history,
    List<Line> waiting,
    List<Paper> papers,
    List<SealView> seals,
    @Nullable Deadline deadline) {
  /** What every list and page says of a case. */
  record Head(
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
   * @param actor who did it, absent when the service did
   */
  record Line(
      String activity,
      String title,
      String kind,
      String state,
      String day,
      String time,
      @Nullable String actor,
      @Nullable DecisionView decision,
      @Nullable SealView seal) {}

  /** A document of the case. */
  record Paper(String id, String title, long number, String writtenAt, String digest) {}

  /**
   * A term that runs.
   *
   * @param passed days of {@code length} that are over
   */
  record Deadline(
      String lastDay,
      String away,
      long passed,
      long length,
      boolean over,
      boolean preliminary,
      String article) {}

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
