package coop.artel.law;

/**
 * A text that tries to do what rules and cases may not.
 *
 * @param text in which CANARY is code that makes the canary and gives true, PATH the canary's path
 * @param way how such a text is read, with the sandbox off and on
 */
record Escape(String name, String text, Way way) {
  /** How a text is read. */
  interface Way {
    /** As the library that we use would by itself; what is no code makes the canary by itself. */
    void off(String text, Runnable canary);

    /** As we do. */
    void on(String text);
  }

  /**
   * @param path of the canary, with slashes
   */
  String armed(String path) {
    return text.replace("CANARY", "new java.io.File( \"%s\" ).mkdirs()".formatted(path))
        .replace("ESCAPED", "new java.io.File( \\u0022%s\\u0022 ).mkdirs()".formatted(path))
        .replace("PATH", path);
  }
}
