package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task waits for whoever is in its groups; told in the transaction that made it.
 *
 * @param holder whose it is from the beginning, for some
 */
public record TaskOpened(
    String task,
    String caseId,
    String activity,
    CooperativeId cooperative,
    Set<String> groups,
    @Nullable PersonId holder) {}
