package coop.artel.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private static final Pattern SAID =
      Pattern.compile(
          "(?:DemoFailed\\((?:e, )?|super\\((?:cause, )?|"
              + " say\\()\\s*\"([a-z-]+)\"|\"demo\\.([a-z.-]+)\"");

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  @TempDir Path data;

  @Test
  void what_it_does_not_understand_is_said_in_the_language_that_was_asked_for() {
    assertThat(run("--lang", "en")).isEqualTo(2);
    assertThat(told()).startsWith("usage: demo --url URL");
    assertThat(run("--lang", "ru")).isEqualTo(2);
    assertThat(told()).startsWith("как вызывать: demo --url URL");
    assertThat(run("--url", "http://127.0.0.1:1", "--lang", "de")).isEqualTo(2);
    assertThat(run("--nothing")).isEqualTo(2);
    assertThat(run("--url", "no address", "--lang", "en")).isEqualTo(2);
    assertThat(told()).contains("argument not understood: no address");
    assertThat(run("--url", "http://127.0.0.1:1", "--artel.data", data.toString(), "--lang", "en"))
        .isEqualTo(2);
    assertThat(told()).contains("accounts.json cannot be read");
  }

  @Test
  void a_service_that_is_not_there_is_told_in_the_language_too() throws IOException {
    Files.createDirectories(data.resolve("demo"));
    var account =
        "{\"role\":\"%s\",\"name\":\"\",\"login\":\"\",\"password\":\"\",\"token\":\"t\"}";
    Files.writeString(
        AccountsFile.in(data),
        "{\"cooperative\":\"c\",\"cooperativeName\":\"c\",\"accounts\":[%s,%s]}"
            .formatted(account.formatted("secretary"), account.formatted("auditor")));

    assertThat(run("--url", "http://127.0.0.1:1", "--artel.data=" + data, "--lang", "en"))
        .isEqualTo(1);
    assertThat(told()).contains("1. Admission", "demo: the service did not answer");
    assertThat(run("--url", "http://127.0.0.1:1", "--artel.data=" + data, "--lang", "ru"))
        .isEqualTo(1);
    assertThat(told()).contains("1. Приём", "demo: служба не ответила");
  }

  @Test
  void all_that_it_says_is_in_its_messages() throws IOException {
    var messages = new Properties();
    try (var file =
        Files.newBufferedReader(Path.of("src/main/resources/messages/demo_ru.properties"))) {
      messages.load(file);
    }
    int found = 0;
    for (String name : new String[] {"DemoCommand", "AdmissionStory", "RestClient"}) {
      var source = Files.readString(Path.of("src/main/java/coop/artel/demo/" + name + ".java"));
      var said = SAID.matcher(source);
      while (said.find()) {
        found++;
        String key = said.group(1) == null ? said.group(2) : said.group(1);
        if (!key.endsWith(".")) {
          assertThat(messages).containsKey("demo." + key);
        }
      }
    }
    assertThat(found).isGreaterThan(30);
  }

  private int run(String... arguments) {
    told.reset();
    var print = new PrintStream(told, true, UTF_8);
    return DemoCommand.run(arguments, print, print);
  }

  private String told() {
    return told.toString(UTF_8);
  }
}
