package coop.artel.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL in a folder of ours. What was committed is on disk: unlike in tests, fsync and
 * synchronous_commit are on. It listens on the loopback address only, on a port of the day, and
 * takes a password that only this folder knows.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String NAME = "artel";
  private static final List<String> ROLES = List.of("artel_owner", "artel", "artel_read");
  private static final String HOST_RULES =
      """
      local all all scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      host  all all ::1/128      scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final Passwords passwords;
  private final FileChannel lockFile;
  private final FileLock lock;

  /**
   * Starts the server, ending one that a killed service left behind.
   *
   * @param data the service's data folder; a second service on the same one is refused with {@link
   *     DataFolderInUse}
   */
  public EmbeddedDatabase(Path data) {
    var begun = Instant.now();
    try {
      Path folder = Files.createDirectories(data.resolve("postgres")).toRealPath();
      lockFile =
          FileChannel.open(
              data.resolve("artel.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = lock(data, lockFile);
      Path binaries = Files.createDirectories(data.resolve("postgres-binaries")).toRealPath();
      new OrphanedPostmaster(folder, binaries).end();
      passwords = Passwords.in(data.resolve("keys"));
      server = start(folder, binaries);
      confirmFolder(folder);
      prepareRoles();
      demandPasswords(folder);
      log.info("The database is up after {} ms", Duration.between(begun, Instant.now()).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database does not start in " + data, e);
    }
  }

  /** As the service works: it owns nothing. */
  public DataSource service() {
    return connect(NAME, "artel");
  }

  /** As migrations work. */
  public DataSource owner() {
    return connect(NAME, "artel_owner");
  }

  @Override
  public void close() throws IOException {
    server.close();
    lock.release();
    lockFile.close();
  }

  private static FileLock lock(Path data, FileChannel file) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      file.close();
      throw new DataFolderInUse(data);
    }
    return lock;
  }

  private EmbeddedPostgres start(Path folder, Path binaries) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setOverrideWorkingDirectory(binaries.toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setConnectConfig("password", passwords.text())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("encoding", "UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("max_connections", "60")
        // What people wrote, and the passwords of roles, have no place in the server's log.
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_parameter_max_length", "0")
        .setServerConfig("log_parameter_max_length_on_error", "0")
        .setServerConfig("shared_buffers", "64MB")
        .start();
  }

  /** A stranger's server on the same port would answer too. */
  private void confirmFolder(Path folder) throws IOException {
    String told =
        JdbcClient.create(server.getPostgresDatabase())
            .sql("show data_directory")
            .query(String.class)
            .single();
    if (!Path.of(told).toRealPath().equals(folder)) {
      throw new IOException("The server that answers keeps its data in %s".formatted(told));
    }
  }

  private void prepareRoles() {
    var sql = JdbcClient.create(server.getPostgresDatabase());
    sql.sql("alter role postgres password '%s'".formatted(passwords.text())).update();
    for (String role : ROLES) {
      if (sql.sql("select 1 from pg_roles where rolname = ?")
          .param(role)
          .query()
          .listOfRows()
          .isEmpty()) {
        sql.sql("create role %s login password '%s'".formatted(role, passwords.text())).update();
      }
    }
    if (sql.sql("select 1 from pg_database where datname = ?")
        .param(NAME)
        .query()
        .listOfRows()
        .isEmpty()) {
      sql.sql("create database %s owner artel_owner".formatted(NAME)).update();
      log.info("Made the database {}", NAME);
    }
  }

  /** initdb lets anybody on this machine in; from here on only who knows the password. */
  private void demandPasswords(Path folder) throws IOException {
    Path rules = folder.resolve("pg_hba.conf");
    if (!Files.readString(rules).equals(HOST_RULES)) {
      Files.writeString(rules, HOST_RULES);
      JdbcClient.create(server.getPostgresDatabase())
          .sql("select pg_reload_conf()")
          .query(Boolean.class)
          .single();
    }
  }

  private DataSource connect(String database, String user) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {server.getPort()});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(passwords.text());
    return source;
  }
}
