package coop.artel.desk.members;

import coop.artel.desk.cases.CaseView;
import coop.artel.desk.cases.ConsentView;
import coop.artel.desk.cases.SealView;
import coop.artel.desk.cases.ViewingViews;
import coop.artel.desk.forms.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant sees it.
 *
 * @param outcome id of the end reached, absent while open
 * @param consent to the processing of the applicant's data
 * @param ask what the applicant is asked now, absent if nothing
 */
record ApplicationView(
    String id,
    String caseNumber,
    String name,
    String cooperative,
    String status,
    String receivedOn,
    @Nullable String decideBy,
    @Nullable String outcome,
    List<Mark> way,
    @Nullable Ask ask,
    List<CaseView.Paper> papers,
    @Nullable ConsentView consent,
    @Nullable SealView receipt,
    List<ViewingViews.Row> looks) {
  /**
   * A station of the way.
   *
   * @param state {@code done}, {@code now}, {@code ahead}, {@code off}
   * @param now what is awaited there, absent elsewhere
   */
  record Mark(String id, String state, @Nullable String day, @Nullable String now) {}

  /** A task of the applicant with its form, which says what is missing. */
  record Ask(String task, FormView form) {}

  public boolean open() {
    return outcome == null;
  }
}
