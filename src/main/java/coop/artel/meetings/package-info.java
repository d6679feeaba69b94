/** Decisions of a council: questions, votes, counting. */
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
package coop.artel.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
