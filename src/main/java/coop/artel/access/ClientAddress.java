package coop.artel.access;

import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as budgets tell people apart. It is the address of the socket,
 * unless {@code server.forward-headers-strategy} makes the server believe its proxy.
 */
final class ClientAddress {
  private static final Pattern GROUPS = Pattern.compile(":");
  private static final int NETWORK_GROUPS = 4;

  private ClientAddress() {}

  /**
   * An IPv4 address as it is; of an IPv6 address the network (/64), which one household has whole.
   */
  static String of(String address) {
    if (!address.contains(":") || address.contains(".")) {
      return address.substring(address.lastIndexOf(':') + 1);
    }
    String plain = address.replaceFirst("%.*", "");
    int gap = plain.indexOf("::");
    String head = gap < 0 ? plain : plain.substring(0, gap);
    var groups = head.isEmpty() ? new String[0] : GROUPS.split(head, -1);
    var network = new StringBuilder();
    for (int i = 0; i < NETWORK_GROUPS; i++) {
      String group = i < groups.length ? groups[i] : "0";
      network.append(Integer.toHexString(Integer.parseInt(group, 16))).append(':');
    }
    return network.append("/64").toString();
  }
}
