package coop.artel.chain;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Anvil in a folder, brought by npm from the lock file in the jar. Nothing of it runs while it is
 * being installed.
 */
class AnvilInstallation {
  private static final long MINUTES = 10;
  private static final String LOCK = "package-lock.json";
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  /** npm or node is not on this machine. */
  static final class NoNpm extends Exception {
    NoNpm(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private final Path folder;
  private final String node;
  private final String npm;

  AnvilInstallation(Path folder) {
    this(folder, WINDOWS ? "node.exe" : "node", WINDOWS ? "npm.cmd" : "npm");
  }

  AnvilInstallation(Path folder, String node, String npm) {
    this.folder = folder;
    this.node = node;
    this.npm = npm;
  }

  /**
   * Whether the machine has what this needs: Node.js to run, npm too as long as it must install.
   */
  void checkPrograms() throws IOException, NoNpm {
    if (!isThere(node) || (!isComplete() && !isThere(npm))) {
      throw new NoNpm(new IOException("%s or %s is not on the path".formatted(node, npm)));
    }
  }

  private static boolean isThere(String program) {
    var path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
        .anyMatch(place -> Files.isExecutable(new File(place, program).toPath()));
  }

  /** Whether what the lock file names was installed whole. */
  boolean isComplete() throws IOException {
    var lock = folder.resolve(LOCK);
    return Files.exists(lock)
        && Arrays.equals(Files.readAllBytes(lock), resource(LOCK))
        // npm writes it last.
        && Files.exists(folder.resolve("node_modules/.package-lock.json"));
  }

  void install() throws IOException, InterruptedException, NoNpm {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("node_modules/.package-lock.json"));
    Files.write(folder.resolve("package.json"), resource("package.json"));
    Files.write(folder.resolve(LOCK), resource(LOCK));
    var log = folder.resolve("npm.log");
    var npm = npm(log);
    try {
      if (!npm.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("npm has not ended within %d minutes".formatted(MINUTES));
      }
      if (npm.exitValue() != 0) {
        throw new IOException(
            "npm ended with %d, see %s".formatted(npm.exitValue(), log.toAbsolutePath()));
      }
    } finally {
      npm.descendants().forEach(ProcessHandle::destroy);
      npm.destroy();
    }
  }

  private Process npm(Path log) throws NoNpm {
    try {
      return new ProcessBuilder(
              npm,
              "ci",
              "--omit=dev",
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              "--loglevel=error")
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new NoNpm(e);
    }
  }

  /**
   * How Node starts Anvil here. The script is written anew, so that it is always this edition's.
   */
  List<String> command() throws IOException {
    var script = folder.resolve("anvil.mjs");
    Files.write(script, resource("anvil.mjs"));
    return List.of(node, script.toString(), binary().toString());
  }

  /** The executable itself; it need not exist where npm has none for this platform. */
  Path binary() {
    return binaryIn(folder.resolve("node_modules"));
  }

  static Path binaryIn(Path modules) {
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var arch = machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "amd64";
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var platform = WINDOWS ? "win32" : system.startsWith("mac") ? "darwin" : "linux";
    return modules
        .resolve("@foundry-rs/anvil-%s-%s/bin".formatted(platform, arch))
        .resolve(WINDOWS ? "anvil.exe" : "anvil");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = AnvilInstallation.class.getResourceAsStream("/chain/npm/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The build has not packed chain/npm/" + name);
      }
      return file.readAllBytes();
    }
  }
}
