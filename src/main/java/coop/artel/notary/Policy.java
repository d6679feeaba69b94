package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a verifier trusts: the logs' keys, and the contracts on chains that may hold their anchors.
 * The text follows c2sp.org/tlog-policy and adds the lines {@code chain}, {@code contract} and
 * {@code validator}; contracts and validators belong to the chain named before them.
 */
record Policy(List<VerifierKey> logs, List<TrustedChain> chains) {
  /** The version of this file's own lines. */
  private static final String VERSION = "artel-policy 1";

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");
  private static final Pattern CHAIN_ID = Pattern.compile("[1-9][0-9]{0,15}");
  private static final int MAX_LENGTH = 1 << 20;

  /**
   * A chain as it is trusted.
   *
   * @param validators addresses, none where blocks are not sealed by validators
   */
  record TrustedChain(long id, List<String> contracts, List<String> validators) {
    private TrustedChain(long id) {
      this(id, new ArrayList<>(), new ArrayList<>());
    }
  }

  String text() {
    var out =
        new StringBuilder("# What a verifier of Artel's exports trusts; see README.txt there.\n");
    out.append(VERSION).append('\n');
    logs.forEach(log -> out.append("log ").append(log).append('\n'));
    out.append("quorum none\n");
    for (TrustedChain chain : chains) {
      out.append("chain ").append(chain.id).append('\n');
      chain.contracts.forEach(address -> out.append("contract ").append(address).append('\n'));
      chain.validators.forEach(address -> out.append("validator ").append(address).append('\n'));
    }
    return out.toString();
  }

  /** Throws {@link IllegalArgumentException} with the line for all that it does not understand. */
  static Policy parse(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      throw new IllegalArgumentException("longer than %d bytes".formatted(MAX_LENGTH));
    }
    var reader = new Reader();
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      try {
        reader.line(lines[i].strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line %d: %s".formatted(i + 1, e.getMessage()), e);
      }
    }
    return reader.policy();
  }

  /** Gathers a policy line by line. */
  private static final class Reader {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<TrustedChain> chains = new ArrayList<>();
    private boolean versioned;
    private boolean quorum;

    void line(String line) {
      if (line.isEmpty() || line.startsWith("#")) {
        return;
      }
      String[] words = line.split("[ \t]+");
      if (words.length < 2 || words.length > (words[0].equals("log") ? 3 : 2)) {
        throw new IllegalArgumentException("not understood");
      }
      switch (words[0]) {
        case "artel-policy" -> version(line);
        case "log" -> logs.add(VerifierKey.parse(words[1]));
        case "quorum" -> quorum(words[1]);
        case "chain" -> chains.add(new TrustedChain(chainId(words[1])));
        case "contract" -> chain().contracts.add(address(words[1]));
        case "validator" -> chain().validators.add(address(words[1]));
        default -> throw new IllegalArgumentException("%s is not understood".formatted(words[0]));
      }
    }

    private void version(String line) {
      if (!line.equals(VERSION)) {
        throw new IllegalArgumentException("a policy of another version");
      }
      versioned = true;
    }

    private void quorum(String name) {
      if (!name.equals("none") || quorum) {
        throw new IllegalArgumentException("witnesses are not understood");
      }
      quorum = true;
    }

    private static long chainId(String text) {
      if (!CHAIN_ID.matcher(text).matches()) {
        throw new IllegalArgumentException("not a chain id");
      }
      return Long.parseLong(text);
    }

    private static String address(String text) {
      if (!ADDRESS.matcher(text).matches()) {
        throw new IllegalArgumentException("not an address in lower case");
      }
      return text;
    }

    private TrustedChain chain() {
      if (chains.isEmpty()) {
        throw new IllegalArgumentException("no chain is named before");
      }
      return chains.get(chains.size() - 1);
    }

    Policy policy() {
      if (!versioned || !quorum || logs.isEmpty()) {
        throw new IllegalArgumentException("its version, its quorum or every log is missing");
      }
      return new Policy(List.copyOf(logs), List.copyOf(chains));
    }
  }
}
