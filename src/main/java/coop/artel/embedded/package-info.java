/** What a laptop lacks and production brings: a PostgreSQL of our own, as a child process. */
@ApplicationModule(allowedDependencies = {"values"})
@NullMarked
package coop.artel.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
