/** Persons as records, and their consent. */
@ApplicationModule(allowedDependencies = {"jurisdiction", "notary", "values"})
@NullMarked
package coop.artel.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
