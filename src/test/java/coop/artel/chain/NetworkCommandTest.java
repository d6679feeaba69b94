package coop.artel.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;

class NetworkCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORIGIN = "artel.local/0badcafe";

  @TempDir static Path chainFolder;
  private static Anvil anvil;

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeAll
  static void startChain() throws Exception {
    anvil = InstalledAnvil.start(chainFolder);
  }

  @AfterAll
  static void endChain() {
    anvil.close();
  }

  @Test
  void init_makes_all_that_the_compose_file_mounts_and_tells_what_is_next() throws Exception {
    assertThat(init()).isZero();

    assertThat(names(out()))
        .containsExactlyInAnyOrder(
            "anchor-owner.key",
            "anchor.key",
            "artel-owner.password",
            "artel-read.password",
            "artel.password",
            "besu.env",
            "genesis.json",
            "postgres.password",
            "rpc.key",
            "service.env",
            "static-nodes.json",
            "validator-1.key",
            "validator-2.key",
            "validator-3.key",
            "validator-4.key");
    assertThat(said())
        .contains(account("anchor.key").getAddress(), account("anchor-owner.key").getAddress())
        .contains("network deploy --rpc http://127.0.0.1:8545 --keys " + out());
    assertThat(said()).doesNotContain(Files.readString(out().resolve("anchor-owner.key")).strip());
  }

  @Test
  void nobody_else_enters_the_folder_and_the_owner_s_key_is_for_its_owner_alone()
      throws IOException {
    init();

    assertThat(mode(out())).isEqualTo("rwx------");
    assertThat(mode(out().resolve("anchor-owner.key"))).isEqualTo("rw-------");
    // Docker shows a file to a container's own user with the mode that it has here.
    assertThat(mode(out().resolve("validator-1.key"))).isEqualTo("rw-r--r--");
  }

  @Test
  void every_key_and_every_password_is_another() throws IOException {
    init();

    var secrets = new TreeSet<String>();
    int files = 0;
    for (String name : names(out())) {
      if (name.endsWith(".key") || name.endsWith(".password")) {
        files++;
        secrets.add(Files.readString(out().resolve(name)));
      }
    }
    assertThat(secrets).hasSize(files).allMatch(s -> s.strip().matches("[0-9a-f]{48,64}"));
  }

  @Test
  void the_first_block_has_the_form_of_besu_s_own_generator() throws IOException {
    init("--chain-id", "4242");

    var ours = JSON.readTree(out().resolve("genesis.json").toFile());
    JsonNode besu;
    try (var file = getClass().getResourceAsStream("/chain/besu-qbft-genesis.json")) {
      besu = JSON.readTree(file);
    }
    assertThat(fields(ours)).isEqualTo(fields(besu));
    assertThat(fields(ours.get("config"))).isEqualTo(fields(besu.get("config")));
    assertThat(fields(ours.at("/config/qbft"))).isEqualTo(fields(besu.at("/config/qbft")));
    for (String same : List.of("berlinBlock", "londonBlock", "shanghaiTime", "cancunTime")) {
      assertThat(ours.at("/config/" + same).longValue()).isZero();
    }
    assertThat(ours.at("/config/zeroBaseFee").booleanValue()).isTrue();
    assertThat(ours.at("/config/contractSizeLimit").longValue())
        .isEqualTo(besu.at("/config/contractSizeLimit").longValue());
    assertThat(ours.at("/config/chainId").longValue()).isEqualTo(4242);
    for (String same : List.of("mixHash", "difficulty", "gasLimit", "nonce", "coinbase")) {
      assertThat(ours.get(same)).as(same).isEqualTo(besu.get(same));
    }
    assertThat(ours.get("alloc")).isEmpty();
  }

  @Test
  void the_validators_of_the_first_block_are_the_keys_in_order_of_their_addresses()
      throws Exception {
    init();

    var genesis = JSON.readTree(out().resolve("genesis.json").toFile());
    var extra =
        QbftExtraData.decode(Numeric.hexStringToByteArray(genesis.get("extraData").textValue()));
    var addresses = new ArrayList<String>();
    for (int i = 1; i <= 4; i++) {
      addresses.add(account("validator-%d.key".formatted(i)).getAddress());
    }
    assertThat(extra.validators()).isSorted().containsExactlyInAnyOrderElementsOf(addresses);
    assertThat(settings())
        .containsEntry("ARTEL_CHAIN_VALIDATORS", String.join(",", extra.validators()))
        .containsEntry("ARTEL_CHAIN_LONGESTPAUSE", "180s");
  }

  @Test
  void every_node_knows_every_other_by_key_and_address() throws Exception {
    init();

    var nodes = new ArrayList<String>();
    JSON.readTree(out().resolve("static-nodes.json").toFile()).forEach(n -> nodes.add(n.asText()));
    assertThat(nodes).hasSize(5);
    assertThat(nodes.get(0)).isEqualTo(enode("rpc.key", 10));
    for (int i = 1; i <= 4; i++) {
      assertThat(nodes.get(i)).isEqualTo(enode("validator-%d.key".formatted(i), 10 + i));
    }
  }

  @Test
  void where_gas_costs_something_the_two_accounts_have_it() throws Exception {
    init("--gas-price", "1000");

    var alloc = JSON.readTree(out().resolve("genesis.json").toFile()).get("alloc");
    assertThat(fields(alloc))
        .containsExactlyInAnyOrder(
            account("anchor.key").getAddress().substring(2),
            account("anchor-owner.key").getAddress().substring(2));
    assertThat(Files.readString(out().resolve("besu.env"))).isEqualTo("BESU_MIN_GAS_PRICE=1000\n");
  }

  @Test
  void what_is_there_is_never_overwritten() throws IOException {
    init();
    String key = Files.readString(out().resolve("anchor-owner.key"));
    var before = names(folder);

    assertThat(init()).isEqualTo(2);

    assertThat(said()).contains(out().toString(), "--force");
    assertThat(Files.readString(out().resolve("anchor-owner.key"))).isEqualTo(key);
    assertThat(names(folder)).isEqualTo(before);
  }

  @Test
  void even_by_force_the_earlier_keys_are_kept() throws IOException {
    init();
    String key = Files.readString(out().resolve("anchor-owner.key"));

    assertThat(init("--force")).isZero();

    assertThat(Files.readString(out().resolve("anchor-owner.key"))).isNotEqualTo(key);
    var kept = names(folder).stream().filter(n -> n.startsWith("network.until-")).toList();
    assertThat(kept).hasSize(1);
    assertThat(Files.readString(folder.resolve(kept.get(0)).resolve("anchor-owner.key")))
        .isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "init --out",
        "init --out OUT --validators 0",
        "init --out OUT --validators 41",
        "init --out OUT --validators four",
        "init --out OUT --chain-id 0",
        "init --out OUT --gas-price -1",
        "init --out OUT --colour red",
        "init --out OUT --out OUT",
        "deploy --keys OUT",
        "deploy --keys OUT --rpc 127.0.0.1:8545",
        "deploy --keys OUT --rpc file:///etc/passwd",
        "deploy --keys OUT --rpc http://127.0.0.1:1",
        "deploy --keys OUT --rpc http://127.0.0.1:1 --service nowhere",
        "found",
        ""
      })
  void wrong_usage_is_told_and_nothing_is_made(String line) throws IOException {
    var arguments =
        line.isEmpty() ? new String[0] : line.replace("OUT", out().toString()).split(" ");

    assertThat(run(arguments)).isEqualTo(2);

    assertThat(said()).isNotBlank();
    assertThat(names(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8545", "file:///etc/passwd", "ftp://127.0.0.1:1", "http:///"})
  void an_address_that_is_none_is_told_by_the_option_s_name(String address) throws IOException {
    init();
    said.reset();

    assertThat(run("deploy", "--keys", out().toString(), "--rpc", address)).isEqualTo(2);
    assertThat(said()).contains("--rpc");
    assertThat(deploy("--service", address)).isEqualTo(2);
    assertThat(said()).contains("--service");
  }

  @Test
  void the_contract_is_deployed_where_init_said_and_only_once() throws Exception {
    init("--chain-id", "31337");
    String promised = settings().get("ARTEL_CHAIN_CONTRACT");
    var before = Files.readString(out().resolve("service.env"));

    assertThat(deploy()).as(said()).isZero();

    try (var node = new Node(List.of(anvil.address()))) {
      assertThat(AnchorContract.compiled().isSame(node.code(promised))).isTrue();
      long head = node.head().number();
      assertThat(deploy()).isZero();
      assertThat(node.head().number()).isEqualTo(head);
    }
    assertThat(Files.readString(out().resolve("service.env"))).isEqualTo(before);
  }

  @Test
  void with_the_service_s_address_its_log_may_be_anchored_and_anchoring_works() throws Exception {
    init("--chain-id", "31337");
    var service = serviceWith("artel-policy 1\nlog " + ORIGIN + "+0a1b2c3d+AbCd\nquorum none\n");
    try {
      assertThat(deploy("--service", "http://127.0.0.1:" + service.getAddress().getPort()))
          .as(said())
          .isZero();
    } finally {
      service.stop(0);
    }

    var node = new Node(List.of(anvil.address()));
    try (var network = network(node, "anchor.key")) {
      var anchor = network.anchor(ORIGIN, 1, new byte[32], new byte[32]);
      assertThat(anchor.size()).isEqualTo(1);
      assertThat(network.admit(ORIGIN)).isFalse();
    }
  }

  @Test
  void the_owner_s_key_cannot_anchor() throws Exception {
    init("--chain-id", "31337");
    deploy();

    var node = new Node(List.of(anvil.address()));
    try (var network = network(node, "validator-1.key")) {
      assertThat(catching(() -> network.anchor(ORIGIN, 1, new byte[32], new byte[32])).reason())
          .isEqualTo("chain.not-granted");
    }
  }

  @Test
  void a_node_of_another_chain_is_refused() throws IOException {
    init("--chain-id", "4242");

    assertThat(deploy()).isEqualTo(1);
    assertThat(said()).contains("31337", "4242");
  }

  @Test
  void a_node_or_a_service_that_is_silent_is_told() throws IOException {
    init("--chain-id", "31337");

    assertThat(run("deploy", "--keys", out().toString(), "--rpc", "http://127.0.0.1:1"))
        .isEqualTo(1);
    assertThat(deploy("--service", "http://127.0.0.1:1")).isEqualTo(1);
    assertThat(said()).contains("127.0.0.1:1/log/policy");
  }

  @Test
  void a_network_that_exists_gets_keys_and_settings_when_they_are_asked_for() throws IOException {
    Files.createDirectories(out());

    assertThat(deploy()).isEqualTo(2);
    assertThat(names(out())).isEmpty();

    assertThat(deploy("--new-keys")).as(said()).isZero();
    assertThat(names(out()))
        .containsExactlyInAnyOrder("anchor-owner.key", "anchor.key", "service.env");
    assertThat(mode(out().resolve("anchor.key"))).isEqualTo("rw-------");
    assertThat(settings())
        .containsEntry("ARTEL_CHAIN_CHAINID", "31337")
        .containsEntry("ARTEL_CHAIN_RPC", anvil.address());
  }

  @Test
  void who_seals_a_network_that_exists_is_written_down_for_the_policy() throws Exception {
    init("--chain-id", "31337");
    var file = out().resolve("service.env");
    Files.writeString(
        file, Files.readString(file).replaceAll("(?m)^ARTEL_CHAIN_VALIDATORS=.*\n", ""));
    String code = deployedCode();
    try (var qbft =
        new StubNode()
            .on("eth_chainId", asked -> "0x7a69")
            .on("eth_getCode", asked -> code)
            .on("eth_getBlockByNumber", asked -> RealBlock.header())) {
      assertThat(run("deploy", "--rpc", qbft.address(), "--keys", out().toString()))
          .as(said())
          .isZero();
      assertThat(settings())
          .containsEntry("ARTEL_CHAIN_VALIDATORS", String.join(",", RealBlock.validators()));

      String chosen =
          Files.readString(file)
              .replaceAll("(?m)^ARTEL_CHAIN_VALIDATORS=.*$", "ARTEL_CHAIN_VALIDATORS=0xab");
      Files.writeString(file, chosen);
      run("deploy", "--rpc", qbft.address(), "--keys", out().toString());
      assertThat(Files.readString(file)).isEqualTo(chosen);
    }
  }

  @Test
  void a_node_that_wants_a_token_gets_the_one_of_the_file() throws Exception {
    init();
    var token = Files.writeString(folder.resolve("jwt"), "aGVhZA.e30.c2lnbg\n");
    try (var node = new StubNode().replay("a_missing_token_is_told_as_missing")) {
      assertThat(
              run(
                  "deploy",
                  "--keys",
                  out().toString(),
                  "--rpc",
                  node.address(),
                  "--jwt-file",
                  token.toString()))
          .isEqualTo(1);
      assertThat(node.tokens()).containsExactly("Bearer aGVhZA.e30.c2lnbg");
    }
    assertThat(said()).contains("401").doesNotContain("aGVhZA");
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static String deployedCode() throws IOException {
    try (var contract = NetworkCommandTest.class.getResourceAsStream("/chain/Anchor.json")) {
      return JSON.readTree(contract).required("deployedBytecode").textValue();
    }
  }

  private static ChainUnavailable catching(Attempt attempt) throws Exception {
    try {
      attempt.run();
    } catch (ChainUnavailable e) {
      return e;
    }
    throw new AssertionError("It went through");
  }

  private Network network(Node node, String key) throws Exception {
    return new Network(
        node,
        new Network.Place(31337, settings().get("ARTEL_CHAIN_CONTRACT"), 0),
        AnchorContract.compiled(),
        new Sender(node, 31337, account(key), null, Duration.ofSeconds(20)),
        null,
        () -> {});
  }

  private static HttpServer serviceWith(String policy) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/log/policy",
        exchange -> {
          byte[] body = policy.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private int init(String... more) {
    return run(with(new String[] {"init", "--out", out().toString()}, more));
  }

  private int deploy(String... more) {
    return run(
        with(new String[] {"deploy", "--rpc", anvil.address(), "--keys", out().toString()}, more));
  }

  private int run(String... arguments) {
    var print = new PrintStream(said, true, UTF_8);
    return NetworkCommand.run(arguments, print, print);
  }

  private static String[] with(String[] first, String[] more) {
    var all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private String said() {
    return said.toString(UTF_8);
  }

  private Path out() {
    return folder.resolve("network");
  }

  private Map<String, String> settings() throws IOException {
    return new NetworkFolder(out()).readSettings();
  }

  private Credentials account(String name) throws Exception {
    return new KeyFile(out().resolve(name)).account();
  }

  private String enode(String key, int host) throws Exception {
    return "enode://%s@172.30.93.%d:30303"
        .formatted(
            Numeric.toHexStringNoPrefixZeroPadded(account(key).getEcKeyPair().getPublicKey(), 128),
            host);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static TreeSet<String> fields(JsonNode node) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
