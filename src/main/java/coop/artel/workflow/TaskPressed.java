package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last day of what a task belongs to comes near.
 *
 * @param holder who has taken the task, absent while it is free
 */
public record TaskPressed(
    String task,
    String caseId,
    String activity,
    CooperativeId cooperative,
    Set<String> groups,
    @Nullable PersonId holder) {}
