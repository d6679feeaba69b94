/**
 * Who is signed in, in which cooperative, in which role, for whom; tokens; deeds that need two
 * persons.
 */
@ApplicationModule(allowedDependencies = {"jurisdiction", "people", "registry", "notary", "values"})
@NullMarked
package coop.artel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
