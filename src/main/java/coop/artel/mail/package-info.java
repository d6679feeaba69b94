/** Letters by e-mail: what an address is, and handing a letter to the mail server. */
@ApplicationModule(allowedDependencies = "values")
@NullMarked
package coop.artel.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
