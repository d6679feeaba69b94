/** Words that every module speaks: identifiers, money, periods, refusals, canonical JSON. */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package coop.artel.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
