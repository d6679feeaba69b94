package coop.artel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.values.Wordbook;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Admission as its people play it, each with an own token, through REST alone. */
final class AdmissionStory {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int CHILD_AGE = 12;
  private static final int ADULT_AGE = 36;

  private final RestClient anybody;
  private final AccountsFile accounts;
  private final Wordbook words;
  private final PrintStream out;
  private final RestClient secretary;
  private final RestClient auditor;

  AdmissionStory(RestClient anybody, AccountsFile accounts, Wordbook words, PrintStream out) {
    this.anybody = anybody;
    this.accounts = accounts;
    this.words = words;
    this.out = out;
    this.secretary = as("secretary");
    this.auditor = as("auditor");
  }

  /** A person is admitted; answers with the case's id. */
  String admitted() {
    say("admission");
    String caseId = apply("Петров", "Иван", ADULT_AGE);
    decide(caseId);
    complete(
        as("accountant"),
        caseId,
        "confirm-payment",
        Map.of(
            "entranceFee", "100.00",
            "entranceFeePaidOn", today().toString(),
            "share", "300.00",
            "sharePaidOn", today().toString(),
            "paymentDocument", "ПП-17"));
    say("paid");
    expectOutcome(caseId, "member-admitted");
    say("admitted");
    return caseId;
  }

  /** A child's application comes back with the article; answers with the case's id. */
  String returnedForAge() {
    say("return");
    String caseId = apply("Иванов", "Пётр", CHILD_AGE);
    JsonNode task = taskOf(secretary, caseId, "return-application");
    String article = articleOfRefusal(caseId);
    say("law-refuses", article);
    if (!article.matches(".*\\b7\\b.*")) {
      throw new DemoFailed("other-article", article);
    }
    claimAndComplete(
        secretary, task, Map.of("decision", "return", "note", "Приходите, когда исполнится 18"));
    expectOutcome(caseId, "application-returned");
    say("returned");
    return caseId;
  }

  /** The decision lapses since nobody pays; moves the legal clock; answers with the case's id. */
  String lapsedForNonPayment() {
    say("lapse");
    String caseId = apply("Сидорова", "Мария", ADULT_AGE);
    decide(caseId);
    JsonNode payment = taskOf(as("accountant"), caseId, "confirm-payment");
    LocalDate payBy = LocalDate.parse(payment.path("due").asText());
    LocalDate late = payBy.plusDays(2);
    as("operator").post("/api/clock", Map.of("day", late.toString()));
    say("clock-moved", payBy, late);
    complete(as("accountant"), caseId, "confirm-nonpayment", Map.of("arrived", "no"));
    say("not-paid");
    if (isLeftToTheChair(caseId)) {
      var answer = Map.of("allowed", "yes", "reason", "Срок истёк при любом переносе выходных");
      complete(as("chair"), caseId, "judge-by-hand", answer);
      say("judged");
    }
    expectOutcome(caseId, "decision-lapsed");
    say("lapsed");
    return caseId;
  }

  /** Waits until every record of the cases stands on the chain, a minute at the most. */
  boolean anchored(Collection<String> cases) {
    var deadline = Instant.now().plus(PATIENCE);
    var waiting = new ArrayList<>(cases);
    while (Instant.now().isBefore(deadline)) {
      waiting.removeIf(this::isAnchored);
      if (waiting.isEmpty()) {
        say("anchored");
        return true;
      }
      pause();
    }
    return false;
  }

  byte[] export(String caseId) {
    return auditor.bytes("/api/cases/%s/export".formatted(caseId));
  }

  byte[] policy() {
    return anybody.bytes("/log/policy");
  }

  private String apply(String family, String given, int age) {
    Map<String, Object> values = new HashMap<>();
    values.put("familyName", family);
    values.put("givenName", given);
    values.put("born", today().minusYears(age).minusDays(1).toString());
    values.put("address", "г. Москва, ул. Зелёная, д. 5, кв. 12");
    values.put("phone", "+7 900 000-00-00");
    values.put("email", "demo@example.org");
    values.put("consentGiven", true);
    String consent = "/api/cooperatives/" + accounts.cooperative() + "/consent";
    JsonNode received =
        anybody.post(
            "/api/applications",
            Map.of(
                "cooperative", accounts.cooperative(),
                "values", values,
                "consentTextDigest", anybody.get(consent).path("digest").asText()));
    String caseId = received.path("caseId").asText();
    say("case", caseId);
    return caseId;
  }

  /** From the secretary's check to the notice that has been sent. */
  private void decide(String caseId) {
    complete(secretary, caseId, "verify-identity", verification(caseId));
    say("verified");
    voteAtOnce(caseId);
    complete(
        secretary, caseId, "send-notice", Map.of("sentOn", today().toString(), "means", "email"));
    say("notified");
  }

  private Map<String, Object> verification(String caseId) {
    Map<String, Object> values = new HashMap<>();
    values.put("documentKind", "passport-rf");
    values.put("documentNumber", documentNumber(caseId));
    values.put("issuedOn", "2010-05-20");
    values.put("issuedBy", "ОВД «Учебный» г. Москвы");
    values.put("matches", true);
    values.put("signing", "paper");
    values.put("signedOn", today().toString());
    values.put("scanDigest", digest("скан заявления " + caseId));
    return values;
  }

  /** Each applicant has a passport of their own, also when the demo is played again. */
  private static String documentNumber(String caseId) {
    return "4509 %06d"
        .formatted(Math.floorMod(Long.parseLong(digest(caseId).substring(0, 12), 16), 1_000_000));
  }

  /** All members of the council vote in the same moment. */
  private void voteAtOnce(String caseId) {
    List<AccountsFile.Entry> council = new ArrayList<>(accounts.of("council"));
    council.add(accounts.one("chair"));
    String question = questionOf(caseId);
    var pool = Executors.newFixedThreadPool(council.size());
    try {
      var votes =
          council.stream()
              .map(
                  member ->
                      CompletableFuture.runAsync(
                          () ->
                              anybody
                                  .as(member.token())
                                  .post(
                                      "/api/questions/%s/votes".formatted(question),
                                      Map.of("choice", "for")),
                          pool))
              .toList();
      votes.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof DemoFailed failed ? failed : e;
    } finally {
      pool.shutdownNow();
    }
    say("voted", council.size());
  }

  private String questionOf(String caseId) {
    RestClient chair = as("chair");
    return await(
        words.say("demo.awaited.question", caseId),
        () -> {
          for (JsonNode question : chair.get("/api/questions")) {
            if (question.path("caseId").asText().equals(caseId)) {
              return Optional.of(question.path("id").asText());
            }
          }
          return Optional.empty();
        });
  }

  private void complete(RestClient person, String caseId, String activity, Map<String, ?> values) {
    claimAndComplete(person, taskOf(person, caseId, activity), values);
  }

  private void claimAndComplete(RestClient person, JsonNode task, Map<String, ?> values) {
    String path = "/api/tasks/" + task.path("id").asText();
    person.post(path + "/claim", Map.of());
    JsonNode done = person.post(path + "/completion", Map.of("values", values));
    if (done.path("receipt").path("digest").asText().length() != 64) {
      throw new DemoFailed("no-receipt", path, done);
    }
  }

  private JsonNode taskOf(RestClient person, String caseId, String activity) {
    return await(
        words.say("demo.awaited.task", activity, caseId), () -> findTask(person, caseId, activity));
  }

  private static Optional<JsonNode> findTask(RestClient person, String caseId, String activity) {
    for (int offset = 0; ; offset += 100) {
      JsonNode page = person.get("/api/tasks?view=all&offset=%d&limit=100".formatted(offset));
      for (JsonNode task : page.path("tasks")) {
        if (task.path("caseId").asText().equals(caseId)
            && task.path("activity").asText().equals(activity)) {
          return Optional.of(task);
        }
      }
      if (page.path("tasks").size() < 100) {
        return Optional.empty();
      }
    }
  }

  /** Where a term ends in a year whose calendar nobody has established, the law does not decide. */
  private boolean isLeftToTheChair(String caseId) {
    return await(
        words.say("demo.awaited.answer", caseId),
        () ->
            findTask(as("chair"), caseId, "judge-by-hand").isPresent()
                ? Optional.of(true)
                : outcomeOf(caseId).map(ended -> false));
  }

  private Optional<String> outcomeOf(String caseId) {
    JsonNode head = auditor.get("/api/cases/" + caseId).path("head");
    return head.hasNonNull("outcome")
        ? Optional.of(head.path("outcome").asText())
        : Optional.empty();
  }

  private String articleOfRefusal(String caseId) {
    for (JsonNode activity : auditor.get("/api/cases/" + caseId).path("activities")) {
      if (activity.hasNonNull("decision")) {
        JsonNode decision = auditor.get("/api/decisions/" + activity.path("decision").asText());
        if (decision.path("outcome").asText().equals("refused")) {
          return articles(decision);
        }
      }
    }
    throw new DemoFailed("no-refusal", caseId);
  }

  /** The articles of the findings that carry the outcome. */
  private static String articles(JsonNode decision) {
    var reasons = new ArrayList<String>();
    decision.path("reasons").forEach(reason -> reasons.add(reason.asText()));
    var articles = new ArrayList<String>();
    for (JsonNode finding : decision.path("findings")) {
      if (reasons.contains(finding.path("rule").asText())) {
        articles.add(finding.path("article").asText());
      }
    }
    return String.join("; ", articles);
  }

  private void expectOutcome(String caseId, String outcome) {
    String reached = await(words.say("demo.awaited.end", caseId), () -> outcomeOf(caseId));
    if (!reached.equals(outcome)) {
      throw new DemoFailed("other-end", caseId, reached, outcome);
    }
  }

  private boolean isAnchored(String caseId) {
    for (JsonNode entry : auditor.get("/api/cases/%s/records".formatted(caseId))) {
      if (!entry.path("seal").path("stage").asText().equals("anchored")) {
        return false;
      }
    }
    return true;
  }

  /** Where the cooperative is: by UTC it may still be yesterday. */
  private LocalDate today() {
    String clock = "/api/clock?cooperative=" + accounts.cooperative();
    return LocalDate.parse(anybody.get(clock).path("day").asText());
  }

  private RestClient as(String role) {
    return anybody.as(accounts.one(role).token());
  }

  private <T> T await(String what, Supplier<Optional<T>> look) {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new DemoFailed("waited", what);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed(e, "interrupted");
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(String key, Object... arguments) {
    out.println(words.say("demo." + key, arguments));
  }
}
