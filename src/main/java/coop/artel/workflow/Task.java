package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that waits for a person.
 *
 * @param activity the user task's id in its model, which is its form's id too
 * @param groups who may claim it: {@code <cooperative>:secretary}
 * @param due last day, by the legal clock
 */
public record Task(
    String id,
    String caseId,
    String process,
    String activity,
    CooperativeId cooperative,
    @Nullable PersonId assignee,
    Set<String> groups,
    Instant created,
    @Nullable LocalDate due,
    boolean overdue) {}
