package coop.artel.demo;

import coop.artel.notary.VerifyCommand;
import coop.artel.values.CommandLine;
import coop.artel.values.Wordbook;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code demo --url URL --artel.data=DIR}: plays admission against a running service. */
public final class DemoCommand {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int WRONG_USAGE = 2;
  private static final Set<String> OPTIONS = Set.of("--url", "--lang", "--artel.data");

  private final Path data;
  private final Wordbook words;
  private final PrintStream out;
  private final PrintStream err;

  private DemoCommand(Path data, Wordbook words, PrintStream out, PrintStream err) {
    this.data = data;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  /** Exit codes: 0 all played, anchored and verified; 1 something was not; 2 wrong usage. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line;
    try {
      line = CommandLine.parse(arguments, OPTIONS, Set.of());
    } catch (IllegalArgumentException e) {
      err.println(Wordbook.of(null, "demo").say("demo.unknown-argument", e.getMessage()));
      return WRONG_USAGE;
    }
    var language = line.option("--lang").orElseGet(Wordbook::ownLanguage);
    var words = Wordbook.of(language, "demo");
    var url = line.option("--url").orElse("");
    if (url.isEmpty() || !line.words().isEmpty() || !Wordbook.speaks(language)) {
      err.println(words.say("demo.usage"));
      return WRONG_USAGE;
    }
    var data = Path.of(line.option("--artel.data").orElse("data"));
    return new DemoCommand(data, words, out, err).run(url, language);
  }

  private int run(String url, String language) {
    RestClient client;
    try {
      var service = URI.create(url);
      if (service.getHost() == null || !String.valueOf(service.getScheme()).matches("https?")) {
        throw new IllegalArgumentException(url);
      }
      client = new RestClient(HttpClient.newHttpClient(), service, null).in(language);
    } catch (IllegalArgumentException e) {
      return fail(words.say("demo.unknown-argument", url), WRONG_USAGE);
    }
    AccountsFile accounts;
    try {
      accounts = AccountsFile.read(data);
    } catch (IOException e) {
      return fail(words.say("demo.no-accounts", AccountsFile.in(data)), WRONG_USAGE);
    }
    try {
      return play(new AdmissionStory(client, accounts, words, out), language);
    } catch (DemoFailed e) {
      return fail(e.said(words), BAD);
    } catch (IOException e) {
      return fail(words.say("demo.file-failed", e), BAD);
    }
  }

  private int play(AdmissionStory story, String language) throws IOException {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("admitted", story.admitted());
    cases.put("returned", story.returnedForAge());
    cases.put("lapsed", story.lapsedForNonPayment());
    if (!story.anchored(cases.values())) {
      return fail(words.say("demo.not-anchored"), BAD);
    }
    boolean good = export(story, cases, language);
    out.println(words.say("demo.line", words.say(good ? "demo.good" : "demo.bad")));
    return good ? GOOD : BAD;
  }

  private boolean export(AdmissionStory story, Map<String, String> cases, String language)
      throws IOException {
    Path folder = Files.createDirectories(data.resolve("demo"));
    Path policy = folder.resolve("policy.txt");
    Files.write(policy, story.policy());
    boolean good = true;
    for (Map.Entry<String, String> entry : cases.entrySet()) {
      Path file = folder.resolve(entry.getKey() + ".zip");
      Files.write(file, story.export(entry.getValue()));
      out.println(words.say("demo.verifying", file, policy));
      String[] arguments = {
        file.toString(), "--policy", policy.toString(), "--require-anchor", "--lang", language
      };
      good &= VerifyCommand.run(arguments, out, err) == GOOD;
    }
    return good;
  }

  private int fail(String what, int code) {
    err.println(words.say("demo.line", what));
    return code;
  }
}
