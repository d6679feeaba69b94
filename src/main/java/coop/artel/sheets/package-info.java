/** Tables and archives as people bring them and take them away; nothing in them is trusted. */
@ApplicationModule(allowedDependencies = {"values"})
@NullMarked
package coop.artel.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
