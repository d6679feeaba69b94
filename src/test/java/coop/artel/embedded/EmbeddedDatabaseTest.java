package coop.artel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {
  @TempDir Path data;

  @Test
  void what_was_committed_is_there_after_a_restart() throws IOException {
    try (var first = new EmbeddedDatabase(data)) {
      sql(first.owner()).sql("create table kept (word text)").update();
      sql(first.owner()).sql("insert into kept values ('слово')").update();
    }
    try (var second = new EmbeddedDatabase(data)) {
      assertThat(word(second)).isEqualTo("слово");
    }
  }

  @Test
  void commits_reach_the_disk_and_nobody_connects_without_the_password() throws IOException {
    try (var database = new EmbeddedDatabase(data)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");

      var stranger = (org.postgresql.ds.PGSimpleDataSource) database.service();
      stranger.setPassword("guess");
      assertThatThrownBy(stranger::getConnection).hasMessageContaining("password");
      stranger.setUser("postgres");
      assertThatThrownBy(stranger::getConnection).hasMessageContaining("password");
    }
    assertThat(Files.getPosixFilePermissions(data.resolve("keys/postgres.password")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void the_servers_log_tells_no_values() throws IOException {
    try (var database = new EmbeddedDatabase(data)) {
      assertThat(setting(database, "log_error_verbosity")).isEqualTo("terse");
      assertThat(setting(database, "log_min_error_statement")).isEqualTo("panic");
      assertThat(setting(database, "log_parameter_max_length")).isEqualTo("0");
      assertThat(setting(database, "log_parameter_max_length_on_error")).isEqualTo("0");
    }
  }

  @Test
  void an_exception_of_the_database_tells_no_values() throws IOException {
    try (var database = new EmbeddedDatabase(data)) {
      sql(database.owner())
          .sql(
              "create table people (name text primary key, age int check (age >= 0), login text"
                  + " not null)")
          .update();
      var insert = "insert into people (name, age, login) values (?, ?, ?)";
      var service = new JdbcTemplate(database.owner());
      service.update(insert, "Пётр Ильин", 36, "ilyin");

      assertThat(failure(() -> service.update(insert, "Пётр Ильин", 36, "ilyin")))
          .contains("people_pkey")
          .doesNotContain("Ильин");
      assertThat(failure(() -> service.update(insert, "Анна Лебедева", -71, "lebedeva")))
          .contains("people_age_check")
          .doesNotContain("Лебедева", "-71", "lebedeva");
      assertThat(failure(() -> service.update(insert, "Анна Лебедева", 71, null)))
          .doesNotContain("Лебедева", "71");
      assertThat(
              failure(
                  () ->
                      service.batchUpdate(
                          insert, List.<Object[]>of(new Object[] {"Пётр Ильин", 36, "ilyin"}))))
          .contains("people_pkey")
          .doesNotContain("Ильин");
    }
  }

  /** All that a log would show of it. */
  private static String failure(Runnable statement) {
    try {
      statement.run();
    } catch (DataAccessException e) {
      var shown = new StringWriter();
      e.printStackTrace(new PrintWriter(shown));
      return shown.toString();
    }
    throw new AssertionError("nothing failed");
  }

  @Test
  void a_second_service_on_the_same_folder_is_told_so() throws IOException {
    try (var first = new EmbeddedDatabase(data)) {
      assertThatThrownBy(() -> new EmbeddedDatabase(data))
          .isInstanceOf(DataFolderInUse.class)
          .hasMessageContaining(data.toString());
      assertThat(setting(first, "server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void after_a_kill_the_orphan_is_ended_and_the_next_start_is_quick() throws Exception {
    Process killed = serviceOfItsOwn();
    long orphan =
        Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
    killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isPresent();

    var before = Instant.now();
    try (var next = new EmbeddedDatabase(data)) {
      assertThat(word(next)).isEqualTo("слово");
    }
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_pid_file_that_names_another_process_does_not_block_the_start() throws IOException {
    new EmbeddedDatabase(data).close();
    Path folder = data.resolve("postgres").toRealPath();
    Files.writeString(
        folder.resolve("postmaster.pid"),
        "%d%n%s%n0%n".formatted(ProcessHandle.current().pid(), folder));

    try (var database = new EmbeddedDatabase(data)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
    }
  }

  /** A JVM that writes a word and then waits to be killed. */
  private Process serviceOfItsOwn() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WaitsToBeKilled.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line;
    while ((line = out.readLine()) != null) {
      if (line.equals("ready")) {
        return process;
      }
    }
    throw new IllegalStateException("The service of its own did not start");
  }

  private static String setting(EmbeddedDatabase database, String name) {
    return sql(database.service()).sql("show " + name).query(String.class).single();
  }

  private static String word(EmbeddedDatabase database) {
    return sql(database.owner()).sql("select word from kept").query(String.class).single();
  }

  private static JdbcClient sql(DataSource source) {
    return JdbcClient.create(source);
  }

  /** Runs in the JVM that the test kills. */
  static final class WaitsToBeKilled {
    public static void main(String[] arguments) throws Exception {
      var database = new EmbeddedDatabase(Path.of(arguments[0]));
      sql(database.owner()).sql("create table kept (word text)").update();
      sql(database.owner()).sql("insert into kept values ('слово')").update();
      System.out.println("ready");
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
  }
}
