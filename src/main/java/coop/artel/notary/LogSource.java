package coop.artel.notary;

import java.io.IOException;
import java.util.Optional;

/** A log as somebody from outside reads it: files by their paths under its address. */
@FunctionalInterface
interface LogSource {
  /** Empty where there is no such file; a log that does not answer is an {@link IOException}. */
  Optional<byte[]> find(String path) throws IOException;

  /** Tells what is looked for soon, for whoever can fetch it meanwhile. */
  default void announce(String path) {}
}
