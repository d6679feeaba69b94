package coop.artel.notary;

import coop.artel.chain.AnchorReader;
import coop.artel.chain.ChainUnavailable;
import coop.artel.values.CommandLine;
import coop.artel.values.Wordbook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify FILE} checks an export or the proof of one entry offline, {@code verify --log URL
 * [--rpc URL [--jwt-file FILE]]} a running log, {@code verify --log URL --since FILE} that it still
 * begins with a checkpoint that was kept; all take {@code [--policy FILE] [--require-anchor]
 * [--lang ru|en]}. Exit code 0 for good, 1 for bad or an unknown signer, 2 for wrong usage or input
 * that cannot be read.
 */
public final class VerifyCommand {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int USAGE = 2;

  /** Every command takes a data folder; this one needs none. */
  private static final Set<String> OPTIONS =
      Set.of(
          "--policy",
          "--digest",
          "--log",
          "--since",
          "--rpc",
          "--jwt-file",
          "--lang",
          "--artel.data");

  private static final Set<String> FLAGS = Set.of("--require-anchor");

  /** Input that cannot be read, with what there is to say of it. */
  private static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  private final CommandLine line;
  private final Wordbook words;
  private final PrintStream out;

  private VerifyCommand(CommandLine line, Wordbook words, PrintStream out) {
    this.line = line;
    this.words = words;
    this.out = out;
  }

  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line;
    try {
      line = CommandLine.parse(arguments, OPTIONS, FLAGS);
    } catch (IllegalArgumentException e) {
      err.println(Wordbook.of(null, "notary").say("verify.usage"));
      return USAGE;
    }
    var words = Wordbook.of(line.option("--lang").orElse(null), "notary", "chain");
    if (!isUnderstood(line)) {
      err.println(words.say("verify.usage"));
      return USAGE;
    }
    try {
      var command = new VerifyCommand(line, words, out);
      return line.has("--log") ? command.verifyLog() : command.verifyFile();
    } catch (Unreadable e) {
      err.println(e.getMessage());
      return USAGE;
    }
  }

  /** Either a file or a log; only of a log a chain is asked, and only about what a policy names. */
  private static boolean isUnderstood(CommandLine line) {
    boolean log = line.option("--log").isPresent();
    boolean chain = line.option("--rpc").isPresent();
    boolean since = line.option("--since").isPresent();
    return line.words().size() == (log ? 0 : 1)
        && line.has("--log") == log
        && (!chain || (log && line.option("--policy").isPresent()))
        && (!log || !line.has("--digest"))
        && line.has("--since") == since
        && (!since || (log && !chain))
        && (chain || !line.has("--jwt-file"))
        && (!log || chain || !line.has("--require-anchor"))
        && line.option("--lang").map(Wordbook::speaks).orElse(true);
  }

  private int verifyFile() throws Unreadable {
    byte[] file = read(line.words().get(0));
    if (ProofVerifier.isProof(file)) {
      return answer(ProofVerifier.verify(file, policy(), digest()), "proof-", "good");
    }
    if (line.has("--digest")) {
      throw unreadable("usage");
    }
    var verdict = Verifier.verify(file, policy(), line.has("--require-anchor"));
    return answer(verdict, "", good(verdict.anchoring()));
  }

  private byte @Nullable [] digest() throws Unreadable {
    if (line.has("--require-anchor")) {
      throw unreadable("proof-has-no-anchor");
    }
    try {
      return line.option("--digest").map(Hashes::ofHex).orElse(null);
    } catch (IllegalArgumentException e) {
      throw unreadable("usage");
    }
  }

  private int verifyLog() throws Unreadable {
    var address = line.option("--log").orElseThrow();
    var readers = new ArrayList<AnchorReader>();
    try {
      var log = new HttpLog(address);
      var policy = policy();
      if (line.has("--since")) {
        var kept = kept(line.option("--since").orElseThrow());
        var since = new LogVerifier(log, policy, false).verifySince(kept);
        return answer(since, "log-since-", "good");
      }
      var rpc = line.option("--rpc").orElse(null);
      List<LogMilestones.Anchors> contracts = null;
      if (rpc != null && policy != null) {
        open(rpc, policy, log, readers);
        contracts = readers.stream().map(reader -> (LogMilestones.Anchors) reader::next).toList();
      }
      var verifier = new LogVerifier(log, policy, line.has("--require-anchor"));
      var verdict = verifier.verify(contracts);
      boolean noneThere = contracts != null && verdict.anchoring() == Verifier.Anchoring.NONE;
      return answer(verdict, "log-", noneThere ? "good-none-there" : good(verdict.anchoring()));
    } catch (LogVerifier.NoLog e) {
      throw unreadable("no-log", address);
    } catch (HttpLog.NobodyThere e) {
      throw unreadable("log-nobody", address);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable("log-silent", address, e.getMessage());
    } catch (ChainUnavailable e) {
      throw unreadable("chain-silent", words.say(e.reason()));
    } finally {
      readers.forEach(AnchorReader::close);
    }
  }

  /** A checkpoint that the reader kept, as the log signed it. */
  private LogHistory.Signed kept(String file) throws Unreadable {
    byte[] note = read(file);
    try {
      var head = Checkpoint.parse(SignedNote.parse(note).text());
      if (head.size() > 0) {
        return new LogHistory.Signed(head, note);
      }
    } catch (IllegalArgumentException e) {
      throw unreadable("no-checkpoint", file);
    }
    throw unreadable("no-checkpoint", file);
  }

  /** Before the checkpoint is taken that counts: nothing on the chain may be newer than that. */
  private void open(String rpc, Policy policy, LogSource log, List<AnchorReader> readers)
      throws IOException, ChainUnavailable, Unreadable {
    var checkpoint = log.find(ExportNames.CHECKPOINT).orElseThrow(LogVerifier.NoLog::new);
    var origin = Checkpoint.parse(SignedNote.parse(checkpoint).text()).origin();
    var token = line.option("--jwt-file").map(Path::of).orElse(null);
    long id = AnchorReader.chainId(rpc, token);
    for (Policy.TrustedChain chain : policy.chains()) {
      if (chain.id() == id) {
        for (String contract : chain.contracts()) {
          readers.add(AnchorReader.open(rpc, token, id, contract, origin));
        }
      }
    }
    if (readers.isEmpty()) {
      throw unreadable("chain-not-in-policy", id);
    }
  }

  private static String good(Verifier.Anchoring anchoring) {
    return switch (anchoring) {
      case PROVED -> "good";
      case UNSEALED -> "good-unsealed";
      case STATED -> "good-stated";
      case NONE -> "good-not-anchored";
    };
  }

  /**
   * @param kind what of result messages there are of this kind of thing, empty for an export
   * @param good which of them if all is good
   */
  private int answer(Verifier.Verdict verdict, String kind, String good) {
    verdict.lines().forEach(this::show);
    String result =
        switch (verdict.result()) {
          case GOOD -> kind + good;
          case BAD -> kind + "bad";
          case SIGNER_UNKNOWN -> "signer-unknown";
        };
    out.println(words.say("verify.result." + result));
    return verdict.result() == Verifier.Result.GOOD ? GOOD : BAD;
  }

  private @Nullable Policy policy() throws Unreadable {
    var file = line.option("--policy").orElse(null);
    if (file == null) {
      return null;
    }
    try {
      return Policy.parse(read(file));
    } catch (Policy.NotUnderstood e) {
      throw unreadable(
          "policy-not-understood", file, words.say("verify.policy." + e.key(), e.line(), e.word()));
    }
  }

  private byte[] read(String name) throws Unreadable {
    try {
      var path = Path.of(name);
      if (Files.size(path) > StoredZip.MAX_LENGTH) {
        throw unreadable("too-large", name);
      }
      return Files.readAllBytes(path);
    } catch (IOException | InvalidPathException e) {
      throw unreadable("unreadable", name);
    }
  }

  private Unreadable unreadable(String key, @Nullable Object... arguments) {
    return new Unreadable(words.say("verify." + key, arguments));
  }

  private void show(Verifier.Line told) {
    String text = words.say("verify." + told.key(), told.arguments().toArray());
    String verdict = words.say("verify." + (told.holds() ? "ok" : "not-ok"));
    out.println(
        told.number() == 0 ? "   " + text : "%2d. %s … %s".formatted(told.number(), text, verdict));
  }
}
