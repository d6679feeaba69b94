package coop.artel.notary;

import coop.artel.values.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notary's two key files, {@code keys/notary-master.key} and {@code keys/notary-log.key} in the
 * data folder. The database remembers which ones it belongs to: with others, or with none, the
 * service does not start, since it could neither open what is there nor go on with the log.
 */
@Component
class NotaryKeys {
  private static final Logger LOG = LoggerFactory.getLogger(NotaryKeys.class);

  private record Identity(String verifierKey, byte[] masterCheck) {}

  private final byte[] master;
  private final LogKey log;

  NotaryKeys(DataFolder folder, JdbcClient database) {
    var known = identity(database);
    try {
      master =
          Hashes.ofHex(
              read(folder, "notary-master.key", known, () -> Hashes.hex(Sealed.randomKey()) + "\n")
                  .strip());
      log =
          LogKey.parse(
              read(
                  folder,
                  "notary-log.key",
                  known,
                  () -> LogKey.generate("artel.local/" + newLogId()).text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    check(database, folder);
  }

  /** A new database gets new keys; one that has a history must find its own. */
  private static String read(
      DataFolder folder, String name, Optional<Identity> known, Supplier<String> made)
      throws IOException {
    var file = folder.resolve("keys").resolve(name);
    if (known.isPresent() && !Files.exists(file)) {
      throw new IllegalStateException(
          "The database belongs to the log %s, whose key file %s is missing"
              .formatted(known.get().verifierKey, file));
    }
    String content = KeyFile.readOrCreate(file, made);
    if (KeyFile.isOpen(file)) {
      LOG.warn("Others than its owner may read {}; set its mode to 600", file);
    }
    return content;
  }

  private static String newLogId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static Optional<Identity> identity(JdbcClient database) {
    return database
        .sql("select verifier_key, master_check from notary.identity")
        .query((row, i) -> new Identity(row.getString(1), row.getBytes(2)))
        .optional();
  }

  private void check(JdbcClient database, DataFolder folder) {
    byte[] check = Hashes.hmac(master, "artel/1/master-check");
    database
        .sql(
            "insert into notary.identity (origin, verifier_key, master_check, since)"
                + " values (?, ?, ?, ?) on conflict do nothing")
        .params(log.origin(), log.verifier().toString(), check, OffsetDateTime.now(ZoneOffset.UTC))
        .update();
    var identity =
        identity(database).orElseThrow(() -> new IllegalStateException("no identity was kept"));
    if (!identity.verifierKey.equals(log.verifier().toString())
        || !Arrays.equals(identity.masterCheck, check)) {
      throw new IllegalStateException(
          "The database belongs to the log %s; the files keys/notary-*.key in %s are not its keys"
              .formatted(identity.verifierKey, folder.path()));
    }
  }

  LogKey log() {
    return log;
  }

  /** A key under the master key; the owner's name must be given again to open it. */
  byte[] wrap(byte[] key, String owner) {
    return Sealed.seal(master, owner, key);
  }

  byte[] unwrap(byte[] wrapped, String owner) {
    return Sealed.open(master, owner, wrapped);
  }
}
