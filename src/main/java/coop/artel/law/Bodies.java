package coop.artel.law;

/** The bodies of a cooperative that decide and elect. */
final class Bodies {
  private static final String MEETING = "general-meeting";
  private static final String DELEGATES = "delegates-meeting";

  private Bodies() {}

  static boolean isOfDelegates(String body) {
    return body.equals(DELEGATES);
  }

  /** A meeting of delegates is a general one of theirs. */
  static boolean meets(String body) {
    return body.equals(MEETING) || isOfDelegates(body);
  }

  /** As norms name it. */
  static String organ(String body) {
    return meets(body) ? MEETING : body;
  }
}
