package coop.artel.demo;

import coop.artel.notary.VerifyCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code demo --url URL --artel.data=DIR}: plays admission against a running service. */
public final class DemoCommand {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int WRONG_USAGE = 2;

  private DemoCommand() {}

  /** Exit codes: 0 all played, anchored and verified; 1 something was not; 2 wrong usage. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    @Nullable URI url = null;
    Path data = Path.of("data");
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--url") && i + 1 < arguments.length) {
        url = URI.create(arguments[++i]);
      } else if (arguments[i].startsWith("--url=")) {
        url = URI.create(arguments[i].substring("--url=".length()));
      } else if (arguments[i].startsWith("--artel.data=")) {
        data = Path.of(arguments[i].substring("--artel.data=".length()));
      } else {
        err.printf("demo: unknown argument %s%n", arguments[i]);
        return WRONG_USAGE;
      }
    }
    if (url == null) {
      err.println("demo --url URL [--artel.data=DIR]");
      return WRONG_USAGE;
    }
    AccountsFile accounts;
    try {
      accounts = AccountsFile.read(data);
    } catch (IOException e) {
      err.printf("demo: %s cannot be read: %s%n", AccountsFile.in(data), e.getMessage());
      return WRONG_USAGE;
    }
    try {
      return play(url, data, accounts, out, err);
    } catch (DemoFailed e) {
      err.println("demo: " + e.getMessage());
      return BAD;
    } catch (IOException e) {
      err.println("demo: " + e);
      return BAD;
    }
  }

  private static int play(
      URI url, Path data, AccountsFile accounts, PrintStream out, PrintStream err)
      throws IOException {
    var client = new RestClient(HttpClient.newHttpClient(), url, null);
    var story = new AdmissionStory(client, accounts, out);
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("admitted", story.admitted());
    cases.put("returned", story.returnedForAge());
    cases.put("lapsed", story.lapsedForNonPayment());

    if (!story.anchored(cases.values())) {
      err.println("demo: not every case was anchored within 60 s");
      return BAD;
    }
    return export(data, story, cases, out, err) ? GOOD : BAD;
  }

  private static boolean export(
      Path data, AdmissionStory story, Map<String, String> cases, PrintStream out, PrintStream err)
      throws IOException {
    Path folder = Files.createDirectories(data.resolve("demo"));
    Path policy = folder.resolve("policy.txt");
    Files.write(policy, story.policy());
    boolean good = true;
    for (Map.Entry<String, String> entry : cases.entrySet()) {
      Path file = folder.resolve(entry.getKey() + ".zip");
      Files.write(file, story.export(entry.getValue()));
      out.printf("verify %s --policy %s%n", file, policy);
      int code =
          new VerifyCommand()
              .run(new String[] {file.toString(), "--policy", policy.toString()}, out, err);
      good &= code == GOOD;
    }
    out.println(good ? "demo: все три дела проверены" : "demo: проверка не пройдена");
    return good;
  }
}
