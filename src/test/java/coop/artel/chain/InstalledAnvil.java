package coop.artel.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Anvil that the build installed for the compiler's folder, used from a test's own folder. */
class InstalledAnvil extends AnvilInstallation {
  private static final Path MODULES = Path.of("src/main/solidity/node_modules").toAbsolutePath();

  InstalledAnvil(Path folder) {
    this(folder, "node");
  }

  InstalledAnvil(Path folder, String node) {
    super(folder, node, "npm");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  boolean isComplete() {
    return true;
  }

  @Override
  Path binary() {
    return binaryIn(MODULES);
  }

  /** A chain of its own, with nothing on it. */
  static Anvil start(Path folder) throws IOException, InterruptedException {
    List<String> command = new InstalledAnvil(folder).command();
    return Anvil.start(
        command,
        folder.resolve("state.json"),
        folder.resolve("anvil.pid"),
        folder.resolve("anvil.log"));
  }
}
