/** Canonical documents and their renderings. */
@ApplicationModule(
    allowedDependencies = {"jurisdiction", "law", "people", "registry", "notary", "values"})
@NullMarked
package coop.artel.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
