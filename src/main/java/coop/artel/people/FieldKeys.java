package coop.artel.people;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@link FieldCipher}, in a PKCS#12 keystore that only the service's user can read. A
 * key is made once, for an empty database; afterwards a keystore that is missing, unreadable or of
 * another installation stops the start, since a new key would make every old field unreadable.
 */
final class FieldKeys {
  private static final String KEYSTORE = "fields.p12";
  private static final String PASSWORD = "fields.password";
  private static final String ALIAS = "field-key-";
  private static final byte[] PROBE = "artel".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final @Nullable String configured;

  /**
   * @param configured the keystore's password; without one it is made and kept beside the keystore
   */
  FieldKeys(Path folder, @Nullable String configured) {
    this.folder = folder;
    this.configured = configured == null || configured.isEmpty() ? null : configured;
    if (this.configured != null && !this.configured.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw new FieldKeysUnusable("artel.keys.password may hold ASCII characters only");
    }
  }

  /** Throws {@link FieldKeysUnusable} with what to do about it. */
  FieldCipher open(DataSource database) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var lock =
          connection.prepareStatement(
              "select pg_advisory_xact_lock(hashtext('people.field_keys'))")) {
        lock.execute();
      }
      var cipher = open(connection);
      connection.commit();
      return cipher;
    } catch (SQLException e) {
      throw new IllegalStateException("The field keys cannot be compared with the database", e);
    }
  }

  private FieldCipher open(Connection connection) throws SQLException {
    Map<Integer, byte[]> probes = probes(connection);
    Path keystore = folder.resolve(KEYSTORE);
    if (!Files.exists(keystore)) {
      if (!probes.isEmpty()) {
        throw new FieldKeysUnusable(
            "The database holds encrypted fields, but their keys are not at %s. Restore the file"
                    .formatted(keystore)
                + " from a backup; no new key is made, because it could not read them.");
      }
      write(keystore, Map.of(1, newKey()));
    }
    var keys = read(keystore);
    var cipher = FieldCipher.of(keys);
    for (var probe : probes.entrySet()) {
      check(cipher, probe.getKey(), probe.getValue(), keystore);
    }
    for (int id : keys.keySet()) {
      if (!probes.containsKey(id)) {
        remember(connection, id, cipher.seal(id, PROBE, context(id)));
      }
    }
    return cipher;
  }

  private static void check(FieldCipher cipher, int id, byte[] probe, Path keystore) {
    try {
      cipher.open(probe, context(id));
    } catch (SealBroken e) {
      throw new FieldKeysUnusable(
          "Key %d at %s is missing or is not the one that this database was encrypted with"
              .formatted(id, keystore),
          e);
    }
  }

  private static byte[] context(int id) {
    return FieldCipher.context("people.field_keys", "probe", id);
  }

  private static Map<Integer, byte[]> probes(Connection connection) throws SQLException {
    var probes = new TreeMap<Integer, byte[]>();
    try (var select = connection.prepareStatement("select id, probe from people.field_keys");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        probes.put(rows.getInt("id"), rows.getBytes("probe"));
      }
    }
    return probes;
  }

  private static void remember(Connection connection, int id, byte[] probe) throws SQLException {
    try (var insert =
        connection.prepareStatement("insert into people.field_keys (id, probe) values (?, ?)")) {
      insert.setInt(1, id);
      insert.setBytes(2, probe);
      insert.execute();
    }
  }

  private TreeMap<Integer, SecretKey> read(Path file) {
    char[] password = password(false);
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      var keys = new TreeMap<Integer, SecretKey>();
      for (String alias : Collections.list(store.aliases())) {
        if (alias.startsWith(ALIAS) && store.getKey(alias, password) instanceof SecretKey key) {
          keys.put(Integer.parseInt(alias.substring(ALIAS.length())), key);
        }
      }
      if (keys.isEmpty()) {
        throw new FieldKeysUnusable("%s holds no field key".formatted(file));
      }
      return keys;
    } catch (IOException | GeneralSecurityException | NumberFormatException e) {
      throw new FieldKeysUnusable(
          "%s cannot be read: it is damaged, or artel.keys.password is not its password"
              .formatted(file),
          e);
    }
  }

  private void write(Path file, Map<Integer, SecretKey> keys) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      char[] password = password(true);
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var key : keys.entrySet()) {
        store.setEntry(
            ALIAS + key.getKey(),
            new KeyStore.SecretKeyEntry(key.getValue()),
            new KeyStore.PasswordProtection(password));
      }
      Path fresh = folder.resolve(KEYSTORE + ".new");
      Files.deleteIfExists(fresh);
      try (var out = secret(fresh)) {
        store.store(out, password);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | GeneralSecurityException e) {
      throw new FieldKeysUnusable("%s cannot be written".formatted(file), e);
    }
  }

  private char[] password(boolean make) {
    if (configured != null) {
      return configured.toCharArray();
    }
    Path file = folder.resolve(PASSWORD);
    try {
      if (make && !Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        try (var out = secret(file)) {
          out.write(Base64.getUrlEncoder().withoutPadding().encode(random));
        }
      }
      return Files.readString(file).strip().toCharArray();
    } catch (IOException e) {
      throw new FieldKeysUnusable(
          "The password of the field keys is neither in artel.keys.password nor at %s"
              .formatted(file),
          e);
    }
  }

  /** A new file that only its owner may read, from its first byte on. */
  private static OutputStream secret(Path file) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }

  private static SecretKey newKey() {
    try {
      var generator = KeyGenerator.getInstance("AES");
      generator.init(256);
      return generator.generateKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES does not work here", e);
    }
  }
}
