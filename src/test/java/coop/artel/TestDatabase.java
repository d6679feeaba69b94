package coop.artel;

import coop.artel.workflow.EngineTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh database with all migrations for whoever asks, of one embedded server for the whole run.
 * The roles are those of production: tests work as {@code artel}, which owns nothing.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A database of its own, copied from a migrated template. */
  public static TestDatabase fresh() {
    var database = new TestDatabase("test" + COUNT.incrementAndGet());
    run("create database %s template template_artel owner artel_owner".formatted(database.name));
    return database;
  }

  /** One in which nothing was migrated yet, as an operator would make it. */
  public static TestDatabase empty() {
    var database = new TestDatabase("test" + COUNT.incrementAndGet());
    run("create database %s owner artel_owner".formatted(database.name));
    return database;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(SERVER.getPort(), name);
  }

  /** As the service connects. */
  public DataSource service() {
    return as("artel");
  }

  /** As migrations connect. */
  public DataSource owner() {
    return as("artel_owner");
  }

  /** As auditors and reports connect. */
  public DataSource reader() {
    return as("artel_read");
  }

  /** The server's own superuser, for tampering. */
  public DataSource superuser() {
    return as("postgres");
  }

  private DataSource as(String user) {
    return connect(name, user);
  }

  private static DataSource connect(String database, String user) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {SERVER.getPort()});
    source.setDatabaseName(database);
    source.setUser(user);
    return source;
  }

  private static EmbeddedPostgres start() {
    try {
      Path folder = Files.createTempDirectory("artel-tests");
      var server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
      prepare(server.getPostgresDatabase());
      var owner = new PGSimpleDataSource();
      owner.setServerNames(new String[] {"127.0.0.1"});
      owner.setPortNumbers(new int[] {server.getPort()});
      owner.setDatabaseName("template_artel");
      owner.setUser("artel_owner");
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:db/migration")
          .javaMigrations(new EngineTables())
          .load()
          .migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The server stops in a second; its folder of some 900 files a database is removed by a process
   * that outlives this one, since nobody has to wait for that.
   */
  private static void end(EmbeddedPostgres server, Path folder) {
    boolean windows = File.separatorChar == '\\';
    List<String> remove =
        windows ? List.of("cmd", "/c", "rmdir", "/s", "/q") : List.of("rm", "-rf", "--");
    try {
      server.close();
      var command = new ArrayList<>(remove);
      command.add(folder.toString());
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepare(DataSource superuser) {
    execute(superuser, "create role artel_owner login");
    execute(superuser, "create role artel login");
    execute(superuser, "create role artel_read login");
    execute(superuser, "create database template_artel owner artel_owner");
  }

  private static void run(String sql) {
    execute(connect("postgres", "postgres"), sql);
  }

  private static void execute(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
