package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.documents.Document;
import coop.artel.workflow.Cases;

/**
 * What of a case may be shown to whom: all of it to whoever holds an office in its cooperative, and
 * to the person whom it is about the papers that are addressed to that person.
 */
final class CaseAccess {
  private CaseAccess() {}

  /** The case, for those who may see all of it; else it is not theirs to know: 404. */
  static Cases.Case whole(Cases cases, Caller caller, String caseId) {
    var found = cases.find(caller, caseId);
    if (!caller.serves(found.cooperative())) {
      throw new NotServed();
    }
    return found;
  }

  static void demand(Cases cases, Caller caller, Document document) {
    cases.find(caller, document.caseId());
    if (!caller.serves(document.cooperative()) && !ApplicationViews.OWN.contains(document.kind())) {
      throw new DocumentUnknown();
    }
  }
}
