package coop.artel.law;

import coop.artel.values.Refusal;

/** What the law watch does not do. */
public final class WatchRefused extends Refusal {
  private WatchRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static WatchRefused notTheirs() {
    return new WatchRefused(Kind.FORBIDDEN, "watch-not-theirs", "Lawyers watch the law");
  }

  static WatchRefused unknown() {
    return new WatchRefused(Kind.NOT_FOUND, "change-unknown", "There is no such change of the law");
  }

  static WatchRefused settled() {
    return new WatchRefused(Kind.CONFLICT, "change-settled", "This change is settled already");
  }

  static WatchRefused known(String citation) {
    return new WatchRefused(
        Kind.CONFLICT, "change-known", "%s is marked as changed from that day already", citation);
  }
}
