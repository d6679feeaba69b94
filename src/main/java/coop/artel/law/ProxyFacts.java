package coop.artel.law;

/**
 * Whether a proxy may vote for members who are absent. Question {@code proxy}; its reference date
 * is the day of the meeting.
 *
 * @param represented members that one proxy votes for
 * @param proxyIsMember the proxy is another member
 * @param proxiesForbidden by the charter
 */
public record ProxyFacts(
    int represented, boolean proxyInWriting, boolean proxyIsMember, boolean proxiesForbidden)
    implements Facts {
  @Override
  public String question() {
    return "proxy";
  }
}
