package coop.artel.notary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a verifier trusts: the logs' keys, the contracts on chains that may hold their anchors, and
 * the authorities whose time stamps count. The text follows c2sp.org/tlog-policy and adds the lines
 * {@code authority}, {@code chain}, {@code contract} and {@code validator}; contracts and
 * validators belong to the chain named before them.
 *
 * @param authorities SHA-256 of certificates, in hex digits
 */
record Policy(List<VerifierKey> logs, List<TrustedChain> chains, List<String> authorities) {
  /** The version of this file's own lines. */
  private static final String VERSION = "1";

  /** What c2sp.org/tlog-policy calls white space. */
  private static final Pattern AROUND = Pattern.compile("^[ \t]+|[ \t]+$");

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

  /**
   * A line that a policy may not have.
   *
   * @see #key()
   */
  static final class NotUnderstood extends IllegalArgumentException {
    private final int line;
    private final String key;
    private final String word;

    private NotUnderstood(int line, String key, String word) {
      super("line %d: %s %s".formatted(line, key, word));
      this.line = line;
      this.key = key;
      this.word = word;
    }

    /** From 1; 0 for the file as a whole. */
    int line() {
      return line;
    }

    /** A message under {@code verify.policy.}, with the line and the word. */
    String key() {
      return key;
    }

    String word() {
      return word;
    }
  }

  /** Without an authority for time stamps. */
  Policy(List<VerifierKey> logs, List<TrustedChain> chains) {
    this(logs, chains, List.of());
  }

  String text() {
    var out =
        new StringBuilder("# What a verifier of Artel's exports trusts; see README.txt there.\n");
    out.append("artel-policy ").append(VERSION).append('\n');
    logs.forEach(log -> out.append("log ").append(log).append('\n'));
    out.append("quorum none\n");
    authorities.forEach(digest -> out.append("authority ").append(digest).append('\n'));
    for (TrustedChain chain : chains) {
      out.append("chain ").append(chain.id).append('\n');
      chain.contracts.forEach(address -> out.append("contract ").append(address).append('\n'));
      chain.validators.forEach(address -> out.append("validator ").append(address).append('\n'));
    }
    return out.toString();
  }

  /** Whether a text is an address as a policy has it. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** The chain with this contract, if it is named. */
  Optional<TrustedChain> chain(long id, String contract) {
    return chains.stream()
        .filter(chain -> chain.id == id && chain.contracts.contains(contract))
        .findFirst();
  }

  /** Whether a stamp of this authority is no fault: one that is named, or any where none is. */
  boolean admits(String authority) {
    return authorities.isEmpty() || authorities.contains(authority);
  }

  /** A log that this names has signed the note; other signatures count nothing. */
  void checkSigned(SignedNote note, String origin, String file) throws Wrong {
    var named = logs.stream().filter(log -> log.name().equals(origin)).toList();
    if (named.isEmpty()) {
      throw new Wrong("unknown-log", file, origin);
    }
    if (named.stream().allMatch(log -> note.verified(log).isEmpty())) {
      throw new Wrong("signature", file);
    }
  }

  /** Throws {@link NotUnderstood} for all that it does not understand. */
  static Policy parse(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      throw new NotUnderstood(0, "too-long", Integer.toString(MAX_LENGTH));
    }
    var reader = new Reader();
    text(bytes).lines().forEach(line -> reader.line(AROUND.matcher(line).replaceAll("")));
    return reader.policy();
  }

  /** A letter that a reader sees must be the one that is believed. */
  private static String text(byte[] bytes) {
    try {
      return SignedNote.utf8(bytes);
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood(0, "no-text", "");
    }
  }

  /** Gathers a policy line by line. */
  private static final class Reader {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<TrustedChain> chains = new ArrayList<>();
    private final List<String> authorities = new ArrayList<>();
    private boolean versioned;
    private boolean quorum;
    private int number;

    void line(String line) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        return;
      }
      String[] words = line.split("[ \t]+");
      if (words.length < 2 || words.length > (words[0].equals("log") ? 3 : 2)) {
        throw wrong("line", line);
      }
      switch (words[0]) {
        case "artel-policy" -> version(line, words[1]);
        case "log" -> logs.add(log(words[1]));
        case "quorum" -> quorum(words[1]);
        case "authority" -> authorities.add(authority(words[1]));
        case "chain" -> chains.add(new TrustedChain(chainId(words[1])));
        case "contract" -> chain().contracts.add(address(words[1]));
        case "validator" -> chain().validators.add(address(words[1]));
        default -> throw wrong("line", line);
      }
    }

    private void version(String line, String word) {
      if (!word.equals(VERSION)) {
        throw wrong("version", line);
      }
      versioned = true;
    }

    private VerifierKey log(String text) {
      try {
        return VerifierKey.parse(text);
      } catch (IllegalArgumentException e) {
        throw wrong("key", text);
      }
    }

    private void quorum(String name) {
      if (!name.equals("none") || quorum) {
        throw wrong("witnesses", name);
      }
      quorum = true;
    }

    private String authority(String text) {
      if (!Hashes.isHex(text)) {
        throw wrong("authority", text);
      }
      return text;
    }

    private long chainId(String text) {
      if (!CHAIN_ID.matcher(text).matches()) {
        throw wrong("chain-id", text);
      }
      return Long.parseLong(text);
    }

    private String address(String text) {
      if (!isAddress(text)) {
        throw wrong("address", text);
      }
      return text;
    }

    private TrustedChain chain() {
      if (chains.isEmpty()) {
        throw wrong("no-chain", "");
      }
      return chains.get(chains.size() - 1);
    }

    Policy policy() {
      if (!versioned || !quorum || logs.isEmpty()) {
        throw new NotUnderstood(0, "incomplete", "");
      }
      return new Policy(List.copyOf(logs), List.copyOf(chains), List.copyOf(authorities));
    }

    private NotUnderstood wrong(String key, String word) {
      return new NotUnderstood(number, key, word);
    }
  }
}
