package coop.artel.members;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;

/** What an applicant is told of the application is another thing now. */
public record ApplicationMoved(
    String caseId, PersonId applicant, CooperativeId cooperative, Status status) {}
