package coop.artel.law;

/** Rules that fire on and on, or for too long; such an edition is broken. */
class RulesDoNotEnd extends IllegalStateException {
  RulesDoNotEnd(String where) {
    super("The rules on %s do not come to an end".formatted(where));
  }
}
