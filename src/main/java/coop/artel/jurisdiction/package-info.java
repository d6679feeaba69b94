/** A country's files: legal forms, identifiers, calendar, acts, norms. */
@ApplicationModule(allowedDependencies = {"values"})
@NullMarked
package coop.artel.jurisdiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
