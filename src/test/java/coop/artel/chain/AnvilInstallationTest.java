package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilInstallationTest {
  @TempDir Path folder;

  @Test
  void npm_brings_an_anvil_that_runs_and_nothing_of_the_compiler() throws Exception {
    var installation = new AnvilInstallation(folder);
    assertThat(installation.isComplete()).isFalse();

    installation.install();

    assertThat(installation.isComplete()).isTrue();
    assertThat(folder.resolve("node_modules/solc")).doesNotExist();
    var anvil = new ProcessBuilder(installation.binary().toString(), "--version").start();
    assertThat(anvil.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(anvil.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("1.7.1");
  }

  @Test
  void another_lock_file_or_a_broken_off_installation_is_not_complete() throws Exception {
    var installation = new AnvilInstallation(folder);
    installation.install();
    var written = folder.resolve("package-lock.json");
    var lock = Files.readString(written);

    Files.writeString(written, lock.replace("1.7.1", "1.7.0"));
    assertThat(installation.isComplete()).isFalse();

    Files.writeString(written, lock);
    assertThat(installation.isComplete()).isTrue();
    Files.delete(folder.resolve("node_modules/.package-lock.json"));
    assertThat(installation.isComplete()).isFalse();
  }
}
