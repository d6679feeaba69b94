package coop.artel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.demo.AccountsFile;
import coop.artel.demo.RestClient;
import coop.artel.demo.RestClient.Refused;
import coop.artel.demo.RestClient.Unanswered;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Secretary, council and accountant of the demonstration, who do through REST whatever waits for
 * them, and note down what was acknowledged. When no answer comes they ask again later, as people
 * do.
 */
final class Staff {
  private static final int UNAVAILABLE = 503;

  /** A request whose outcome is not known. */
  private record Attempt(String caseId, String token, String path, Map<String, ?> body) {}

  private final AccountsFile accounts;
  private final Journal journal;
  private final Map<String, Attempt> unsettled = new LinkedHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();
  private final Map<String, JsonNode> consents = new HashMap<>();
  private @Nullable RestClient service;
  private @Nullable AdmissionForms forms;

  Staff(AccountsFile accounts, Journal journal) {
    this.accounts = accounts;
    this.journal = journal;
  }

  /** From now on the service is there; first of all what had no answer is asked again. */
  void turnTo(String url) {
    service = new RestClient(HttpClient.newHttpClient(), URI.create(url), null);
    String clock = "/api/clock?cooperative=" + accounts.cooperative();
    forms = new AdmissionForms(LocalDate.parse(service().get(clock).path("day").asText()));
    for (String work : List.copyOf(unsettled.keySet())) {
      Attempt attempt = unsettled.get(work);
      if (attempt != null) {
        send(work, attempt);
      }
    }
  }

  /**
   * Everybody looks once at what waits, after so many cases were begun that some are always open;
   * false if the service did not answer.
   */
  boolean goRound(int openCases) {
    try {
      for (long open = open(); open < openCases; open++) {
        apply();
      }
      finish("secretary", "verify-identity", forms()::verification);
      council().forEach(this::vote);
      finish("secretary", "send-notice", forms()::notice);
      finish("accountant", "confirm-payment", forms()::payment);
      return true;
    } catch (Unanswered gone) {
      return false;
    } catch (Refused refused) {
      if (refused.status() == UNAVAILABLE) {
        return false;
      }
      throw refused;
    }
  }

  /** How many works are done; told to whoever watches from another thread. */
  int settled() {
    return settled.size();
  }

  List<JsonNode> cases() {
    var all = new ArrayList<JsonNode>();
    int size;
    do {
      JsonNode page = as("auditor").get("/api/cases?limit=100&offset=" + all.size());
      page.forEach(all::add);
      size = page.size();
    } while (size == 100);
    return all;
  }

  JsonNode records(String caseId) {
    return as("auditor").get("/api/cases/%s/records".formatted(caseId));
  }

  byte[] export(String caseId) {
    return as("auditor").bytes("/api/cases/%s/export".formatted(caseId));
  }

  String health() {
    return new String(service().bytes("/actuator/health"), StandardCharsets.UTF_8);
  }

  byte[] policy() {
    return service().bytes("/log/policy");
  }

  long open() {
    return cases().stream().filter(it -> !it.hasNonNull("endedAt")).count();
  }

  /** An application that has no answer may have arrived: its case goes on like any other. */
  private void apply() {
    String consent = "/api/cooperatives/%s/consent".formatted(accounts.cooperative());
    JsonNode shown = consents.computeIfAbsent(consent, path -> service().get(path));
    service()
        .post(
            "/api/applications",
            Map.of(
                "cooperative", accounts.cooperative(),
                "values", forms().application(),
                "consentTextDigest", shown.path("digest").asText()));
  }

  private List<AccountsFile.Entry> council() {
    var council = new ArrayList<>(accounts.of("council"));
    council.add(accounts.one("chair"));
    return council;
  }

  private void finish(String role, String activity, Supplier<Map<String, Object>> values) {
    for (JsonNode task : as(role).get("/api/tasks?view=all&limit=100").path("tasks")) {
      if (task.path("activity").asText().equals(activity)) {
        String id = task.path("id").asText();
        as(role).post("/api/tasks/%s/claim".formatted(id), Map.of());
        send(
            id,
            new Attempt(
                task.path("caseId").asText(),
                accounts.one(role).token(),
                "/api/tasks/%s/completion".formatted(id),
                Map.of("values", values.get())));
      }
    }
  }

  private void vote(AccountsFile.Entry member) {
    for (JsonNode question : service().as(member.token()).get("/api/questions")) {
      String id = question.path("id").asText();
      send(
          id + ":" + member.login(),
          new Attempt(
              question.path("caseId").asText(),
              member.token(),
              "/api/questions/%s/votes".formatted(id),
              Map.of("choice", "for")));
    }
  }

  /**
   * Once; written down before the next thing is done, and kept to be asked again if no answer
   * comes.
   */
  private void send(String work, Attempt attempt) {
    if (settled.contains(work)) {
      return;
    }
    unsettled.put(work, attempt);
    String digest;
    try {
      digest =
          service()
              .as(attempt.token())
              .post(attempt.path(), attempt.body())
              .path("receipt")
              .path("digest")
              .asText();
    } catch (Refused refused) {
      if (!isDone(refused)) {
        throw refused;
      }
      digest = Journal.KNOWN_BEFORE;
    }
    journal.acknowledged(new Journal.Entry(attempt.caseId(), work, digest));
    unsettled.remove(work);
    settled.add(work);
  }

  private static boolean isDone(Refused refused) {
    return refused.isFor("task-already-done")
        || refused.isFor("already-voted")
        || refused.isFor("vote-closed");
  }

  private RestClient as(String role) {
    return service().as(accounts.one(role).token());
  }

  private RestClient service() {
    if (service == null) {
      throw new IllegalStateException("There is no service to turn to yet");
    }
    return service;
  }

  private AdmissionForms forms() {
    if (forms == null) {
      throw new IllegalStateException("Nobody knows the day yet");
    }
    return forms;
  }
}
