package coop.artel.tour;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One browser for the whole run. A Chrome or Chromium of the machine is taken if there is one, else
 * npm's, which the build unpacks under {@code target}; {@code -Dartel.chromium=PATH} names another
 * and {@code -Dartel.chromium=npm} asks for npm's.
 */
final class Chromium {
  private static final List<String> NAMES =
      List.of(
          "google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome.exe");
  private static final List<Path> PLACES =
      List.of(
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));
  private static final Path UNPACKED = Path.of("target", "browser").toAbsolutePath();

  /** It asks no one but the pages' own server, and runs where its sandbox cannot. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-sync",
          "--disable-component-update",
          "--disable-quic",
          "--no-first-run",
          "--lang=ru",
          "--font-render-hinting=none");

  private static final Browser BROWSER = start();

  private Chromium() {}

  static Browser browser() {
    return BROWSER;
  }

  private static Browser start() {
    var asked = System.getProperty("artel.chromium", "");
    var installed =
        asked.isEmpty()
            ? installed()
            : asked.equals("npm") ? Optional.<Path>empty() : Optional.of(Path.of(asked));
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(driver()));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(installed.orElseGet(Chromium::unpacked))
            .setArgs(FLAGS)
            .setEnv(environment(installed.isEmpty()));
    var browser = playwright.chromium().launch(options);
    System.out.printf(
        "The pages are looked at with Chromium %s, %s%n",
        browser.version(), installed.map(Path::toString).orElse("from npm"));
    return browser;
  }

  private static Optional<Path> installed() {
    return Stream.concat(NAMES.stream().flatMap(Chromium::onPath), PLACES.stream())
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> onPath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }

  /** The build's own Node drives; no browser is ever downloaded. */
  private static Map<String, String> driver() {
    var node =
        Stream.of("node", "node.exe").flatMap(Chromium::onPath).findFirst().orElse(Path.of("node"));
    return Map.of(
        "PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
  }

  private static Path unpacked() {
    return Path.of(Node.run("src/test/web/chromium.mjs", UNPACKED.toString()));
  }

  /** A Russian browser. npm's brings along the libraries and fonts that a bare machine lacks. */
  private static Map<String, String> environment(boolean fromNpm) {
    var environment = new HashMap<>(System.getenv());
    environment.put("LANGUAGE", "ru");
    if (fromNpm) {
      environment.put("LD_LIBRARY_PATH", UNPACKED.resolve("al2023/lib").toString());
      environment.put("FONTCONFIG_FILE", UNPACKED.resolve("fonts.conf").toString());
    }
    return environment;
  }

  /** axe-core's script, to be run in a page. */
  static String axe() {
    try {
      return Files.readString(Path.of(Node.run("src/test/web/axe.mjs")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scripts that bring what only the tests need. */
  private static final class Node {
    static String run(String script, String... arguments) {
      try {
        var command = Stream.concat(Stream.of("node", script), Arrays.stream(arguments)).toList();
        var process =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var answer =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
          throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
