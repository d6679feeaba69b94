/**
 * The engine: models and their check, tasks, forms, deadlines, steps and their records; all of
 * Camunda.
 */
@ApplicationModule(allowedDependencies = {"law", "access", "people", "notary", "values"})
@NullMarked
package coop.artel.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
