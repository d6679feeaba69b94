/** Time stamps of an outside authority (RFC 3161): asked for, read and verified. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package coop.artel.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
