package coop.artel.workflow;

import coop.artel.values.CooperativeId;

/**
 * A step has failed as often as it is tried; it stands still until an operator lets it be tried
 * again.
 *
 * @param incident id of the standstill
 */
public record StepFailed(
    String incident, String caseId, String activity, CooperativeId cooperative) {}
