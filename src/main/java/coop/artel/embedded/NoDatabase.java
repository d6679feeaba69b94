package coop.artel.embedded;

/** There is neither a database of our own nor one that the settings name. */
class NoDatabase extends IllegalStateException {
  NoDatabase() {
    super("This jar was built for servers and carries no database of its own.");
  }
}
