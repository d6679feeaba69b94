/** Rules, editions, asking, decisions and their explanation; all of Drools. */
@ApplicationModule(
    allowedDependencies = {
      "jurisdiction",
      "access",
      "registry",
      "people",
      "notary",
      "sheets",
      "values"
    })
@NullMarked
package coop.artel.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
