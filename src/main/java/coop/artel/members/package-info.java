/** Who belongs to a cooperative: applications, admission, the register. */
@ApplicationModule(
    allowedDependencies = {
      "meetings",
      "workflow",
      "documents",
      "law",
      "access",
      "people",
      "registry",
      "jurisdiction",
      "notary",
      "sheets",
      "values"
    })
@NullMarked
package coop.artel.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
