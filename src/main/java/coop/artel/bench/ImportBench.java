package coop.artel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.demo.AccountsFile;
import coop.artel.demo.RestClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A list of 20,000 present members on its whole way, and what others feel of it meanwhile. */
final class ImportBench {
  private static final int LINES = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What one list cost: seconds of each part, and of the longest wait of somebody else. */
  private record Cost(
      double brought, double page, double proposed, double entered, double others) {}

  List<Measurement> run(PrintStream progress) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("artel-bench");
    try {
      RunningService service = RunningService.start(data);
      try {
        double before = service.residentMegabytes();
        Cost cost = whole(service, AccountsFile.read(data), progress);
        double after = service.residentMegabytes();
        progress.printf("memory: %.0f MB before, %.0f MB after%n", before, after);
        return List.of(
            Measurement.atMost("import.brought", cost.brought(), "s", 15, ""),
            Measurement.atMost("import.page", cost.page(), "s", 5, ""),
            Measurement.atMost("import.proposed", cost.proposed(), "s", 10, ""),
            Measurement.atMost("import.entered", cost.entered(), "s", 30, ""),
            Measurement.atMost("import.others", cost.others(), "s at the longest", 2, ""),
            Measurement.atMost("import.memory", after, "MB", 700, ""));
      } finally {
        service.stop();
      }
    } finally {
      Folders.delete(data);
    }
  }

  private static Cost whole(RunningService service, AccountsFile accounts, PrintStream progress)
      throws IOException, InterruptedException {
    var anybody = new RestClient(HttpClient.newHttpClient(), URI.create(service.url()), null);
    var secretary = anybody.as(accounts.one("secretary").token());
    var chair = anybody.as(accounts.one("chair").token());
    var pages = new PageReader(service.url());
    pages.signIn(accounts.one("secretary").login(), accounts.one("secretary").password());

    long begun = System.nanoTime();
    JsonNode brought =
        secretary.send(
            "/api/cooperatives/%s/register-imports".formatted(accounts.cooperative()),
            Map.of(
                "minutesNumber", "1", "minutesDay", "2020-03-01", "minutesDigest", "0".repeat(64)),
            list());
    double seconds = seconds(begun, progress, "brought");
    String id = brought.path("id").asText();
    double page = pages.milliseconds("/members/import/" + id) / 1000;
    progress.printf("page with what is wrong: %.1f s%n", page);
    begun = System.nanoTime();
    complete(secretary, brought, "propose-register-import", Map.of("proposal", "propose"));
    double proposed = seconds(begun, progress, "proposed");
    begun = System.nanoTime();
    complete(chair, brought, "approve-register-import", Map.of("approval", "approve"));
    double others = waited(pages, secretary, id);
    return new Cost(seconds, page, proposed, seconds(begun, progress, "entered"), others);
  }

  /** Others look at their tasks until the list is entered; the longest answer, in seconds. */
  private static double waited(PageReader pages, RestClient secretary, String id)
      throws IOException, InterruptedException {
    double longest = 0;
    long begun = System.nanoTime();
    JsonNode list = secretary.get("/api/register-imports/" + id);
    while (!list.path("state").asText().equals("entered")) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()
          || !list.path("state").asText().equals("proposed")) {
        throw new IllegalStateException("The list was not entered: " + list);
      }
      longest = Math.max(longest, pages.milliseconds("/tasks") / 1000);
      TimeUnit.MILLISECONDS.sleep(100);
      list = secretary.get("/api/register-imports/" + id);
    }
    return longest;
  }

  private static void complete(
      RestClient person, JsonNode list, String activity, Map<String, Object> values) {
    for (JsonNode task : person.get("/api/tasks?view=all&limit=100").path("tasks")) {
      if (task.path("activity").asText().equals(activity)
          && task.path("caseId").equals(list.path("caseId"))) {
        String path = "/api/tasks/%s/".formatted(task.path("id").asText());
        person.post(path + "claim", Map.of());
        person.post(path + "completion", Map.of("values", values));
        return;
      }
    }
    throw new IllegalStateException("Nobody is asked to " + activity);
  }

  private static double seconds(long begun, PrintStream progress, String what) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    progress.printf("%s: %.1f s%n", what, seconds);
    return seconds;
  }

  private static byte[] list() {
    var lines = new ArrayList<String>();
    lines.add(
        "Номер;Фамилия;Имя;Отчество;Дата рождения;Адрес;Телефон;Электронная почта;Серия и номер;"
            + "Дата выдачи;Кем выдан;Пайщик с");
    var born = LocalDate.of(1950, 1, 1);
    for (int i = 0; i < LINES; i++) {
      lines.add(
          "%d;%s;Пётр;Андреевич;%s;683000, Петропавловск-Камчатский, ул. Учебная, д. %d;+79%09d;%s;4509 %06d;%s;ОВД «Учебный»;%s"
              .formatted(
                  1000 + i,
                  family(i),
                  born.plusDays(i),
                  i,
                  i,
                  "m" + i + "@example.org",
                  i,
                  LocalDate.of(2021, 3, 1),
                  LocalDate.of(2021, 4, 1)));
    }
    return String.join("\r\n", lines).getBytes(UTF_8);
  }

  /** Another for each line, of Cyrillic letters only. */
  private static String family(int number) {
    var letters = new StringBuilder("Ладьин");
    for (int rest = number; rest > 0; rest /= 32) {
      letters.append((char) ('а' + rest % 32));
    }
    return letters.toString();
  }
}
