/** Cooperatives and their charters, memberships, offices and deputies, as of any past date. */
@ApplicationModule(allowedDependencies = {"jurisdiction", "notary", "values"})
@NullMarked
package coop.artel.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
