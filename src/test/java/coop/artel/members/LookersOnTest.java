package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Invitations;
import coop.artel.access.Invitee;
import coop.artel.access.Substitutions;
import coop.artel.documents.Documents;
import coop.artel.members.Doors.Content;
import coop.artel.members.Doors.Door;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.DataFolder;
import coop.artel.values.Ground;
import coop.artel.values.PersonId;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.context.WebApplicationContext;

/**
 * Who may only look changes nothing, and who serves another cooperative learns nothing: tried at
 * every door that the service has, so that a new one is tried too. It lives beside the admission
 * because it needs one that is under way.
 */
@House
@TestPropertySource(properties = "spring.application.name=artel-of-lookers-on")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookersOnTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Open to everybody in the world, signed in or not; what is done there is done as nobody. */
  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          "POST /api/applications",
          "POST /api/invitation/acceptance",
          "POST /api/invitation/content",
          "POST /api/tokens",
          "POST /apply/{cooperative}",
          "POST /invitation",
          "POST /application/answer",
          "POST /application/consent-withdrawal",
          "POST /application/leave",
          "POST /application/withdraw");

  /**
   * What anybody who signed in may do to what is one's own, of others' tasks each is refused; and
   * what is asked without anything being kept.
   */
  private static final Set<String> OWN =
      Set.of(
          "POST /api/rules/{country}/{question}/what-if",
          "POST /rules/{country}/{question}",
          "POST /notices/read",
          "POST /api/notices/read",
          "POST /account/password",
          "POST /account/tokens",
          "POST /account/tokens/{id}/revoke",
          "POST /api/me/password",
          "POST /api/me/tokens",
          "DELETE /api/me/tokens/{id}",
          "PUT /api/me/mail",
          "POST /api/me/mail/address",
          "POST /api/me/mail/address/proof",
          "DELETE /api/me/mail/address",
          "POST /api/me/views/tasks",
          "POST /api/me/views/cases",
          "PUT /api/me/views/{id}",
          "DELETE /api/me/views/{id}",
          "POST /tasks/views",
          "POST /cases/views",
          "POST /views/{id}/name",
          "POST /views/{id}/removal",
          "POST /notices/preferences",
          "POST /notices/address",
          "POST /notices/address/proof",
          "POST /notices/address/removal",
          "POST /tasks/claims",
          "POST /api/tasks/claims",
          "POST /tasks/{id}/draft/discard",
          "DELETE /api/tasks/{id}/draft");

  /** Doors that take files. What some of them are about stands in the form, not in the address. */
  private static final Set<String> WITH_FILES =
      Set.of(
          "POST /members/import",
          "POST /members/paper",
          "POST /members/paper/withdrawal",
          "POST /members/import/{id}/file",
          "POST /rules/drafts/{id}/files",
          "POST /api/rules/drafts/{id}/files",
          "POST /api/register-imports/{id}/file",
          "POST /api/cooperatives/{id}/register-imports");

  /** What anybody may read by its id. */
  private static final Set<String> READ_BY_ALL =
      Set.of(
          "GET /api/cooperatives/{id}/application-form",
          "GET /api/cooperatives/{id}/consent",
          "GET /api/cooperatives/{id}/consent/{digest}",
          "GET /apply/{cooperative}",
          "GET /apply/{cooperative}/consent",
          "GET /apply/{cooperative}/consent/{digest}",
          "GET /api/norms/{country}",
          "GET /api/rules/{country}",
          "GET /api/rules/{country}/difference",
          "GET /api/rules/{country}/watch",
          "GET /api/rules/{country}/{question}",
          "GET /api/rules/{country}/{question}/gaps",
          "GET /rules/{country}",
          "GET /rules/{country}/difference",
          "GET /rules/{country}/watch",
          "GET /api/rules/{country}/edition.zip",
          "GET /api/rules/{country}/edition.xlsx",
          "GET /rules/{country}/print",
          "GET /rules/{country}/edition.zip",
          "GET /rules/{country}/edition.xlsx",
          "GET /rules/{country}/{question}",
          "GET /rules/{country}/{question}/gaps",
          "GET /rules/{country}/publications",
          "GET /rules/{country}/publications/{number}",
          "GET /api/rules/{country}/publications",
          "GET /api/rules/{country}/proposals/{proposal}",
          "GET /rules/{country}/moves",
          "GET /rules/{country}/proposals/{proposal}",
          "GET /application/{token}",
          "GET /problems/{code}",
          "GET /invitation/{token}",
          "GET /preferences/keys/{keys}",
          "GET /preferences/language/{language}",
          "GET /preferences/theme/{theme}");

  /** What only looking may write: that somebody looked, and how often somebody came to a door. */
  private static final Set<String> MAY_GROW =
      Set.of(
          "access.viewings",
          "access.budgets",
          "access.sign_in_failures",
          "public.act_ru_meter_log");

  @Autowired WebApplicationContext house;
  @Autowired JdbcClient sql;
  @Autowired DataFolder data;

  private final Map<String, String> ids = new HashMap<>();
  private Doors doors;
  private Staff staff;
  private JsonNode accounts;
  private MockHttpSession auditor;
  private MockHttpSession outsider;
  private String outsidersToken;

  @BeforeAll
  void a_house_at_work() throws Exception {
    doors = new Doors(house);
    staff = new Staff(house);
    accounts = JSON.readTree(Files.readAllBytes(data.path().resolve("demo/accounts.json")));
    var decided = staff.apply(Map.of());
    staff.verifyIdentity(decided.caseId(), "paper");
    var waiting = staff.apply(Map.of());
    nameThings(decided, waiting);
    contents();
    auditor = doors.signIn("auditor", account("auditor", "password"));
    strangers();
  }

  @Test
  void an_auditor_changes_nothing_through_the_api() throws Exception {
    changesNothing(door -> doors.knock(door, ids, account("auditor", "token")), true);
  }

  @Test
  void an_auditor_changes_nothing_through_the_pages() throws Exception {
    changesNothing(door -> doors.knock(door, ids, auditor), false);
  }

  @Test
  void an_auditor_is_told_that_papers_are_entered_by_the_secretary() throws Exception {
    var page = doors.knock(new Door(HttpMethod.GET, "/members/paper"), ids, auditor).getResponse();

    assertThat(page.getStatus()).isEqualTo(403);
    assertThat(page.getContentAsString(UTF_8)).contains("Это делает только секретарь");
  }

  @Test
  void reading_changes_nothing() throws Exception {
    var before = content();
    for (Door door : doors.all()) {
      if (!door.changes()) {
        var answer =
            door.api()
                ? doors.knock(door, ids, account("auditor", "token"))
                : doors.knock(door, ids, auditor);
        assertThat(answer.getResponse().getStatus()).as("%s", door).isLessThan(500);
      }
    }
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void who_serves_another_cooperative_is_told_of_nothing_here_not_even_that_it_is()
      throws Exception {
    var before = content();
    var told = new SoftAssertions();
    for (Door door : doors.all()) {
      if (door.pattern().contains("{")
          && !READ_BY_ALL.contains(door.toString())
          && !OPEN_TO_ALL.contains(door.toString())
          && !OWN.contains(door.toString())) {
        var real = knockAsOutsider(door, ids);
        var status = real.getResponse().getStatus();
        var invented = invented();
        told.assertThat(status).as("%s", door).isIn(403, 404);
        told.assertThat(plain(knockAsOutsider(door, invented), invented))
            .as("%s for something that is and something that never was", door)
            .isEqualTo(plain(real, ids));
      } else if (WITH_FILES.contains(door.toString())) {
        told.assertThat(knockAsOutsider(door, ids).getResponse().getStatus())
            .as("%s", door)
            .isIn(403, 404);
      }
    }
    told.assertAll();
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void this_test_knows_the_doors_as_they_are() {
    assertThat(doors.unknownContents()).isEmpty();
    var known = doors.all().stream().map(Door::toString).toList();
    assertThat(known).containsAll(OPEN_TO_ALL).containsAll(READ_BY_ALL).containsAll(WITH_FILES);
    assertThat(WITH_FILES).allMatch(doors::takesFiles);
  }

  private interface Knock {
    MvcResult at(Door door) throws Exception;
  }

  private void changesNothing(Knock knock, boolean api) throws Exception {
    var before = content();
    var let = new SoftAssertions();
    for (Door door : doors.all()) {
      if (door.api() == api
          && door.changes()
          && !OPEN_TO_ALL.contains(door.toString())
          && !OWN.contains(door.toString())) {
        let.assertThat(knock.at(door).getResponse().getStatus())
            .as("%s, which must not even look at what an auditor sends", door)
            .isIn(403, 404, 405);
      }
    }
    let.assertAll();
    assertThat(content()).isEqualTo(before);
  }

  private MvcResult knockAsOutsider(Door door, Map<String, String> named) throws Exception {
    return door.api()
        ? doors.knock(door, named, outsidersToken)
        : doors.knock(door, named, outsider);
  }

  /** Things of the right shape that never were. */
  private Map<String, String> invented() {
    var invented = new HashMap<String, String>();
    ids.forEach(
        (place, id) -> invented.put(place, id.length() == 36 ? UUID.randomUUID().toString() : id));
    return invented;
  }

  private static String plain(MvcResult answer, Map<String, String> named) throws Exception {
    var text = answer.getResponse().getStatus() + answer.getResponse().getContentAsString();
    for (String id : named.values()) {
      text = id.length() == 36 ? text.replace(id, "ID") : text;
    }
    return text.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private String account(String role, String member) {
    for (JsonNode it : accounts.path("accounts")) {
      if (it.path("role").asText().equals(role)) {
        return it.path(member).asText();
      }
    }
    throw new IllegalStateException("Nobody is " + role);
  }

  private void nameThings(Applications.Received decided, Applications.Received waiting)
      throws Exception {
    var documents = house.getBean(Documents.class);
    var cooperative = staff.cooperative().id();
    var paper = documents.of(decided.caseId()).get(0).id().toString();
    var task = staff.waiting(waiting.caseId(), "verify-identity").id();
    var decision =
        sql.sql("select decision from workflow.step_notes where decision is not null limit 1")
            .query(UUID.class)
            .single();
    ids.put("cases/id", decided.caseId());
    ids.put("tasks/id", task);
    ids.put("questions/id", staff.question(decided.caseId()).id().toString());
    ids.put("documents/id", paper);
    ids.put("application/documents/id", paper);
    ids.put("decisions/id", decision.toString());
    ids.put("applications/id", waiting.application().toString());
    ids.put("application/token", waiting.token());
    ids.put("cooperatives/id", cooperative.toString());
    ids.put("apply/cooperative", cooperative.toString());
    var digest = staff.applications().consent(cooperative).digest();
    ids.put("cooperatives/{id}/consent/digest", digest);
    ids.put("apply/{cooperative}/consent/digest", digest);
    ids.put("norms/country", "ru");
    ids.put("rules/country", "ru");
    ids.put("rules/{country}/question", "decision-term");
    ids.put("rules/{country}/publications/number", "1");
    ids.put("rules/{country}/proposals/proposal", UUID.randomUUID().toString());
    ids.put("rules/{country}/drafts/draft", UUID.randomUUID().toString());
    ids.put("rules/{country}/moves/case", decided.caseId());
    ids.put("rules/proposals/case", UUID.randomUUID().toString());
    ids.put("rules/{country}/watch/changes/id", UUID.randomUUID().toString());
    ids.put("rules/{country}/drafts/{draft}/comments/comment", UUID.randomUUID().toString());
    ids.put("rules/replays/id", UUID.randomUUID().toString());
    ids.put("rules/drafts/id", begunDraft());
    ids.put("rules/drafts/{id}/questions/question", "decision-term");
    ids.put("account/tokens/id", UUID.randomUUID().toString());
    ids.put("me/tokens/id", UUID.randomUUID().toString());
    ids.put("problems/code", "form-invalid");
    ids.put("series/id", "models");
    ids.put("preferences/language/language", "ru");
    ids.put("preferences/theme/theme", "dark");
    ids.put("preferences/keys/keys", "off");
    var list =
        house
            .getBean(Imports.class)
            .bring(
                staff.holder(Office.SECRETARY),
                cooperative,
                Lists.csv("Фамилия;Имя;Пайщик с", "Лунёв;Олег;01.02.2019"),
                Lists.MINUTES);
    ids.put("members/import/id", list.id().toString());
    ids.put("members/import/case/caseId", list.caseId());
    ids.put("register-imports/id", list.id().toString());
    ids.put("members/cooperative", cooperative.toString());
    ids.put("members/{cooperative}/number", "1");
    ids.put("cooperatives/{id}/members/number", "1");
    ids.put("deeds/id", proposedFigure());
    ids.put("invitation/token", "a".repeat(43));
    ids.put("cooperatives/{id}/invitations/invitation", invited(cooperative));
    ids.put("cooperatives/{id}/deputies/substitution", askedSubstitution());
    ids.put("models/drafts/id", proposedModel());
    ids.put("incidents/id", standstill(waiting.caseId()));
  }

  /** A timer of the case is as if it had failed too often. */
  private String standstill(String caseId) {
    var engine = house.getBean(ProcessEngine.class);
    var jobs = engine.getManagementService();
    var timer = jobs.createJobQuery().processInstanceId(caseId).timers().list().get(0).getId();
    jobs.setJobRetries(timer, 0);
    return engine
        .getRuntimeService()
        .createIncidentQuery()
        .configuration(timer)
        .singleResult()
        .getId();
  }

  private String invited(CooperativeId cooperative) {
    var invitee =
        new Invitee(
            null,
            "Гурьева",
            "Нелли",
            null,
            "a-newcomer",
            false,
            Set.of(),
            null,
            new Ground("", null));
    return house
        .getBean(Invitations.class)
        .invite(staff.holder(Office.SECRETARY), cooperative, invitee)
        .invitation()
        .id()
        .toString();
  }

  private String askedSubstitution() {
    var day = staff.today().plusDays(200);
    var substitutions = house.getBean(Substitutions.class);
    var deed =
        substitutions.name(
            staff.holder(Office.SECRETARY),
            staff.cooperative().id(),
            new Substitutions.Asked(
                Office.SECRETARY,
                staff.holder(Office.SECRETARY).person(),
                staff.holder(Office.ACCOUNTANT).person(),
                day,
                day,
                new Ground("1", staff.today())));
    return substitutions.of(deed).id().toString();
  }

  private String begunDraft() throws Exception {
    var draft = Content.body("{\"title\":\"Возраст приёма\",\"reason\":\"Проверка\"}");
    doors.takes("POST /api/rules/{country}/drafts", draft);
    return answer(account("lawyer", "token"), "POST", "/api/rules/{country}/drafts")
        .path("id")
        .asText();
  }

  private String proposedFigure() throws Exception {
    var lawyer = account("lawyer", "token");
    for (JsonNode row : answer(lawyer, "GET", "/api/norms/{country}")) {
      if (row.path("mayPropose").asBoolean()) {
        var figure = "{\"figure\":\"%s\"}".formatted(row.path("key").asText());
        doors.takes("POST /api/norms/{country}/verifications", Content.body(figure));
        return answer(lawyer, "POST", "/api/norms/{country}/verifications").path("id").asText();
      }
    }
    throw new IllegalStateException("No figure waits for a lawyer");
  }

  private String proposedModel() throws Exception {
    var form = getClass().getResourceAsStream("/processes/members/return-application.form");
    var changed = JSON.readTree(form.readAllBytes());
    ((com.fasterxml.jackson.databind.node.ObjectNode) changed.path("components").get(0))
        .put("label", "Что ещё нужно");
    doors.takes(
        "POST /api/models",
        new Content(
            Map.of("name", "processes/members/return-application.form"),
            JSON.writeValueAsString(changed)));
    return answer(account("operator", "token"), "POST", "/api/models").path("id").asText();
  }

  private JsonNode answer(String token, String method, String pattern) throws Exception {
    var door = new Door(HttpMethod.valueOf(method), pattern);
    var answer = doors.knock(door, ids, token).getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(300);
    return JSON.readTree(answer.getContentAsByteArray());
  }

  /** What each door would take from somebody who may come in. */
  private void contents() {
    var figure = "membership.min-age";
    var since = "2020-01-15";
    doors.takes(
        "POST /api/cooperatives/{id}/charter/confirmations",
        Content.body("{\"since\":\"%s\",\"figure\":\"%s\"}".formatted(since, figure)));
    doors.takes(
        "POST /charter/confirmation",
        Content.form("cooperative", ids.get("cooperatives/id"), "since", since, "figure", figure));
    doors.takes(
        "POST /rules/{country}/{question}",
        Content.form("base", "T6", "asOf", "2025-03-04", "receivedOn", "2025-03-03"));
    doors.takes(
        "POST /rules/{country}/{question}/gaps",
        Content.form("finding", "a".repeat(64), "explanation", "Так задумано"));
    doors.takes(
        "POST /api/rules/{country}/{question}/gaps/explanations",
        Content.body("{\"finding\":\"%s\",\"explanation\":\"Так\"}".formatted("a".repeat(64))));
    doors.takes(
        "POST /api/rules/{country}/{question}/what-if",
        Content.body("{\"base\":\"T6\",\"asOf\":\"2025-03-04\",\"facts\":{}}"));
    doors.takes("POST /rules/{country}/replays", Content.form("question", "admission"));
    doors.takes("POST /api/rules/{country}/replays", Content.body("{}"));
    var norms = "jurisdictions/ru/norms.yaml";
    doors.takes("GET /rules/drafts/{id}/file", Content.form("path", norms));
    doors.takes(
        "POST /rules/drafts/{id}/file",
        Content.form("path", norms, "text", "- key: a.b", "seen", "0", "save", "1"));
    doors.takes(
        "POST /rules/drafts/{id}/check",
        Content.body("{\"path\":\"%s\",\"text\":\"\"}".formatted(norms)));
    for (var files : new String[] {"/rules/drafts/{id}/files", "/api/rules/drafts/{id}/files"}) {
      doors.takes("POST " + files, Content.form().with("file", new byte[] {1}));
    }
    doors.takes("POST /rules/drafts/{id}/norms", Content.form("norm", figure, "figure", "0"));
    doors.takes(
        "POST /rules/{country}/drafts", Content.form("title", "Возраст", "reason", "Закон"));
    doors.takes("GET /api/rules/drafts/{id}/files", Content.form("path", norms));
    doors.takes(
        "PUT /api/rules/drafts/{id}/files",
        new Content(Map.of("path", norms), "{\"text\":\"- key: a.b\",\"seen\":0}"));
    doors.takes(
        "POST /norms/verification",
        Content.form("country", "ru", "figure", "council.quorum-percent"));
    doors.takes(
        "POST /api/clock", Content.body("{\"day\":\"%s\"}".formatted(staff.today().plusDays(1))));
    doors.takes("POST /api/tasks/{id}/completion", Content.body("{\"values\":{}}"));
    doors.takes(
        "POST /api/tasks/{id}/override", Content.body("{\"values\":{},\"reason\":\"Надо\"}"));
    doors.takes("POST /tasks/{id}/override", Content.form("_reason", "Надо"));
    doors.takes("POST /api/questions/{id}/votes", Content.body("{\"choice\":\"for\"}"));
    doors.takes("POST /questions/{id}/vote", Content.form("choice", "for"));
    doors.takes("POST /tasks/{id}/comments", Content.form("text", "Заметка"));
    doors.takes("POST /cases/{id}/comments", Content.form("text", "Заметка"));
    doors.takes("POST /api/tasks/{id}/comments", Content.body("{\"text\":\"Заметка\"}"));
    doors.takes(
        "POST /cases/{id}/consent-withdrawal", Content.form("on", staff.today().toString()));
    doors.takes("POST /api/cases/{id}/comments", Content.body("{\"text\":\"Заметка\"}"));
    doors.takes("PUT /api/tasks/{id}/draft", Content.body("{\"values\":{}}"));
    var secretary = staff.holder(Office.SECRETARY).person();
    doors.takes("POST /tasks/{id}/assignment", Content.form("person", secretary.toString()));
    doors.takes(
        "POST /api/tasks/{id}/assignment",
        Content.body("{\"person\":\"%s\"}".formatted(secretary)));
    doors.takes(
        "POST /api/cooperatives/{id}/members/{number}/corrections",
        Content.body("{\"values\":{}}"));
    doors.takes(
        "POST /api/cooperatives/{id}/paper-applications",
        Content.body(
            """
            {"values":{},"receivedOn":"2026-01-15","consentOn":"2026-01-15",
             "scanDigest":"%1$s","consentDigest":"%1$s"}
            """
                .formatted("ab".repeat(32))));
    doors.takes("POST /api/deeds/{id}/reject", Content.body("{\"reason\":\"Не то\"}"));
    doors.takes(
        "POST /api/applications/{id}/paper-withdrawal",
        Content.body(
            "{\"number\":\"7\",\"writtenOn\":\"2026-01-15\",\"scanDigest\":\"%s\"}"
                .formatted("ab".repeat(32))));
    doors.takes("PUT /api/register-imports/{id}/taken-out", Content.body("{\"lines\":[2]}"));
    doors.takes("POST /members/import/{id}/lines", Content.form("all", "true"));
    newCooperatives(secretary.toString());
    files();
  }

  private void files() {
    var list = Lists.csv("Фамилия;Имя;Пайщик с", "Чижов;Роман;01.02.2019");
    var scan = "скан".getBytes(UTF_8);
    var cooperative = ids.get("cooperatives/id");
    var minutes = Content.form("minutesNumber", "7", "minutesDay", "2020-03-01");
    doors.takes(
        "POST /api/cooperatives/{id}/register-imports",
        minutes.with("file", list).with("scan", scan));
    doors.takes(
        "POST /members/import",
        Content.form("cooperative", cooperative, "minutesNumber", "7", "minutesDay", "2020-03-01")
            .with("file", list)
            .with("scan", scan));
    var file = Content.form().with("file", list);
    doors.takes("POST /members/import/{id}/file", file);
    doors.takes("POST /api/register-imports/{id}/file", file);
    doors.takes(
        "POST /members/paper",
        Content.form(
                "_cooperative", cooperative,
                "_receivedOn", "2026-01-15",
                "_consentOn", "2026-01-15",
                "familyName", "Громова",
                "givenName", "Зоя",
                "born", "1961-04-02",
                "address", "г. Тверь, ул. Мира, д. 5",
                "pension", "true")
            .with("_scan", scan)
            .with("_consentScan", scan));
    doors.takes(
        "POST /members/paper/withdrawal",
        Content.form(
                "application", ids.get("applications/id"),
                "number", "7",
                "writtenOn", staff.today().toString())
            .with("_scan", scan));
  }

  private void newCooperatives(String secretary) {
    var today = staff.today().toString();
    doors.takes(
        "POST /cooperatives/new",
        Content.form(
            "country",
            "ru",
            "legalForm",
            "consumer-society",
            "name",
            "Потребительское общество",
            "shortName",
            "ПО",
            "registrationNumber",
            "1027712345144",
            "taxNumber",
            "7712345600",
            "address",
            "г. Тверь",
            "zone",
            "Europe/Moscow"));
    doors.takes(
        "POST /cooperatives/{id}/offices",
        Content.form(
            "office",
            "auditor",
            "person",
            secretary,
            "day",
            today,
            "groundNumber",
            "1",
            "groundDay",
            today));
    doors.takes(
        "POST /cooperatives/{id}/offices/end",
        Content.form(
            "holder",
            "secretary/" + secretary,
            "day",
            today,
            "groundNumber",
            "1",
            "groundDay",
            today));
    doors.takes(
        "POST /api/cooperatives/{id}/offices",
        Content.body(
            """
            {"change":"relieve","office":"secretary","person":"%1$s","day":"%2$s",
             "groundNumber":"1","groundDay":"%2$s"}
            """
                .formatted(secretary, today)));
    deputies(secretary, today);
    doors.takes(
        "POST /cooperatives/{id}/invitations",
        Content.form("familyName", "Лунина", "givenName", "Ада", "login", "another-newcomer"));
    doors.takes(
        "POST /api/cooperatives/{id}/invitations",
        Content.body(
            "{\"familyName\":\"Лунина\",\"givenName\":\"Ада\",\"login\":\"third-newcomer\"}"));
    doors.takes("POST /cooperatives/{id}/charter", Content.form("since", today));
    doors.takes(
        "POST /api/cooperatives/{id}/charter/editions",
        Content.body("{\"since\":\"%s\",\"figures\":{}}".formatted(today)));
  }

  private void deputies(String secretary, String today) {
    var end = Content.body("{\"day\":\"%s\"}".formatted(today));
    doors.takes("POST /api/cooperatives/{id}/deputies/{substitution}/end", end);
    doors.takes("POST /cooperatives/{id}/deputies/{substitution}/end", Content.form("day", today));
    var accountant = staff.holder(Office.ACCOUNTANT).person();
    doors.takes(
        "POST /cooperatives/{id}/deputies",
        Content.form(
            "deputised",
            "secretary/" + secretary,
            "deputy",
            accountant.toString(),
            "first",
            today,
            "last",
            today,
            "groundNumber",
            "1",
            "groundDay",
            today));
    doors.takes(
        "POST /api/cooperatives/{id}/deputies",
        Content.body(
            """
            {"office":"secretary","principal":"%1$s","deputy":"%2$s","first":"%3$s","last":"%3$s",
             "groundNumber":"1","groundDay":"%3$s"}
            """
                .formatted(secretary, accountant, today)));
    doors.takes("POST /tasks/{id}/take-over", Content.form("reason", "Надо"));
    doors.takes("POST /api/tasks/{id}/take-over", Content.body("{\"reason\":\"Надо\"}"));
  }

  /** Chair and secretary of another cooperative, and no more here than anybody. */
  private void strangers() throws Exception {
    var other =
        new Cooperative(
            CooperativeId.random(),
            "ru",
            "consumer-society",
            "Потребительское общество «Закат»",
            "ПО «Закат»",
            "1027700132195",
            "7707083893",
            "170100, г. Тверь, ул. Советская, д. 1",
            ZoneId.of("Europe/Moscow"),
            Currency.getInstance("RUB"),
            false);
    var person = new Person(PersonId.random(), "Чужая", "Анна", null, null, null, null, null, null);
    house.getBean(Cooperatives.class).found(other);
    house.getBean(People.class).register(person);
    var openings = house.getBean(Accounts.class);
    openings.open(person.id(), "stranger", "очень длинный пароль", Set.of());
    outsidersToken = openings.issueToken(person.id(), "test", Duration.ofHours(1));
    for (Office office : List.of(Office.CHAIR, Office.SECRETARY)) {
      house
          .getBean(Offices.class)
          .entrust(other.id(), office, person.id(), LocalDate.of(2020, 1, 15), null);
    }
    outsider = doors.signIn("stranger", "очень длинный пароль");
  }

  /** Of each table how many rows it has and a sum over their bytes and their last writers. */
  private Map<String, String> content() throws InterruptedException {
    awaitSealing();
    var tables =
        sql.sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE'
                  and table_schema not in ('pg_catalog', 'information_schema')
                """)
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(60);
    var content = new TreeMap<String, String>();
    for (String table : tables) {
      if (!MAY_GROW.contains(table)) {
        content.put(
            table,
            sql.sql(
                    """
                    select count(*) || ' ' ||
                      coalesce(sum(hashtextextended(it.xmin::text || it::text, 0)::numeric), 0)
                    from %s it
                    """
                        .formatted(table))
                .query(String.class)
                .single());
      }
    }
    return content;
  }

  /** The sequencer works on its own; what was recorded before is sealed before we compare. */
  private void awaitSealing() throws InterruptedException {
    var latest = Instant.now().plusSeconds(60);
    while (sql.sql("select count(*) from notary.queue").query(Long.class).single() > 0) {
      assertThat(Instant.now()).as("the log is sealed").isBefore(latest);
      Thread.sleep(50);
    }
  }
}
