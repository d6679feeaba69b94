package coop.artel.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.ComposeFile;
import coop.artel.chain.NetworkCommand;
import coop.artel.chain.OtherChain;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
 * The service with the very settings and secrets of {@code docker/compose.yaml}, but for the
 * addresses: a PostgreSQL prepared by {@code docker/postgres/roles.sql}, and a chain that somebody
 * else runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnDatabaseTest {
  private static final Pattern SET =
      Pattern.compile("\\\\set (\\w+) `cat /run/secrets/([\\w.-]+)`");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String PASSWORD = "длинный пароль оператора";

  private Path folder;
  private Path network;
  private Path data;
  private EmbeddedPostgres postgres;
  private OtherChain chain;
  private Map<String, String> environment;
  private ServiceProcess service;

  @BeforeAll
  void start() throws Exception {
    folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target/houses")), "own")
            .toAbsolutePath();
    network = folder.resolve("network");
    data = folder.resolve("data");
    assertThat(network("init", "--out", network.toString(), "--chain-id", "" + OtherChain.ID))
        .isZero();
    postgres = postgres(0);
    prepareRoles();
    chain = OtherChain.start(folder.resolve("chain"));
    environment = environment();
    service = ServiceProcess.on(data, environment);
  }

  @AfterAll
  void stop() throws Exception {
    if (service != null) {
      service.close();
    }
    if (chain != null) {
      chain.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  @Order(1)
  void nobody_lives_in_it_yet_and_its_clock_is_real() throws Exception {
    assertThat(service.get("/api/cooperatives").body()).isEqualTo("[]");
    assertThat(service.get("/api/clock").body()).contains("\"movable\":false");
    assertThat(data.resolve("demo")).doesNotExist();
    assertThat(data.resolve("postgres")).doesNotExist();
    assertThat(data.resolve("chain")).doesNotExist();
    assertThat(
            connect("artel_read")
                .sql("select count(*) from access.platform_roles")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  @Order(1)
  void the_service_owns_no_table_and_nobody_comes_in_without_the_password() throws Exception {
    assertThat(
            connect("artel")
                .sql("select distinct tableowner from pg_tables where schemaname = 'notary'")
                .query(String.class)
                .list())
        .containsExactly("artel_owner");
    var stranger = source("artel");
    stranger.setPassword("guess");
    org.assertj.core.api.Assertions.assertThatThrownBy(stranger::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
  }

  @Test
  @Order(2)
  void the_contract_is_deployed_and_the_log_anchored() throws Exception {
    service.await("\"reason\":\"chain.no-contract\"");

    assertThat(
            network(
                "deploy",
                "--rpc",
                chain.address(),
                "--keys",
                network.toString(),
                "--service",
                service.url()))
        .isZero();

    service.await("\"phase\":\"READY\"");
    service.await("\"unanchored\":0");
    assertThat(
            connect("artel_read")
                .sql("select count(*) from notary.anchors")
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(service.get("/log/policy").body())
        .contains("chain " + OtherChain.ID)
        .containsPattern("(?s)(validator 0x[0-9a-f]{40}\n){4}");
  }

  @Test
  @Order(3)
  void the_first_operator_gets_an_account_by_a_command_and_signs_in() throws Exception {
    var command =
        ServiceProcess.command(
            "coop.artel.Artel",
            "account",
            "create",
            "--role",
            "operator",
            "--login",
            "operator",
            "--family-name",
            "Морозов",
            "--given-name",
            "Денис");
    command.environment().putAll(environment);
    command.environment().put("ARTEL_DATA", data.toString());
    var process = command.redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write((PASSWORD + "\n").getBytes(UTF_8));
    }
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(told).isZero();

    assertThat(signIn("operator", PASSWORD)).endsWith("/tasks");
    assertThat(signIn("operator", "another password")).contains("error=wrong");
  }

  @Test
  @Order(4)
  void while_the_database_is_stopped_people_are_told_so_and_then_it_goes_on_by_itself()
      throws Exception {
    int port = postgres.getPort();
    long server = postmaster();
    postgres.close();
    try {
      // Until the server has ended, one of the service's connections may still be answered.
      ProcessHandle.of(server).ifPresent(it -> it.onExit().join());
      var problem = service.get("/api/cooperatives");
      assertThat(problem.statusCode()).isEqualTo(503);
      assertThat(problem.headers().firstValue("Retry-After")).contains("5");
      assertThat(problem.body()).contains("\"code\":\"database-away\"");
      // The filter looks for the token before any endpoint is asked.
      var refused = service.get("/api/tasks", "Authorization", "Bearer " + "a".repeat(43));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("\"code\":\"database-away\"");
      for (String path : new String[] {"/sign-in", "/help/no-such-page"}) {
        var page = service.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(503);
        assertThat(page.body())
            .contains("База данных сейчас не отвечает", "http-equiv=\"refresh\"")
            .doesNotContain("Exception");
      }
      var health = service.get("/actuator/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("\"reason\":\"database-away\"");
    } finally {
      postgres = postgres(port);
    }

    service.await("{\"status\":\"UP\"");
    assertThat(service.get("/api/cooperatives").statusCode()).isEqualTo(200);
    assertThat(signIn("operator", PASSWORD)).endsWith("/tasks");
    service.await("\"unanchored\":0");
  }

  private long postmaster() throws IOException {
    var file = folder.resolve("postgres").resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private String signIn(String login, String password) throws Exception {
    var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var page = URI.create(service.url() + "/sign-in");
    String form =
        http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    var token = CSRF.matcher(form);
    assertThat(token.find()).isTrue();
    String body =
        "login=%s&password=%s&_csrf=%s"
            .formatted(
                URLEncoder.encode(login, UTF_8),
                URLEncoder.encode(password, UTF_8),
                URLEncoder.encode(token.group(1), UTF_8));
    return http.send(
            HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  /** What psql does with the file, which no test may count on being there. */
  private void prepareRoles() throws IOException {
    String script = Files.readString(ComposeFile.FOLDER.resolve("postgres/roles.sql"));
    var mounted = ComposeFile.read().service("postgres").secrets();
    var set = SET.matcher(script);
    String sql = script;
    while (set.find()) {
      assertThat(mounted).containsKey(set.group(2));
      sql = sql.replace(":'" + set.group(1) + "'", "'" + secret(mounted.get(set.group(2))) + "'");
    }
    var superuser = JdbcClient.create(postgres.getPostgresDatabase());
    for (String statement : sql.replaceAll("(?m)^(--|\\\\set).*$", "").split(";")) {
      if (!statement.isBlank()) {
        superuser.sql(statement).update();
      }
    }
    Files.writeString(
        folder.resolve("postgres/pg_hba.conf"),
        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    superuser.sql("select pg_reload_conf()").query(Boolean.class).single();
  }

  /** The compose file's own, with what containers call each other put into this machine's words. */
  private Map<String, String> environment() throws IOException {
    var artel = ComposeFile.read().service("artel");
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    for (var mounted : artel.secrets().entrySet()) {
      Files.writeString(secrets.resolve(mounted.getKey()), secret(mounted.getValue()) + "\n");
    }
    var all = new LinkedHashMap<String, String>();
    for (String line : Files.readAllLines(network.resolve("service.env"))) {
      all.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
    artel.map("environment").forEach((name, value) -> all.put(name, String.valueOf(value)));
    all.replaceAll(
        (name, value) ->
            value
                .replace("//postgres:5432", "//127.0.0.1:" + postgres.getPort())
                .replace("http://rpc:8545", chain.address())
                .replace("/run/secrets", secrets.toString()));
    all.put("ARTEL_CHAIN_EMBEDDED", "false");
    return all;
  }

  private String secret(String name) throws IOException {
    Path file = ComposeFile.read().fileOf(name);
    return Files.readString(network.resolve(file.getFileName())).strip();
  }

  private static int network(String... arguments) {
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, UTF_8);
    int code = NetworkCommand.run(arguments, print, print);
    assertThat(code).as(told.toString(UTF_8)).isZero();
    return code;
  }

  private JdbcClient connect(String user) throws IOException {
    return JdbcClient.create(source(user));
  }

  private PGSimpleDataSource source(String user) throws IOException {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {postgres.getPort()});
    source.setDatabaseName("artel");
    source.setUser(user);
    source.setPassword(
        Files.readString(network.resolve(user.replace('_', '-') + ".password")).strip());
    return source;
  }
}
