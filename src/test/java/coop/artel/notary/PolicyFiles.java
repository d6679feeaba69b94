package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.chain.MadeBlock;
import coop.artel.values.Wordbook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Files that are handed over as the policy of one good export whose anchor is proved, with what
 * every verifier must say: a policy is somebody's word for what to trust, so none may be half
 * understood.
 */
public final class PolicyFiles {
  /** Lines: 1 the version, 2 to 4 logs, 5 the quorum, 6 to 10 chains, 11 to 14 validators. */
  private static final String POLICY = GoodFiles.PROVING_POLICY;

  private static final String OWN = GoodFiles.KEY.verifier().toString();
  private static final String OWN_LINE = "log " + OWN + "\n";
  private static final String CONTRACT_LINE = "contract " + Draft.CONTRACT + "\n";
  private static final String CHAIN_LINE = "chain " + Draft.CHAIN + "\n";

  /** Bytes of a policy. */
  private static final int MOST = 1 << 20;

  private static final List<Sample> ALL = new PolicyFiles().all();

  private final List<Sample> samples = new ArrayList<>();

  private PolicyFiles() {}

  /**
   * A policy file.
   *
   * @param check number of the check of the export that does not hold under it, 0 if all do
   * @param fault what keeps the policy from being understood, empty if it is
   * @param line of the fault, 0 for the file as a whole
   */
  public record Sample(String name, byte[] policy, int check, String fault, int line) {
    /** Of the command. */
    public int exit() {
      return !fault.isEmpty() ? 2 : check > 0 ? 1 : 0;
    }

    /** The sentence about its fault. */
    public String told() {
      try {
        Policy.parse(policy);
      } catch (Policy.NotUnderstood found) {
        return Wordbook.of("ru", "notary")
            .say("verify.policy." + found.key(), found.line(), found.word());
      }
      throw new IllegalStateException("%s is understood".formatted(this));
    }

    @Override
    public String toString() {
      return "policy file: " + name;
    }
  }

  public static List<Sample> samples() {
    return ALL;
  }

  /** What they are the policies of. */
  public static byte[] export() {
    return GoodFiles.all().stream()
        .filter(it -> it.name().equals("proved by all validators"))
        .findFirst()
        .orElseThrow()
        .file();
  }

  private List<Sample> all() {
    spelledOtherwise();
    othersTrusted();
    notText();
    wrongLines();
    incomplete();
    return List.copyOf(samples);
  }

  private void spelledOtherwise() {
    good("as it should be", POLICY);
    good("CRLF", POLICY.replace("\n", "\r\n"));
    good("CR alone", POLICY.replace("\n", "\r"));
    good("tabs and spaces", "\t" + POLICY.replace(" ", " \t ").replace("\n", " \t\n \t"));
    good("no end of the last line", POLICY.strip());
    good("a key twice", POLICY.replace(OWN_LINE, OWN_LINE + OWN_LINE));
    good("the version twice", POLICY + "artel-policy 1\n");
    good("a chain twice", POLICY + CHAIN_LINE + CONTRACT_LINE);
    good("a validator twice", POLICY + "validator " + MadeBlock.validators(1).get(0) + "\n");
    good("an address behind the key", POLICY.replace(OWN, OWN + " https://example.org/log"));
    good("as long as it may be", padded(MOST));
  }

  private void othersTrusted() {
    var lookAlike = CorpusLog.key(GoodFiles.ORIGIN.replace('a', 'а'), 1).verifier();
    var stranger = CorpusLog.key(GoodFiles.ORIGIN, 7).verifier();
    bad("the key of another origin alone", without(OWN).replace(second(), ""), 11);
    bad("the origin in Cyrillic", onlyLog(lookAlike.toString()), 11);
    bad("another key of the same origin", onlyLog(stranger.toString()), 11);
    bad("another chain id", POLICY.replace(CHAIN_LINE, "chain 4321\n"), 12);
    bad("another contract", without(Draft.CONTRACT), 12);
    bad(
        "the contract under another chain",
        without(Draft.CONTRACT).replace("chain 1\n", "chain 1\n" + CONTRACT_LINE),
        12);
    bad("other validators", GoodFiles.POLICY + validators(strangers()), 16);
    bad("seven validators of whom four have sealed", POLICY + validators(strangers()), 16);
  }

  private void notText() {
    fault("not UTF-8", joined(POLICY.getBytes(UTF_8), "# ".getBytes(UTF_8), 0xe9), "no-text", 0);
    fault("UTF-16", POLICY.getBytes(UTF_16), "no-text", 0);
    fault("an export", export(), "no-text", 0);
    fault("too long", padded(MOST + 1).getBytes(UTF_8), "too-long", 0);
    fault("a byte order mark", "\ufeff" + POLICY, "line", 1);
    fault("a line separator of Unicode", POLICY.replace("\n", "\u2028"), "line", 1);
    fault("a zero byte", POLICY.replace("quorum none", "quorum none\0"), "witnesses", 5);
  }

  private void wrongLines() {
    var cut = POLICY.substring(0, POLICY.indexOf(OWN) + 40);
    fault("another version", POLICY.replace("artel-policy 1", "artel-policy 2"), "version", 1);
    fault("an unknown word", POLICY + "trust everybody\n", "line", 15);
    fault("a word in capitals", POLICY.replace("log ", "Log "), "line", 2);
    fault("a word of the language", POLICY + "constructor x\n", "line", 15);
    fault("two words too many", POLICY.replace(OWN, OWN + " x y"), "line", 3);
    fault("a space of another kind", POLICY.replace("quorum ", "quorum\u00a0"), "line", 5);
    fault("cut in a key", cut, "key", 3);
    fault("a key with the id of another", POLICY.replace(OWN, idOfOther()), "key", 3);
    fault("a key with the name of another", POLICY.replace(OWN, nameOfOther()), "key", 3);
    fault("a key of a byte less", POLICY.replace(OWN, shorter(OWN)), "key", 3);
    fault("a key with padding", POLICY.replace(OWN, OWN + "="), "key", 3);
    fault("a key that is none", POLICY.replace(OWN, "artel.local/corpus"), "key", 3);
    fault("a quorum of witnesses", POLICY.replace("quorum none", "quorum all"), "witnesses", 5);
    fault("the quorum twice", POLICY + "quorum none\n", "witnesses", 15);
    fault("a chain id with a zero", POLICY.replace(CHAIN_LINE, "chain 01337\n"), "chain-id", 8);
    fault("a chain id in other digits", POLICY.replace("chain 1\n", "chain １\n"), "chain-id", 6);
    fault("a chain id too large", POLICY + "chain 12345678901234567\n", "chain-id", 15);
    fault(
        "a contract in capitals",
        POLICY.replace(Draft.CONTRACT, Draft.CONTRACT.toUpperCase(Locale.ROOT)),
        "address",
        10);
    fault(
        "a contract that is cut", POLICY.replace(CONTRACT_LINE, "contract 0x12\n"), "address", 10);
    fault("a contract before any chain", CONTRACT_LINE + POLICY, "no-chain", 1);
    fault("an authority that is cut", POLICY + "authority ab12\n", "authority", 15);
  }

  private void incomplete() {
    fault("empty", "", "incomplete", 0);
    fault("blank", " \t\r\n\n\r", "incomplete", 0);
    fault("comments alone", POLICY.replaceAll("(?m)^", "#"), "incomplete", 0);
    fault("no version", POLICY.replace("artel-policy 1\n", ""), "incomplete", 0);
    fault("no quorum", POLICY.replace("quorum none\n", ""), "incomplete", 0);
    fault("no log", POLICY.replaceAll("log .*\n", ""), "incomplete", 0);
    fault("cut before the quorum", POLICY.substring(0, POLICY.indexOf("quorum")), "incomplete", 0);
  }

  private static String second() {
    return "log " + GoodFiles.SECOND_KEY.verifier() + "\n";
  }

  private static String onlyLog(String key) {
    return without(OWN).replace(second(), "log " + key + "\n");
  }

  /** Without the line that ends with this word. */
  private static String without(String word) {
    return POLICY
        .lines()
        .filter(line -> !line.endsWith(word))
        .reduce("", (text, line) -> text + line + "\n");
  }

  private static List<String> strangers() {
    return MadeBlock.validators(7).subList(4, 7);
  }

  private static String validators(List<String> addresses) {
    return "validator " + String.join("\nvalidator ", addresses) + "\n";
  }

  private static String idOfOther() {
    var own = GoodFiles.KEY.verifier();
    return OWN.replace(own.id(), GoodFiles.SECOND_KEY.verifier().id());
  }

  private static String nameOfOther() {
    return OWN.replace(GoodFiles.ORIGIN, GoodFiles.OTHER_KEY.origin());
  }

  /** 33 bytes take 44 digits, 32 take 43 and a sign for what lacks. */
  private static String shorter(String key) {
    return key.substring(0, key.length() - 1) + "=";
  }

  private static String padded(int length) {
    String comment = POLICY + "# ";
    return comment + "x".repeat(length - 1 - comment.length()) + "\n";
  }

  private static byte[] joined(byte[] one, byte[] other, int last) {
    byte[] all = Arrays.copyOf(one, one.length + other.length + 1);
    System.arraycopy(other, 0, all, one.length, other.length);
    all[all.length - 1] = (byte) last;
    return all;
  }

  private void good(String name, String policy) {
    bad(name, policy, 0);
  }

  private void bad(String name, String policy, int check) {
    samples.add(new Sample(name, policy.getBytes(UTF_8), check, "", 0));
  }

  private void fault(String name, String policy, String fault, int line) {
    fault(name, policy.getBytes(UTF_8), fault, line);
  }

  private void fault(String name, byte[] policy, String fault, int line) {
    samples.add(new Sample(name, policy, 0, fault, line));
  }
}
