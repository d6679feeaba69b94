package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import java.util.Set;

/** A task waits for whoever is in its groups; told in the transaction that made it. */
public record TaskOpened(
    String task, String caseId, String activity, CooperativeId cooperative, Set<String> groups) {}
