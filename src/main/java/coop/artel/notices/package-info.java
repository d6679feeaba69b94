/** What people are told of: tasks that wait for them or are late, decisions that they wait for. */
@ApplicationModule(
    allowedDependencies = {
      "members",
      "meetings",
      "workflow",
      "law",
      "access",
      "registry",
      "people",
      "jurisdiction",
      "mail",
      "values"
    })
@NullMarked
package coop.artel.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
