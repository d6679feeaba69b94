package coop.artel.notary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyCommandTest {
  private static final Pattern REASON =
      Pattern.compile("new (?:Wrong|NotAsWritten)\\(\\s*\"([a-z-]+)\"");

  @TempDir static Path folder = Path.of("");

  private final House house = new House();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String export = "";
  private String policy = "";

  @BeforeAll
  void write() throws IOException {
    Admission.record(house);
    Admission.end(house);
    house.anchorer.anchorNow();
    export = Files.write(folder.resolve("case.zip"), house.export(Admission.CASE)).toString();
    policy = Files.write(folder.resolve("policy.txt"), house.policy()).toString();
  }

  @Test
  void a_good_export_exits_with_0_and_says_each_check() {
    assertThat(run(export, "--policy", policy, "--lang", "ru")).isZero();
    assertThat(out.toString(UTF_8))
        .contains(" 1. ZIP таков, каким был записан, до последнего бита … верно")
        .contains("12. цепь и контракт закрепления те, что названы в политике … верно")
        .contains("приложений, которые названы в записях, но не выданы: 2")
        .contains("13. заголовок блока даёт его хеш, а номер и время те, что заявлены … верно")
        .contains("15. по квитанции контракт закрепил именно эту контрольную точку … верно")
        .contains("учебная цепь: печатей нет")
        .contains("метки времени нет")
        .contains("дело " + Admission.CASE + ": полностью, записей 4, окончено")
        .contains("ВЕРНО, НО ЗАКРЕПЛЕНО В УЧЕБНОЙ ЦЕПИ БЕЗ ПЕЧАТЕЙ")
        .doesNotContain("НЕВЕРНО");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_changed_export_exits_with_1_and_names_what_is_wrong() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(export));
    int at = new String(bytes, ISO_8859_1).indexOf("send-notice");
    bytes[at] ^= 1;
    var changed = Files.write(folder.resolve("changed.zip"), bytes).toString();

    assertThat(run("--policy=" + policy, "--lang=en", changed)).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains(" 1. the ZIP is as it was written, to the bit … WRONG")
        .contains("records/000003.json: the content was changed")
        .contains("BAD");
  }

  @Test
  void without_a_policy_it_exits_with_1() {
    assertThat(run(export, "--lang", "en")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("CONSISTENT WITH ITSELF, SIGNER UNKNOWN");
  }

  @Test
  void an_anchor_that_was_taken_out_is_missed_where_one_is_demanded() throws Exception {
    var without = changed("no-anchor.zip", Forger::leaveAnchorOut);

    assertThat(run(export, "--policy", policy, "--lang", "en", "--require-anchor")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("GOOD, BUT ANCHORED ON A DEVELOPMENT CHAIN WITHOUT SEALS: the export holds");
    assertThat(run(without, "--policy", policy, "--lang", "en")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("GOOD, BUT NOT ANCHORED ON A CHAIN", "--require-anchor demands one");
    assertThat(run(without, "--policy", policy, "--lang", "en", "--require-anchor")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("anchor.json: missing", "BAD");
  }

  @Test
  void an_anchor_that_is_stated_and_not_proved_is_not_enough_where_one_is_demanded()
      throws Exception {
    var unproved = changed("no-proof.zip", Forger::leaveProofOut);

    assertThat(run(unproved, "--policy", policy, "--lang", "en")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("the anchor in block 1 is stated and not proved")
        .contains("GOOD, BUT THE ANCHOR IS NOT PROVED: the export holds");
    assertThat(run(unproved, "--policy", policy, "--lang", "en", "--require-anchor")).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("13. the block's header gives its hash")
        .contains("anchor-proof.json: missing", "BAD");
  }

  private static String changed(String name, Consumer<SortedMap<String, byte[]>> change)
      throws Exception {
    byte[] whole = Files.readAllBytes(folder.resolve("case.zip"));
    return Files.write(folder.resolve(name), Forger.forged(whole, change)).toString();
  }

  @Test
  void where_an_anchor_is_demanded_the_policy_must_name_its_chain() throws IOException {
    var chainless =
        Files.writeString(
                folder.resolve("chainless.txt"),
                Files.readString(Path.of(policy)).replaceAll("(?m)^(chain|contract) .*\n", ""))
            .toString();

    assertThat(run(export, "--policy", chainless, "--lang", "en")).isZero();
    assertThat(run(export, "--policy", chainless, "--lang", "en", "--require-anchor")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("12. the anchor's chain and contract");
  }

  @Test
  void the_proof_of_one_record_verifies_with_the_digest_of_its_receipt() throws IOException {
    var record = house.records.of(Admission.CASE).get(1);
    var index = record.seal().index();
    var file =
        Files.write(
                folder.resolve("entry.tlog-proof"),
                new LogFiles(house.database).find("proof/" + index).orElseThrow().bytes())
            .toString();
    String digest = record.digest();

    assertThat(run(file, "--policy", policy, "--digest", digest, "--lang", "en")).isZero();
    assertThat(out.toString(UTF_8))
        .contains(
            "entry %d (counted from zero)".formatted(index),
            digest,
            "GOOD: the entry stands in the log");
    assertThat(run(file, "--policy", policy, "--digest", "0".repeat(64), "--lang", "en"))
        .isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("BAD: the proof does not hold");
    assertThat(run(file, "--policy", policy, "--digest", "short")).isEqualTo(2);
    assertThat(run(file, "--policy", policy, "--require-anchor", "--lang", "en")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("holds no anchor");
    assertThat(run(export, "--policy", policy, "--digest", digest)).isEqualTo(2);
  }

  @Test
  void a_log_that_is_not_there_and_options_that_make_no_sense_exit_with_2() {
    assertThat(run("--log", "http://127.0.0.1:1/log", "--policy", policy, "--lang", "en"))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("nobody answers at http://127.0.0.1:1/log");
    assertThat(run("--log", "no address", "--policy", policy)).isEqualTo(2);
    assertThat(run("--log", "file:///etc/passwd", "--policy", policy)).isEqualTo(2);
    for (String[] wrong :
        new String[][] {
          {"--log", "http://x/log", export},
          {"--log", ""},
          {"--rpc", "http://x", export, "--policy", policy},
          {"--log", "http://x/log", "--rpc", "http://x"},
          {"--log", "http://x/log", "--policy", policy, "--require-anchor"},
          {"--log", "http://x/log", "--policy", policy, "--jwt-file", policy},
          {"--log", "http://x/log", "--policy", policy, "--since", ""},
          {"--log", "http://x/log", "--policy", policy, "--since", policy, "--rpc", "http://x"},
          {export, "--since", policy}
        }) {
      assertThat(run(wrong)).isEqualTo(2);
      assertThat(err.toString(UTF_8)).contains("verify --log URL");
    }
  }

  @Test
  void a_kept_checkpoint_is_asked_of_a_log_and_what_is_none_exits_with_2() throws IOException {
    var kept = folder.resolve("checkpoint");
    Files.write(kept, new LogFiles(house.database).find("checkpoint").orElseThrow().bytes());

    assertThat(run("--log", "http://127.0.0.1:1/log", "--since", kept.toString(), "--lang", "en"))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("nobody answers at http://127.0.0.1:1/log");
    assertThat(run("--log", "http://127.0.0.1:1/log", "--since", policy, "--lang", "en"))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("is no checkpoint of a log");
  }

  @Test
  void wrong_usage_and_unreadable_input_exit_with_2() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run(export, export)).isEqualTo(2);
    assertThat(run(export, "--policy")).isEqualTo(2);
    assertThat(run(export, "--other", "x")).isEqualTo(2);
    assertThat(run(export, "--lang", "de")).isEqualTo(2);
    assertThat(run(folder.resolve("absent.zip").toString())).isEqualTo(2);
    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(run(export, "--policy", folder.resolve("absent.txt").toString())).isEqualTo(2);
    var broken = Files.writeString(folder.resolve("broken.txt"), "log x\n").toString();
    assertThat(run(export, "--policy", broken, "--lang", "en")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("line 1: not a log's key: x");
    assertThat(run(export, "--policy", broken, "--lang", "ru")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("строка 1: это не ключ журнала: x");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void both_languages_say_everything_that_a_verifier_can_say() throws IOException {
    var russian = messages("ru");
    assertThat(russian.keySet()).isEqualTo(messages("en").keySet());
    try (var files = Files.list(Path.of("src/main/java/coop/artel/notary"))) {
      for (Path file : files.toList()) {
        var match = REASON.matcher(Files.readString(file));
        while (match.find()) {
          assertThat(russian).containsKey("verify.wrong." + match.group(1));
        }
      }
    }
  }

  private static Properties messages(String language) throws IOException {
    var properties = new Properties();
    try (var in =
        Files.newBufferedReader(
            Path.of("src/main/resources/messages/notary_%s.properties".formatted(language)))) {
      properties.load(in);
    }
    return properties;
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return VerifyCommand.run(
        args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
