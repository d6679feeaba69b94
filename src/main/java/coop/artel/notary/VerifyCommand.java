package coop.artel.notary;

import coop.artel.values.Wordbook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify FILE [--policy FILE] [--lang ru|en]}: exit code 0 for a good export, 1 for a bad
 * one or an unknown signer, 2 for wrong usage or input that cannot be read.
 */
public final class VerifyCommand {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int USAGE = 2;

  private @Nullable String file;
  private @Nullable String policyFile;
  private Locale locale =
      Locale.getDefault().getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("ru");

  public int run(String[] args, PrintStream out, PrintStream err) {
    if (!understand(args) || file == null) {
      err.println(say("usage"));
      return USAGE;
    }
    byte[] export = read(file, err);
    byte[] policy = policyFile == null ? null : read(policyFile, err);
    if (export == null || (policyFile != null && policy == null)) {
      return USAGE;
    }
    Verifier.Verdict verdict;
    try {
      verdict = Verifier.verify(export, policy);
    } catch (IllegalArgumentException e) {
      err.println(
          say("policy-not-understood", String.valueOf(policyFile), String.valueOf(e.getMessage())));
      return USAGE;
    }
    for (Verifier.Line line : verdict.lines()) {
      out.println(show(line));
    }
    out.println(say("result." + verdict.result().name().toLowerCase(Locale.ROOT)));
    return verdict.result() == Verifier.Result.GOOD ? GOOD : BAD;
  }

  private boolean understand(String[] args) {
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      int equals = arg.indexOf('=');
      String name = arg.startsWith("--") && equals > 0 ? arg.substring(0, equals) : arg;
      if (!arg.startsWith("--")) {
        if (file != null) {
          return false;
        }
        file = arg;
      } else {
        if (equals < 0 && ++i == args.length) {
          return false;
        }
        if (!option(name, equals < 0 ? args[i] : arg.substring(equals + 1))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean option(String name, String value) {
    switch (name) {
      case "--policy" -> policyFile = value;
      case "--lang" -> locale = Locale.forLanguageTag(value);
      case "--artel.data" -> {} // Every command takes it; this one needs no data folder.
      default -> {
        return false;
      }
    }
    return !value.isEmpty() && List.of("ru", "en").contains(locale.getLanguage());
  }

  private byte @Nullable [] read(String name, PrintStream err) {
    try {
      var path = Path.of(name);
      if (Files.size(path) > StoredZip.MAX_LENGTH) {
        err.println(say("too-large", name));
        return null;
      }
      return Files.readAllBytes(path);
    } catch (IOException | InvalidPathException e) {
      err.println(say("unreadable", name));
      return null;
    }
  }

  private String show(Verifier.Line line) {
    String text = say(line.key(), line.arguments().toArray());
    if (line.number() == 0) {
      return "   " + text;
    }
    return "%2d. %s … %s".formatted(line.number(), text, say(line.holds() ? "ok" : "not-ok"));
  }

  private String say(String key, Object... arguments) {
    return Wordbook.of(locale.getLanguage(), "notary").say("verify." + key, arguments);
  }
}
