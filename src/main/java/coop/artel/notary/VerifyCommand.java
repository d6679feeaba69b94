package coop.artel.notary;

import coop.artel.values.CommandLine;
import coop.artel.values.Wordbook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify FILE [--policy FILE] [--require-anchor] [--lang ru|en]}: exit code 0 for a good
 * export, 1 for a bad one or an unknown signer, 2 for wrong usage or input that cannot be read.
 */
public final class VerifyCommand {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int USAGE = 2;

  /** Every command takes a data folder; this one needs none. */
  private static final Set<String> OPTIONS = Set.of("--policy", "--lang", "--artel.data");

  private static final Set<String> FLAGS = Set.of("--require-anchor");

  /** Input that cannot be read, with what there is to say of it. */
  private static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  private final Wordbook words;
  private final PrintStream out;

  private VerifyCommand(Wordbook words, PrintStream out) {
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
    var language = line.option("--lang").orElse(null);
    var words = Wordbook.of(language, "notary");
    if (line.words().size() != 1 || (language != null && !Wordbook.speaks(language))) {
      err.println(words.say("verify.usage"));
      return USAGE;
    }
    try {
      return new VerifyCommand(words, out).verify(line);
    } catch (Unreadable e) {
      err.println(e.getMessage());
      return USAGE;
    }
  }

  private int verify(CommandLine line) throws Unreadable {
    byte[] export = read(line.words().get(0));
    var verdict = Verifier.verify(export, policy(line), line.has("--require-anchor"));
    verdict.lines().forEach(this::show);
    out.println(words.say("verify.result." + result(verdict)));
    return verdict.result() == Verifier.Result.GOOD ? GOOD : BAD;
  }

  private static String result(Verifier.Verdict verdict) {
    return verdict.result() == Verifier.Result.GOOD && !verdict.anchored()
        ? "good-not-anchored"
        : verdict.result().name().toLowerCase(Locale.ROOT);
  }

  private @Nullable Policy policy(CommandLine line) throws Unreadable {
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

  private Unreadable unreadable(String key, Object... arguments) {
    return new Unreadable(words.say("verify." + key, arguments));
  }

  private void show(Verifier.Line line) {
    String text = words.say("verify." + line.key(), line.arguments().toArray());
    out.println(
        line.number() == 0
            ? "   " + text
            : "%2d. %s … %s"
                .formatted(
                    line.number(), text, words.say("verify." + (line.holds() ? "ok" : "not-ok"))));
  }
}
