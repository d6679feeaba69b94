/** Pages and the REST API: what people see of all that the other modules do. */
@ApplicationModule(
    allowedDependencies = {
      "members",
      "publishing",
      "meetings",
      "workflow",
      "notices",
      "documents",
      "law",
      "access",
      "people",
      "registry",
      "jurisdiction",
      "notary",
      "chain",
      "sheets",
      "values"
    })
@NullMarked
package coop.artel.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
