package coop.artel.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.values.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * What lies about beside the admissions of the day, so that every page has something to show. Each
 * thing is made when it is asked for first.
 */
final class Things {
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final String PAPER_SCAN = "ab".repeat(32);
  private static final String LIST =
      """
      №;Фамилия;Имя;Отчество;Дата рождения;Пайщик с
      601;Вересаева-Константинопольская;Елизавета;Александровна;03.04.1961;12.05.2014
      602;Бакунова;Ирина;Львовна;17.09.1975;12.05.2014
      603;Вишнякова;Серафима;Ильинична;31.02.1980;12.05.2014
      604;;Тамара;;01.01.1970;завтра
      """;

  /** What a charter must say at least, with its paragraphs. */
  private static final Map<String, List<String>> CHARTER =
      Map.ofEntries(
          Map.entry("admission.notice-days", List.of("3", "п. 7.8")),
          Map.entry("admission.payment-working-days", List.of("10", "п. 7.9")),
          Map.entry("admission.reapply-months", List.of("1", "п. 7.9")),
          Map.entry("share.entrance-fee", List.of("100", "п. 17.1")),
          Map.entry("share.minimum-contribution", List.of("300", "п. 17.2")),
          Map.entry("council.size", List.of("2", "п. 13.1")),
          Map.entry("council.quorum-percent", List.of("75", "п. 13.8")),
          Map.entry("council.majority", List.of("1/2", "п. 13.8")),
          Map.entry("council.quorum-with-leader", List.of("yes", "п. 13.8")),
          Map.entry("council.majority-base", List.of("voted", "п. 13.8")),
          Map.entry("council.casting-vote", List.of("yes", "п. 13.8")));

  private final Scene scene;
  private final Map<String, String> made = new HashMap<>();
  private @Nullable Guest invited;

  Things(Scene scene) {
    this.scene = scene;
  }

  /** An application that the secretary has entered from paper. */
  String paper() {
    return once(
        "paper",
        () ->
            as("secretary")
                .post(
                    here("/paper-applications"),
                    Map.of(
                        "values",
                        Map.of(
                            "familyName", "Громова",
                            "givenName", "Зоя",
                            "born", "1961-04-02",
                            "address", "г. Тверь, ул. Мира, д. 5",
                            "pension", true),
                        "receivedOn",
                        "2026-01-15",
                        "consentOn",
                        "2026-01-15",
                        "scanDigest",
                        PAPER_SCAN,
                        "consentDigest",
                        PAPER_SCAN))
                .path("application")
                .asText());
  }

  /** The task of an application that nobody has signed, in the secretary's hands. */
  String unsigned() {
    return once("unsigned", () -> unsigned("Сорокина"));
  }

  private String unsigned(String family) {
    var admission =
        as("secretary")
            .post(
                here("/paper-applications"),
                Map.of(
                    "values",
                    Map.of(
                        "familyName", family,
                        "givenName", "Вера",
                        "born", "1971-04-02",
                        "address", "г. Тверь, ул. Мира, д. 7",
                        "pension", true),
                    "receivedOn",
                    "2026-01-15",
                    "consentOn",
                    "2026-01-15",
                    "scanDigest",
                    PAPER_SCAN,
                    "consentDigest",
                    PAPER_SCAN))
            .path("caseId")
            .asText();
    completes(
        admission,
        Map.of(
            "documentKind", "passport-rf",
            "documentNumber", "0511 %06d".formatted(family.hashCode() & 0xffff),
            "issuedOn", "2016-05-20",
            "issuedBy", "ОВД «Учебный» г. Москвы",
            "matches", true,
            "signing", "none"));
    return takes(admission);
  }

  private void completes(String caseId, Map<String, Object> values) {
    as("secretary").post("tasks/" + takes(caseId) + "/completion", Map.of("values", values));
  }

  private String takes(String caseId) {
    var task = Awaitility.await().until(() -> taskOf("secretary", caseId), Objects::nonNull);
    as("secretary").post("tasks/" + task + "/claim", Map.of());
    return task;
  }

  /** What the secretary proposes to complete against the law. */
  String override() {
    return once(
        "override",
        () ->
            as("secretary")
                .post(
                    "tasks/" + unsigned("Галкина") + "/override",
                    Map.of(
                        "values",
                        Map.of("matches", true, "signing", "none"),
                        "reason",
                        "Подлинник сгорел при пожаре в правлении, подпись видели двое"))
                .path("deed")
                .asText());
  }

  /** A list of members with good lines and bad ones. */
  String list() {
    return once("list", () -> brought().path("id").asText());
  }

  String caseOfList() {
    return as("secretary").get("register-imports/" + list()).path("caseId").asText();
  }

  private JsonNode brought() {
    return as("secretary")
        .bring(
            here("/register-imports"),
            Map.of("minutesNumber", "5", "minutesDay", "2014-05-12", "minutesDigest", PAPER_SCAN),
            LIST);
  }

  /**
   * The case of a correction that was refused: others find the entry and their own case as before.
   */
  String correction() {
    return once("correction", this::corrected);
  }

  private String corrected() {
    var corrections = here("/members/" + scene.registerEntry() + "/corrections");
    var values = (ObjectNode) as("secretary").get(corrections + "/form").path("values");
    values.put("patronymic", "Аристарховна").put("ground", "Паспорт");
    var caseId =
        as("secretary").post(corrections, Map.of("values", values)).path("caseId").asText();
    var task = "tasks/" + Awaitility.await().until(() -> taskOf("chair", caseId), Objects::nonNull);
    as("chair").post(task + "/claim", Map.of());
    as("chair")
        .post(
            task + "/completion",
            Map.of("values", Map.of("approval", "refuse", "note", "В паспорте иначе")));
    return caseId;
  }

  private @Nullable String taskOf(String login, String caseId) {
    for (JsonNode task : as(login).get("tasks?view=groups&limit=100").path("tasks")) {
      if (task.path("caseId").asText().equals(caseId)) {
        return task.path("id").asText();
      }
    }
    return null;
  }

  /** A figure of the law that one lawyer has proposed as verified. */
  String deedOfNorm() {
    return once(
        "norm",
        () -> {
          for (JsonNode row : as("lawyer").get("norms/ru")) {
            if (row.path("mayPropose").asBoolean()) {
              var figure = Map.of("figure", row.path("key").asText());
              return as("lawyer").post("norms/ru/verifications", figure).path("id").asText();
            }
          }
          throw new IllegalStateException("No figure waits for a lawyer");
        });
  }

  /** The page with an article that changes, of which much is cited. */
  String changedArticle() {
    once(
        "change",
        () ->
            as("lawyer")
                .post(
                    "rules/ru/watch/changes",
                    Map.of(
                        "place", "3085-1, ст. 10(2)",
                        "since", LocalDate.now(ZoneId.of("Europe/Moscow")).plusDays(40).toString(),
                        "note", "Срок рассмотрения заявления станет короче.",
                        "source", "https://publication.example/document/0001202600000001"))
                .path("id")
                .asText());
    return "/rules/ru/watch";
  }

  /**
   * The admissions of the day asked about again. The edition that decided them says the same; what
   * another one decided meanwhile may turn out otherwise.
   */
  String replay() {
    return once(
        "replay",
        () -> {
          var ended = replayed(Map.of());
          assertThat(ended.path("done").asInt()).isPositive();
          assertThat(ended.path("counts").findValuesAsText("result"))
              .contains("same")
              .isSubsetOf("same", "erased", "otherwise", "other-reasons");
          return ended.path("id").asText();
        });
  }

  /** The same by rules under which nobody is old enough. */
  String flipped() {
    return once(
        "flipped",
        () -> {
          var lawyer =
              new Caller(PersonId.random(), "Юрист", Map.of(), Set.of(PlatformRole.LAWYER));
          var drafts = scene.drafts();
          var draft = drafts.open(lawyer, "ru", "Возраст", "Посмотреть, кого это коснётся").id();
          var norms = drafts.files(draft).byPath().get(NORMS);
          drafts.change(
              lawyer, draft, NORMS, Optional.of(norms.replace("value: 16,", "value: 116,")), 0);
          var ended = replayed(Map.of("draft", draft));
          drafts.withdraw(lawyer, draft);
          assertThat(ended.path("flipped").asInt()).isPositive();
          return ended.path("id").asText();
        });
  }

  private JsonNode replayed(Map<String, Object> what) {
    var id = as("lawyer").post("rules/ru/replays", what).path("id").asText();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> as("lawyer").get("rules/replays/" + id).path("ended").asBoolean());
    return as("lawyer").get("rules/replays/" + id);
  }

  /** A change of a form that waits for the second operator. */
  String draft() {
    return once(
        "draft",
        () -> {
          var name = "processes/members/return-application.form";
          return as("operator")
              .post("models?name=" + name, changed("/" + name))
              .path("id")
              .asText();
        });
  }

  String deedOfDraft() {
    return as("operator-2").get("models/drafts/" + draft()).path("draft").path("deed").asText();
  }

  private static JsonNode changed(String form) {
    try (var file = Things.class.getResourceAsStream(form)) {
      var changed = new ObjectMapper().readTree(file);
      ((ObjectNode) changed.path("components").get(0)).put("label", "Что ещё нужно");
      return changed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A draft of Russia's rules in which cases are red; where its page is. */
  String ruleDraft() {
    return "/rules/drafts/"
        + once(
            "rule-draft",
            () -> {
              var about = Map.of("title", "Возраст приёма", "reason", "Проверяем, что изменится");
              var id = as("lawyer").post("rules/ru/drafts", about).path("id").asText();
              var norms = "jurisdictions/ru/norms.yaml";
              var file = "rules/drafts/" + id + "/files?path=" + norms;
              var now = as("lawyer").get(file).path("text").asText();
              var older = now.replaceFirst("value: 16,", "value: 21,");
              as("lawyer").put(file, Map.of("text", older, "seen", 0));
              return id;
            });
  }

  String ruleDrafts() {
    ruleDraft();
    return "/rules/ru/drafts";
  }

  /** A cooperative that is still being set up. */
  String newcomer() {
    return once(
        "newcomer",
        () ->
            as("operator")
                .post(
                    "cooperatives",
                    Map.of(
                        "country", "ru",
                        "legalForm", "consumer-society",
                        "name", "Потребительское общество взаимопомощи «Енисейские зори»",
                        "shortName", "ПО «Енисейские зори»",
                        "registrationNumber", "1026900543218",
                        "taxNumber", "6900543219",
                        "address", "170100, г. Тверь, ул. Советская, д. 2",
                        "zone", "Europe/Moscow"))
                .path("id")
                .asText());
  }

  /** Its first charter, which waits for the second lawyer. */
  String deedOfCharter() {
    return once(
        "charter",
        () -> {
          var figures = new LinkedHashMap<String, Map<String, String>>();
          CHARTER.forEach(
              (norm, said) ->
                  figures.put(norm, Map.of("value", said.get(0), "paragraph", said.get(1))));
          return as("lawyer")
              .post(
                  "cooperatives/" + newcomer() + "/charter/editions",
                  Map.of("since", "2020-01-15", "figures", figures))
              .path("id")
              .asText();
        });
  }

  /** Three were invited; one of the links was taken back. */
  String invitations() {
    once(
        "invitations",
        () -> {
          invite("Константинопольская", "konstantinopolskaya.elizaveta");
          var second = invite("Лунина", "lunina").path("invitation").path("id").asText();
          as("secretary").post(here("/invitations/" + second + "/withdrawal"), Map.of());
          return invite("Гурьева", "gurieva").path("link").asText();
        });
    return "/cooperatives/" + scene.cooperative() + "/invitations";
  }

  /** The accountant does the secretary's work for two weeks. */
  String deputies() {
    once("deputies", this::named);
    return "/cooperatives/" + scene.cooperative() + "/deputies";
  }

  private String named() {
    var zone = ZoneId.of("Europe/Moscow");
    var today = LocalDate.now(zone);
    var deed =
        as("secretary")
            .post(
                here("/deputies"),
                Map.of(
                    "office", "secretary",
                    "principal", holder("secretary"),
                    "deputy", holder("accountant"),
                    "first", today.toString(),
                    "last", today.plusDays(13).toString(),
                    "groundNumber", "15-К",
                    "groundDay", today.toString()))
            .path("deed")
            .path("id")
            .asText();
    as("chair").post("deeds/" + deed + "/approve", Map.of());
    return deed;
  }

  private String holder(String office) {
    for (JsonNode it : as("secretary").get(here("/offices")).path("present")) {
      if (it.path("key").asText().startsWith(office + "/")) {
        return it.path("person").asText();
      }
    }
    throw new IllegalStateException("Nobody is " + office);
  }

  /** Whoever has opened the link and not yet chosen a password. */
  Guest invited() {
    if (invited == null) {
      invitations();
      var link = made.get("invitations");
      invited = Guest.at(scene.server(), "ru").opens(link);
    }
    return invited;
  }

  private JsonNode invite(String family, String login) {
    return as("secretary")
        .post(
            here("/invitations"),
            Map.of("familyName", family, "givenName", "Елизавета", "login", login));
  }

  /** The text that applicants are asked to consent to, by its digest. */
  String consent() {
    return as("secretary").get(here("/consent")).path("digest").asText();
  }

  private Api as(String login) {
    return new Api(scene.server(), scene.account(login).token());
  }

  private String here(String path) {
    return "cooperatives/" + scene.cooperative() + path;
  }

  private String once(String name, Supplier<String> make) {
    if (!made.containsKey(name)) {
      made.put(name, make.get());
    }
    return made.get(name);
  }
}
