package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.access.Viewings;
import coop.artel.access.Viewings.Kind;
import coop.artel.documents.Document;
import coop.artel.law.Decision;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.CooperativeId;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import org.springframework.stereotype.Component;

/** Writes down what is about to be shown to whom; called before anything is shown. */
@Component
public class Looks {
  private final Viewings viewings;
  private final Cases cases;

  Looks(Viewings viewings, Cases cases) {
    this.viewings = viewings;
    this.cases = cases;
  }

  /** The case itself, for whoever may see all of it. */
  public Cases.Case atCase(Caller caller, String caseId) {
    return at(Kind.CASE, caller, CaseAccess.whole(cases, caller, caseId));
  }

  public Cases.Case atExport(Caller caller, String caseId) {
    return at(Kind.EXPORT, caller, CaseAccess.whole(cases, caller, caseId));
  }

  public void atDocument(Caller caller, Document document) {
    CaseAccess.demand(cases, caller, document);
    at(Kind.DOCUMENT, caller, cases.find(caller, document.caseId()));
  }

  public void atTask(Caller caller, Task task) {
    at(Kind.TASK, caller, cases.find(caller, task.caseId()));
  }

  public void atQuestion(Caller caller, String caseId) {
    at(Kind.QUESTION, caller, cases.find(caller, caseId));
  }

  public void atApplication(Caller caller, String caseId) {
    at(Kind.CASE, caller, cases.find(caller, caseId));
  }

  public void atDecision(Caller caller, Decision decision) {
    viewings.add(caller, decision.cooperative(), Kind.DECISION, null, null);
  }

  public void atRegister(Caller caller, CooperativeId cooperative) {
    viewings.add(caller, cooperative, Kind.REGISTER, null, null);
  }

  /** One line of it, with what is known of its member. */
  public void atEntry(Caller caller, Membership line) {
    viewings.add(caller, line.cooperative(), Kind.REGISTER, null, line.person());
  }

  /** A search goes through all cooperatives that the caller serves. */
  public void atSearch(Caller caller) {
    atLists(Kind.SEARCH, caller);
  }

  /** A list that is taken along. */
  public void atTable(Caller caller) {
    atLists(Kind.EXPORT, caller);
  }

  private void atLists(Kind kind, Caller caller) {
    caller.offices().keySet().stream()
        .filter(caller::serves)
        .forEach(it -> viewings.add(caller, it, kind, null, null));
  }

  private Cases.Case at(Kind kind, Caller caller, Cases.Case it) {
    viewings.add(caller, it.cooperative(), kind, it.id(), it.subject());
    return it;
  }
}
