package coop.artel.workflow;

import coop.artel.values.Refusal;

/** There is no such case, or the caller may not know of it. */
public class CaseUnknown extends Refusal {
  CaseUnknown(String caseId) {
    super(Kind.NOT_FOUND, "case-unknown", "There is no case %s for you", caseId);
  }
}
