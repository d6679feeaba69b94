package coop.artel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import coop.artel.ComposeFile.Service;
import coop.artel.chain.NetworkCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be known of the files for Docker where there is no Docker. */
class DockerFilesTest {
  private static final Pattern PINNED =
      Pattern.compile("[a-z][a-z0-9/.-]*:[0-9]+(\\.[0-9]+)+[\\w.-]*");

  @TempDir static Path folder;
  private static ComposeFile compose;
  private static Path network;

  @BeforeAll
  static void prepare() throws IOException {
    compose = ComposeFile.read();
    network = folder.resolve("network");
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, UTF_8);
    int code = NetworkCommand.run(new String[] {"init", "--out", network.toString()}, print, print);
    assertThat(code).as(told.toString(UTF_8)).isZero();
  }

  static Stream<Service> services() throws IOException {
    return ComposeFile.read().services().stream();
  }

  static Stream<Path> dockerfiles() {
    return Stream.of(Path.of("docker/Dockerfile"), Path.of("docker/besu/Dockerfile"));
  }

  @Test
  void there_are_a_database_four_validators_a_node_to_ask_and_the_service() {
    assertThat(compose.services())
        .extracting(Service::name)
        .containsExactlyInAnyOrder(
            "postgres", "validator-1", "validator-2", "validator-3", "validator-4", "rpc", "artel");
  }

  @ParameterizedTest
  @MethodSource("services")
  void an_image_is_named_with_its_whole_version(Service service) {
    assertThat(service.text("image")).matches(PINNED);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_is_nobody_of_importance_and_writes_where_it_was_told(Service service) {
    assertThat(service.text("user")).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(service.text("read_only")).isEqualTo("true");
    assertThat(service.list("cap_drop")).containsExactly("ALL");
    assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
    for (String forbidden :
        List.of("privileged", "cap_add", "network_mode", "pid", "ipc", "devices", "volumes_from")) {
      assertThat(service.has(forbidden)).as(forbidden).isFalse();
    }
    for (String volume : service.list("volumes")) {
      String source = volume.substring(0, volume.indexOf(':'));
      if (source.startsWith(".")) {
        assertThat(volume).as("a file of this folder").endsWith(":ro");
        assertThat(ComposeFile.FOLDER.resolve(source)).exists();
      } else {
        assertThat(compose.section("volumes")).containsKey(source);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_tells_whether_it_is_well_and_comes_back(Service service) {
    assertThat(service.map("healthcheck")).containsKeys("test", "interval", "timeout", "retries");
    assertThat(service.text("restart")).isEqualTo("unless-stopped");
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_port_is_open_to_this_machine_only(Service service) {
    assertThat(service.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void no_secret_stands_in_an_environment(Service service) throws IOException {
    var words = new ArrayList<String>();
    service.map("environment").forEach((name, value) -> words.add(name + "=" + value));
    for (String file : service.list("env_file")) {
      words.addAll(Files.readAllLines(network.resolve(Path.of(file).getFileName())));
    }
    for (String word : words) {
      assertThat(word)
          .doesNotContainPattern("(?i)(password|secret|key|token)[^=]*=(?!/run/secrets/)");
      for (Path secret : madeSecrets()) {
        assertThat(word).doesNotContain(Files.readString(secret).strip());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void every_secret_is_a_file_that_init_makes(Service service) {
    service
        .secrets()
        .values()
        .forEach(
            secret -> {
              Path file = compose.fileOf(secret);
              assertThat(file.getParent()).hasToString("network");
              assertThat(network.resolve(file.getFileName())).isRegularFile();
            });
    assertThat(service.text("command"))
        .satisfies(
            command ->
                Pattern.compile("/run/secrets/([\\w.-]+)")
                    .matcher(command)
                    .results()
                    .forEach(used -> assertThat(service.secrets()).containsKey(used.group(1))));
  }

  @Test
  void the_key_of_the_contract_s_owner_goes_into_no_container() throws IOException {
    assertThat(Files.readString(Path.of("docker/compose.yaml"))).doesNotContain("anchor-owner");
    assertThat(network.resolve("anchor-owner.key")).exists();
  }

  @ParameterizedTest
  @MethodSource("services")
  void what_a_service_waits_for_is_well_first(Service service) {
    service
        .map("depends_on")
        .forEach(
            (name, condition) -> {
              assertThat(compose.service(name).has("healthcheck")).isTrue();
              assertThat(condition).isEqualTo(Map.of("condition", "service_healthy"));
            });
  }

  @Test
  void the_service_waits_for_its_database_and_for_no_chain() {
    assertThat(compose.service("artel").map("depends_on")).containsOnlyKeys("postgres");
  }

  @Test
  void the_database_is_reached_by_the_service_alone_and_reaches_nobody() {
    assertThat(compose.service("postgres").networks()).containsExactly("database");
    assertThat(compose.services())
        .filteredOn(it -> it.networks().contains("database"))
        .extracting(Service::name)
        .containsExactlyInAnyOrder("postgres", "artel");
    assertThat(compose.section("networks").get("database")).isEqualTo(Map.of("internal", true));
  }

  @Test
  void every_node_stands_where_the_others_look_for_it() throws IOException {
    var known = new TreeSet<String>();
    new ObjectMapper()
        .readTree(network.resolve("static-nodes.json").toFile())
        .forEach(node -> known.add(node.asText().replaceAll(".*@(.*):30303", "$1")));
    var given = new TreeSet<String>();
    for (Service service : compose.services()) {
      if (service.text("image").startsWith("artel-besu")) {
        given.add(
            ((Map<?, ?>) service.map("networks").get("chain")).get("ipv4_address").toString());
      }
    }
    assertThat(given).isEqualTo(known).hasSize(5);
    assertThat(compose.section("networks").get("chain").toString())
        .contains("subnet=" + given.first().replaceAll("[0-9]+$", "0/24"));
  }

  @Test
  void every_node_has_its_own_key_the_same_first_block_and_the_same_price() {
    var keys = new TreeSet<String>();
    for (Service service : compose.services()) {
      if (service.text("image").startsWith("artel-besu")) {
        keys.add(service.secrets().get("node.key"));
        assertThat(service.list("command"))
            .contains(
                "--genesis-file=/run/secrets/genesis.json",
                "--static-nodes-file=/run/secrets/static-nodes.json",
                "--node-private-key-file=/run/secrets/node.key",
                "--data-path=/data")
            // Without peers no block is made.
            .doesNotContain("--p2p-enabled=false");
        assertThat(service.list("env_file")).containsExactly("network/besu.env");
      }
    }
    assertThat(keys)
        .containsExactly(
            "rpc.key", "validator-1.key", "validator-2.key", "validator-3.key", "validator-4.key");
  }

  @Test
  void only_the_node_to_ask_answers_others_and_only_by_the_names_it_is_called_by() {
    for (Service service : compose.services()) {
      if (service.name().startsWith("validator")) {
        assertThat(service.list("command")).contains("--rpc-http-host=127.0.0.1");
      }
    }
    assertThat(compose.service("rpc").list("command"))
        .contains("--host-allowlist=rpc,localhost,127.0.0.1");
  }

  @Test
  void what_init_makes_is_never_committed() throws IOException {
    assertThat(Files.readAllLines(Path.of(".gitignore")))
        .contains("docker/network/", "docker/network.until-*/");
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void an_image_is_built_of_pinned_ones_and_ends_as_nobody_of_importance(Path file)
      throws IOException {
    var instructions = instructions(file);
    assertThat(instructions)
        .filteredOn(line -> line.startsWith("FROM "))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.split(" ")[1]).matches(PINNED));
    assertThat(instructions).noneMatch(line -> line.startsWith("ADD "));
    assertThat(instructions)
        .noneMatch(line -> line.matches("(?s).*\\b(curl|wget|sudo|apt-get)\\b.*"));
    assertThat(instructions)
        .filteredOn(line -> line.startsWith("USER "))
        .last()
        .asString()
        .matches("USER [1-9][0-9]*:[1-9][0-9]*");
    assertThat(instructions).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    assertThat(instructions).anyMatch(line -> line.matches("ENTRYPOINT \\[.*]"));
    assertThat(instructions)
        .noneMatch(line -> line.matches("(?i)(ENV|ARG) .*(password|secret|token).*"));
  }

  @Test
  void the_service_s_image_takes_layers_from_a_stage_and_neither_sources_nor_the_whole_jar()
      throws IOException {
    var instructions = instructions(Path.of("docker/Dockerfile"));
    assertThat(instructions.stream().filter(line -> line.startsWith("FROM "))).hasSize(2);
    int last =
        instructions.lastIndexOf(
            instructions.stream().filter(l -> l.startsWith("FROM ")).reduce((a, b) -> b).get());
    var image = instructions.subList(last, instructions.size());
    assertThat(image.get(0)).contains("-jre-");
    assertThat(image)
        .filteredOn(line -> line.startsWith("COPY "))
        .containsExactly(
            "COPY --from=layers /layers/extracted/dependencies/ ./",
            "COPY --from=layers /layers/extracted/spring-boot-loader/ ./",
            "COPY --from=layers /layers/extracted/snapshot-dependencies/ ./",
            "COPY --from=layers /layers/extracted/application/ ./",
            "COPY docker/healthcheck.sh /usr/local/bin/healthcheck");
    assertThat(image).anyMatch(line -> line.contains("ARTEL_CHAIN_EMBEDDED=false"));
    assertThat(Files.readAllLines(Path.of("docker/Dockerfile.dockerignore")))
        .containsExactly("*", "!target/artel.jar", "!docker/healthcheck.sh");
  }

  @Test
  void the_image_and_the_compose_file_agree_on_user_folder_and_health() throws IOException {
    var instructions = instructions(Path.of("docker/Dockerfile"));
    var artel = compose.service("artel");
    assertThat(instructions).contains("USER " + artel.text("user"), "VOLUME /data");
    assertThat(artel.list("volumes")).containsExactly("artel:/data");
    assertThat(instructions).anyMatch(line -> line.contains("\"8080\", \"/actuator/health\""));
    assertThat(artel.map("healthcheck").get("test").toString()).contains("8080, /actuator/health");
  }

  @Test
  void the_jar_for_servers_is_repackaged_without_the_embedded_database() throws Exception {
    var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    String excluded =
        XPathFactory.newInstance()
            .newXPath()
            .evaluate("//profile[id='server']//excludeGroupIds", pom);
    assertThat(excluded.split(","))
        .containsExactlyInAnyOrder("io.zonky.test", "io.zonky.test.postgres");
  }

  @Test
  void the_health_check_holds_for_200_and_for_nothing_else() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (int status : List.of(200, 503)) {
      server.createContext(
          "/" + status,
          exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
    }
    server.start();
    int port = server.getAddress().getPort();
    try {
      assertThat(healthcheck(port, "/200")).isZero();
      assertThat(healthcheck(port, "/503")).isNotZero();
    } finally {
      server.stop(0);
    }
    assertThat(healthcheck(port, "/200")).isNotZero();
  }

  private static int healthcheck(int port, String path) throws Exception {
    var process =
        new ProcessBuilder("bash", "docker/healthcheck.sh", Integer.toString(port), path)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static List<Path> madeSecrets() throws IOException {
    try (var files = Files.list(network)) {
      return files.filter(file -> file.toString().matches(".*\\.(key|password)")).toList();
    }
  }

  /** Without comments, continued lines joined. */
  private static List<String> instructions(Path file) throws IOException {
    var text =
        String.join(
            "\n",
            Files.readAllLines(file).stream()
                .filter(line -> !line.strip().startsWith("#") && !line.isBlank())
                .toList());
    return List.of(text.replaceAll("\\\\\n\\s*", "").split("\n"));
  }
}
