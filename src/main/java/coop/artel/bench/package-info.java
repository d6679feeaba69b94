/** Measures what the README claims, side by side in one run. */
@ApplicationModule(
    allowedDependencies = {
      "members",
      "meetings",
      "workflow",
      "documents",
      "law",
      "access",
      "people",
      "registry",
      "notary",
      "chain",
      "demo",
      "values"
    })
@NullMarked
package coop.artel.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
