package coop.artel.chain;

/** The nodes of the settings are of another chain than the settings say, or hold other code. */
final class ContradictedSettings extends RuntimeException {
  ContradictedSettings(String message) {
    super(message);
  }
}
