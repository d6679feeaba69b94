/** Anchoring a checkpoint on an EVM chain and reading anchors back; all of web3j. */
@ApplicationModule(allowedDependencies = {"values"})
@NullMarked
package coop.artel.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
