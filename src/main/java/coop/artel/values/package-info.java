/**
 * Words that every module speaks: identifiers, money, periods, refusals, canonical JSON; and what
 * several need to run: command lines, rounds of work.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package coop.artel.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
