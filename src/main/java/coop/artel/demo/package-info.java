/** The demonstration: a cooperative to look at, and a run that plays admission through REST. */
@ApplicationModule(
    allowedDependencies = {
      "workflow",
      "access",
      "registry",
      "people",
      "law",
      "notary",
      "embedded",
      "values"
    })
@NullMarked
package coop.artel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
