/** Records of a case, the Merkle log, checkpoints, proofs, verification. */
@ApplicationModule(allowedDependencies = {"chain", "signing", "values"})
@NullMarked
package coop.artel.notary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
