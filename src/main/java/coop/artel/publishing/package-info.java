/** How an edition of a country's rules comes into force: proposed, checked, published by two. */
@ApplicationModule(
    allowedDependencies = {
      "workflow",
      "documents",
      "law",
      "access",
      "people",
      "registry",
      "jurisdiction",
      "notary",
      "values"
    })
@NullMarked
package coop.artel.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
