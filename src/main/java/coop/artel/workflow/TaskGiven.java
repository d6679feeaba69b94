package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;

/** Somebody was given a task by another; told in the transaction that gave it. */
public record TaskGiven(
    String task,
    String caseId,
    String activity,
    CooperativeId cooperative,
    PersonId to,
    PersonId by) {}
