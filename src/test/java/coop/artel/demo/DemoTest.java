package coop.artel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.notary.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service as a user starts it, the demonstration played against it, and what leaves the house.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
  private static final List<String> CASES = List.of("admitted", "returned", "lapsed");

  private Path data;
  private ServiceProcess service;

  @BeforeAll
  void start() throws Exception {
    data = Files.createTempDirectory(Files.createDirectories(Path.of("target/houses")), "demo");
    service = ServiceProcess.on(data);
    service.await("\"phase\":\"READY\"");
  }

  @AfterAll
  void stop() throws Exception {
    service.close();
  }

  @Test
  @Order(1)
  void admission_is_played_anchored_exported_and_verified() {
    var told = new ByteArrayOutputStream();

    int code =
        DemoCommand.run(
            new String[] {"--url", service.url(), "--artel.data=" + data, "--lang", "ru"},
            print(told),
            print(told));

    assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("3085-1, ст. 7", "все три дела");
  }

  @Test
  @Order(2)
  void without_a_policy_the_signer_is_unknown() throws IOException {
    for (String name : CASES) {
      var told = new ByteArrayOutputStream();
      assertThat(verify(export(name), null, told)).isEqualTo(1);
      assertThat(told.toString(StandardCharsets.UTF_8)).containsIgnoringCase("signer unknown");
    }
  }

  @Test
  @Order(2)
  void the_policy_of_another_installation_is_no_good() throws IOException {
    Path other = data.resolve("demo/other-policy.txt");
    String policy = Files.readString(data.resolve("policy.txt"));
    Files.writeString(other, policy.replaceFirst("(?m)^contract 0x....", "contract 0x0000"));

    assertThat(verify(export("admitted"), other, new ByteArrayOutputStream())).isEqualTo(1);
  }

  @Test
  @Order(2)
  void whatever_bit_is_flipped_it_is_found() throws IOException {
    byte[] good = Files.readAllBytes(export("returned"));
    Path mutant = data.resolve("demo/mutant.zip");
    var random = new Random(20261123);
    for (int i = 0; i < 200; i++) {
      byte[] bad = good.clone();
      int bit = random.nextInt(bad.length * 8);
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(mutant, bad);
      assertThat(verify(mutant, data.resolve("policy.txt"), new ByteArrayOutputStream()))
          .as("bit %d of byte %d", bit % 8, bit / 8)
          .isNotZero();
    }
  }

  @Test
  @Order(2)
  void the_engine_learns_nobody_s_name_date_or_number() throws IOException {
    var sql = JdbcClient.create(asOwner());
    var personal =
        List.of("Петров", "Сидорова", "Иванов", "Зелёная", "4509 ", "example.org", "ПП-17");
    for (String table :
        List.of(
            "act_hi_varinst",
            "act_hi_detail",
            "act_ru_variable",
            "act_hi_taskinst",
            "act_hi_comment")) {
      for (String word : personal) {
        assertThat(
                sql.sql("select count(*) from %s t where t::text like ?".formatted(table))
                    .param("%" + word + "%")
                    .query(Long.class)
                    .single())
            .as("%s in %s", word, table)
            .isZero();
      }
    }
    for (String word : personal) {
      assertThat(
              sql.sql(
                      "select count(*) from act_ge_bytearray where name_ not like 'processes/%'"
                          + " and position(convert_to(?, 'UTF8') in bytes_) > 0")
                  .param(word)
                  .query(Long.class)
                  .single())
          .as(word)
          .isZero();
    }
    assertThat(sql.sql("select count(*) from act_hi_varinst").query(Long.class).single())
        .isPositive();
  }

  @Test
  @Order(2)
  void the_running_log_holds_and_so_do_its_anchors() throws IOException {
    var told = new ByteArrayOutputStream();

    assertThat(verifyLog(told, "--require-anchor"))
        .as(told.toString(StandardCharsets.UTF_8))
        .isZero();

    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(" 7. every anchor on the chain is a beginning of this same log … ok")
        .contains("GOOD, BUT COMPARED WITH A DEVELOPMENT CHAIN WITHOUT SEALS: the log holds");
  }

  @Test
  @Order(2)
  void an_entry_of_the_running_log_that_somebody_edits_is_named() throws IOException {
    var sql = JdbcClient.create(asOwner());
    String flip =
        "update notary.records set entry = set_byte(entry, 9, get_byte(entry, 9) # 1)"
            + " where id = (select record from notary.entries where idx = 5)";
    sql.sql(flip).update();
    try {
      var told = new ByteArrayOutputStream();
      assertThat(verifyLog(told)).isEqualTo(1);
      assertThat(told.toString(StandardCharsets.UTF_8))
          .contains("entry 5 (counted from zero) was changed", "BAD: the log does not hold");
    } finally {
      sql.sql(flip).update();
    }
  }

  private int verifyLog(ByteArrayOutputStream told, String... more) throws IOException {
    var arguments =
        new ArrayList<>(
            List.of(
                "--log",
                service.url() + "/log",
                "--policy",
                data.resolve("policy.txt").toString(),
                "--rpc",
                service.logged("The development chain is ready at (\\S+),"),
                "--lang",
                "en"));
    arguments.addAll(List.of(more));
    return VerifyCommand.run(arguments.toArray(String[]::new), print(told), print(told));
  }

  @Test
  @Order(3)
  void after_a_kill_everything_is_there_again() throws Exception {
    String checkpoint = service.get("/log/checkpoint").body();
    service.kill();

    service = ServiceProcess.on(data);
    service.await("\"phase\":\"READY\"");

    String again = service.get("/log/checkpoint").body();
    assertThat(size(again)).isGreaterThanOrEqualTo(size(checkpoint));
    assertThat(verify(export("admitted"), data.resolve("policy.txt"), new ByteArrayOutputStream()))
        .isZero();
  }

  private static long size(String checkpoint) {
    return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
  }

  private Path export(String name) {
    return data.resolve("demo").resolve(name + ".zip");
  }

  private static int verify(
      Path file, @org.jspecify.annotations.Nullable Path policy, ByteArrayOutputStream told) {
    String[] arguments =
        policy == null
            ? new String[] {file.toString(), "--lang", "en"}
            : new String[] {file.toString(), "--policy", policy.toString(), "--lang", "en"};
    return VerifyCommand.run(arguments, print(told), print(told));
  }

  private PGSimpleDataSource asOwner() throws IOException {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(
        new int[] {
          Integer.parseInt(
              Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip())
        });
    source.setDatabaseName("artel");
    source.setUser("artel_owner");
    source.setPassword(Files.readString(data.resolve("keys/postgres.password")).strip());
    return source;
  }

  private static PrintStream print(ByteArrayOutputStream told) {
    return new PrintStream(told, true, StandardCharsets.UTF_8);
  }
}
