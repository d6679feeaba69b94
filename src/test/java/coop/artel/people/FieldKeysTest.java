package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldKeysTest {
  private static final byte[] CONTEXT = {1};

  private final TestDatabase database = TestDatabase.fresh();
  private final Path folder;

  FieldKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_first_start_makes_keys_that_later_starts_read() {
    byte[] sealed = open(null).seal("тайна".getBytes(UTF_8), CONTEXT);

    assertThat(open(null).open(sealed, CONTEXT)).isEqualTo("тайна".getBytes(UTF_8));
  }

  @Test
  void only_the_owner_may_read_the_files() throws IOException {
    open(null);

    for (String name : new String[] {"fields.p12", "fields.password"}) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("keys").resolve(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("keys")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_configured_password_is_kept_nowhere() {
    open("correct horse");

    assertThat(folder.resolve("keys/fields.password")).doesNotExist();
    assertThat(open("correct horse")).isNotNull();
    assertThatThrownBy(() -> open("another"))
        .isInstanceOf(FieldKeysUnusable.class)
        .hasMessageContaining("artel.keys.password");
  }

  @Test
  void a_password_that_a_keystore_cannot_take_is_named() {
    assertThatThrownBy(() -> open("секрет"))
        .isInstanceOf(FieldKeysUnusable.class)
        .hasMessageContaining("ASCII");
  }

  @Test
  void lost_keys_stop_the_start_and_no_new_key_is_made() throws IOException {
    open(null);
    Files.delete(folder.resolve("keys/fields.p12"));

    assertThatThrownBy(() -> open(null))
        .isInstanceOf(FieldKeysUnusable.class)
        .hasMessageContaining("no new key is made");
    assertThat(folder.resolve("keys/fields.p12")).doesNotExist();
  }

  @Test
  void a_lost_password_stops_the_start() throws IOException {
    open(null);
    Files.delete(folder.resolve("keys/fields.password"));

    assertThatThrownBy(() -> open(null))
        .isInstanceOf(FieldKeysUnusable.class)
        .hasMessageContaining("fields.password");
  }

  @Test
  void damaged_keys_stop_the_start() throws IOException {
    open(null);
    Path file = folder.resolve("keys/fields.p12");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> open(null)).isInstanceOf(FieldKeysUnusable.class);
  }

  @Test
  void the_keys_of_another_installation_stop_the_start() {
    open(null);
    var other = new FieldKeys(folder.resolve("other"), null);
    other.open(TestDatabase.fresh().service());

    assertThatThrownBy(() -> other.open(database.service()))
        .isInstanceOf(FieldKeysUnusable.class)
        .hasMessageContaining("is not the one");
  }

  @Test
  void two_nodes_starting_at_once_share_one_key() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    try {
      Callable<FieldCipher> start = () -> open(null);
      var ciphers = pool.invokeAll(java.util.Collections.nCopies(4, start));
      byte[] sealed = ciphers.get(0).get().seal(new byte[] {5}, CONTEXT);
      for (var cipher : ciphers) {
        assertThat(cipher.get().open(sealed, CONTEXT)).containsExactly(5);
      }
    } finally {
      pool.shutdown();
    }
  }

  private FieldCipher open(@Nullable String password) {
    return new FieldKeys(folder.resolve("keys"), password).open(database.service());
  }
}
