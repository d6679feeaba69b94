package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.PlatformRole;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** A cooperative set up through the API alone, and an invitation's way. */
@House
@Transactional
class SetUpApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "тихая гавань утром";

  @Autowired private WebApplicationContext house;
  @Autowired private Accounts accounts;
  @Autowired private Cooperatives cooperatives;
  @Autowired private LegalClock clock;

  private MockMvc web;
  private String operator;
  private String lawyer;

  @BeforeEach
  void who_asks() {
    DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(house);
    web = builder.addFilters(house.getBean("springSecurityFilterChain", Filter.class)).build();
    operator = token(PlatformRole.OPERATOR);
    lawyer = token(PlatformRole.LAWYER);
  }

  @Test
  void a_cooperative_is_entered_and_tells_what_it_lacks() throws Exception {
    var id = found();

    var lacks = json(ask(operator, "/api/cooperatives/" + id + "/set-up"), 200);
    assertThat(lacks.path("admits").asBoolean()).isFalse();
    assertThat(lacks.path("lines")).hasSize(10);
    assertThat(lacks.path("lines").findValuesAsText("state")).contains("there", "missing", "open");
    json(ask(operator, "/api/cooperatives/" + id + "/application-form"), 409);
  }

  @Test
  void what_is_wrong_is_told_by_field() throws Exception {
    var refused = json(send(operator, "/api/cooperatives", "{\"registrationNumber\":\"1\"}"), 422);

    assertThat(refused.path("code").asText()).isEqualTo("fields-refused");
    assertThat(refused.path("errors").findValuesAsText("field"))
        .contains("country", "legalForm", "name", "shortName", "address", "zone");
    json(send(lawyer, "/api/cooperatives", "{}"), 403);
  }

  @Test
  void an_operator_gives_first_offices_and_nobody_else_does() throws Exception {
    var id = found();
    var link = invite(id, "zaria-chair", "[\"chair\"]");

    var held = json(ask(lawyer, "/api/cooperatives/" + id + "/offices"), 200);
    assertThat(held.path("present").get(0).path("name").asText()).isEqualTo("Зорина Вера");
    assertThat(held.path("present").get(0).path("account").asBoolean()).isFalse();
    assertThat(link).contains("/invitation/");
    var person = held.path("present").get(0).path("person").asText();
    var change = change("relieve", "chair", person);
    json(send(lawyer, "/api/cooperatives/" + id + "/offices", change), 403);
    var done = json(send(operator, "/api/cooperatives/" + id + "/offices", change), 202);
    assertThat(done.path("state").asText()).isEqualTo("done");
    json(send(operator, "/api/cooperatives/" + id + "/offices", change), 409);
    json(send(operator, "/api/cooperatives/" + id + "/offices", "{}"), 422);
  }

  @Test
  void the_invited_person_is_signed_in_and_the_token_is_in_no_address_afterwards()
      throws Exception {
    var id = found();
    var link = invite(id, "zaria-chair", "[]");
    var token = link.substring(link.lastIndexOf('/') + 1);

    var first = web.perform(get("/invitation/" + token)).andReturn().getResponse();
    assertThat(first.getRedirectedUrl()).isEqualTo("/invitation");
    assertThat(first.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(first.getHeader("Set-Cookie"))
        .contains("HttpOnly", "Path=/invitation", "SameSite=Lax");
    var cookie = new Cookie("invitation", token);
    var page = web.perform(get("/invitation").cookie(cookie)).andReturn().getResponse();
    assertThat(page.getContentAsString()).contains("zaria-chair").doesNotContain(token);

    var before = new MockHttpSession();
    var earlier = before.getId();
    var accepted =
        web.perform(
                post("/invitation")
                    .cookie(cookie)
                    .session(before)
                    .with(csrf())
                    .param("password", PASSWORD)
                    .param("again", PASSWORD))
            .andReturn();
    assertThat(accepted.getResponse().getRedirectedUrl()).isEqualTo("/tasks");
    var session = (MockHttpSession) accepted.getRequest().getSession();
    assertThat(session.getId()).isNotEqualTo(earlier);
    var tasks = web.perform(get("/tasks").session(session)).andReturn().getResponse();
    assertThat(tasks.getStatus()).isEqualTo(200);
    assertThat(tasks.getContentAsString()).contains("Зорина Вера");
    var again = web.perform(get("/invitation").cookie(cookie)).andReturn().getResponse();
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(again.getContentAsString()).contains("уже открыли учётную запись");
  }

  @Test
  void the_invited_person_comes_from_link_to_token_without_a_page() throws Exception {
    var id = found();
    var link = invite(id, "zaria-chair", "[\"chair\"]");
    var token = link.substring(link.lastIndexOf('/') + 1);
    var invitation = "{\"invitation\":\"%s\"}".formatted(token);

    var read = json(sendOpenly("/api/invitation/content", invitation), 200);
    assertThat(read.path("name").asText()).isEqualTo("Зорина Вера");
    assertThat(read.path("login").asText()).isEqualTo("zaria-chair");
    assertThat(read.path("offices").get(0).asText()).isEqualTo("Председатель совета");

    var accept = "{\"invitation\":\"%s\",\"password\":\"%s\"}";
    var refused =
        json(sendOpenly("/api/invitation/acceptance", accept.formatted(token, "short")), 422);
    assertThat(refused.path("errors").findValuesAsText("field")).containsExactly("password");
    json(sendOpenly("/api/invitation/acceptance", accept.formatted("no-such-link", PASSWORD)), 404);
    var accepted =
        json(sendOpenly("/api/invitation/acceptance", accept.formatted(token, PASSWORD)), 201);
    assertThat(accepted.path("login").asText()).isEqualTo("zaria-chair");
    json(sendOpenly("/api/invitation/content", invitation), 409);

    var signIn = "{\"login\":\"zaria-chair\",\"password\":\"%s\",\"label\":\"обмен\",\"days\":7}";
    json(sendOpenly("/api/tokens", signIn.formatted("не тот пароль")), 422);
    var issued = json(sendOpenly("/api/tokens", signIn.formatted(PASSWORD)), 201);
    var me = json(ask(issued.path("token").asText(), "/api/me"), 200);
    assertThat(me.path("name").asText()).isEqualTo("Зорина Вера");
  }

  @Test
  void a_link_is_withdrawn_and_lists_show_no_link() throws Exception {
    var id = found();
    var link = invite(id, "zaria-chair", "[]");
    var token = link.substring(link.lastIndexOf('/') + 1);
    var list = ask(operator, "/api/cooperatives/" + id + "/invitations");
    var invitation = json(list, 200).get(0);
    assertThat(invitation.path("state").asText()).isEqualTo("open");
    assertThat(list.getContentAsString()).doesNotContain(token);

    var path = "/api/cooperatives/%s/invitations/%s".formatted(id, invitation.path("id").asText());
    assertThat(send(lawyer, path + "/withdrawal", "").getStatus()).isEqualTo(403);
    assertThat(send(operator, path + "/withdrawal", "").getStatus()).isEqualTo(204);

    var closed =
        web.perform(get("/invitation").cookie(new Cookie("invitation", token)))
            .andReturn()
            .getResponse();
    assertThat(closed.getContentAsString()).contains("Ссылку отозвали");
    var renewed = json(send(operator, path + "/renewal", ""), 200);
    assertThat(renewed.path("link").asText()).isNotEqualTo(link);
  }

  @Test
  void a_full_council_is_told_at_the_office_with_its_size_and_who_sits_there() throws Exception {
    var id = found();
    invite(id, "zaria-auditor", "Лунина", "[\"auditor\"]");
    var link = invite(id, "zaria-chair", "[\"chair\"]");
    charterSeats(id, 1);
    var auditor = holder(id, "Лунина");

    var refused =
        json(
            send(
                operator,
                "/api/cooperatives/" + id + "/offices",
                change("entrust", "council", auditor)),
            409);
    var page =
        web.perform(
                post("/cooperatives/" + id + "/offices")
                    .session(signedIn(link))
                    .with(csrf())
                    .param("office", "council")
                    .param("person", auditor)
                    .param("day", today().toString())
                    .param("groundNumber", "3")
                    .param("groundDay", today().toString()))
            .andReturn()
            .getResponse();

    assertThat(refused.path("code").asText()).isEqualTo("council-full");
    assertThat(refused.path("detail").asText()).contains("1", "Зорина Вера");
    assertThat(page.getStatus()).isEqualTo(409);
    assertThat(page.getContentAsString())
        .contains("id=\"office-error\"", "по уставу: 1", "Зорина Вера", "value=\"3\"");
  }

  @Test
  void who_audits_the_council_that_they_sit_in_is_told_and_not_refused() throws Exception {
    var id = found();
    invite(id, "zaria-auditor", "Лунина", "[\"auditor\"]");
    var session = signedIn(invite(id, "zaria-chair", "[\"chair\"]"));
    var auditor = holder(id, "Лунина");
    assertThat(offices(id, session)).doesNotContain("и\u00a0ревизор, и\u00a0член совета");

    var body = change("entrust", "council", auditor);
    json(send(operator, "/api/cooperatives/" + id + "/offices", body), 202);

    assertThat(offices(id, session)).contains("Лунина Вера\u00a0— и\u00a0ревизор");
  }

  @Test
  void a_deputy_is_named_listed_told_on_every_page_and_sent_home() throws Exception {
    var id = found();
    invite(id, "zaria-secretary", "Орлова", "[\"secretary\"]");
    var session = signedIn(invite(id, "zaria-accountant", "Бойко", "[\"accountant\"]"));
    var place = "/api/cooperatives/" + id + "/deputies";
    assertThat(deputies(id, session)).contains("Сейчас никого не замещают");
    var nothing = json(send(operator, place, "{}"), 422);
    assertThat(nothing.path("errors").findValuesAsText("field"))
        .contains("deputised", "deputy", "first", "last", "groundNumber");

    var named = json(send(operator, place, naming(id, "Орлова", "Бойко", 0)), 202);

    assertThat(named.path("state").asText()).isEqualTo("done");
    var again = json(send(operator, place, naming(id, "Орлова", "Бойко", 3)), 422);
    assertThat(again.path("errors").toString()).contains("замещение на эти дни уже назначено");
    var one = json(ask(operator, place), 200).get(0);
    assertThat(one.path("principalName").asText()).startsWith("Орлова");
    assertThat(one.path("state").asText()).isEqualTo("now");
    assertThat(deputies(id, session)).contains("Вы замещаете:", "Секретарь (Орлова Вера)");
    assertThat(page("/tasks", session)).contains("Вы замещаете:");
    json(send(lawyer, place + "/" + one.path("id").asText() + "/end", end()), 403);

    assertThat(send(operator, place + "/" + one.path("id").asText() + "/end", end()).getStatus())
        .isEqualTo(204);
    assertThat(json(ask(operator, place), 200)).isEmpty();
    assertThat(page("/tasks", session)).doesNotContain("Вы замещаете:");
    assertThat(deputies(id, session)).contains("Закончено раньше");
  }

  private String end() {
    return "{\"day\":\"%s\"}".formatted(today());
  }

  private String naming(String id, String principal, String deputy, int in) throws Exception {
    return """
    {"office":"secretary","principal":"%s","deputy":"%s","first":"%s","last":"%s",
     "groundNumber":"15-К","groundDay":"%s"}
    """
        .formatted(
            holder(id, principal),
            holder(id, deputy),
            today().plusDays(in),
            today().plusDays(9),
            today());
  }

  private String deputies(String id, MockHttpSession session) throws Exception {
    return page("/cooperatives/" + id + "/deputies", session);
  }

  private String page(String path, MockHttpSession session) throws Exception {
    return web.perform(get(path).session(session)).andReturn().getResponse().getContentAsString();
  }

  private String offices(String id, MockHttpSession session) throws Exception {
    return web.perform(get("/cooperatives/" + id + "/offices").session(session))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private MockHttpSession signedIn(String link) throws Exception {
    var token = link.substring(link.lastIndexOf('/') + 1);
    var accepted =
        web.perform(
                post("/invitation")
                    .cookie(new Cookie("invitation", token))
                    .with(csrf())
                    .param("password", PASSWORD)
                    .param("again", PASSWORD))
            .andReturn();
    return (MockHttpSession) accepted.getRequest().getSession();
  }

  private String holder(String id, String family) throws Exception {
    var held = json(ask(operator, "/api/cooperatives/" + id + "/offices"), 200).path("present");
    for (var one : held) {
      if (one.path("name").asText().startsWith(family)) {
        return one.path("person").asText();
      }
    }
    throw new AssertionError(held.toString());
  }

  private void charterSeats(String id, int size) {
    var figure =
        new Charter.Figure("council.size", String.valueOf(size), "persons", "п. 9.1", null, null);
    cooperatives.adopt(
        new Charter(CooperativeId.of(id), today().minusDays(9), Map.of("council.size", figure)));
  }

  private String found() throws Exception {
    var body =
        """
        {"country":"ru","legalForm":"consumer-society","name":"Потребительское общество «Заря»",
         "shortName":"ПО «Заря»","registrationNumber":"1027700132195","taxNumber":"7707083893",
         "address":"г. Тверь","zone":"Europe/Moscow"}
        """;
    return json(send(operator, "/api/cooperatives", body), 201).path("id").asText();
  }

  private String invite(String id, String login, String offices) throws Exception {
    return invite(id, login, "Зорина", offices);
  }

  private String invite(String id, String login, String family, String offices) throws Exception {
    var body =
        """
        {"familyName":"%s","givenName":"Вера","login":"%s","offices":%s,"day":"%4$s",
         "groundNumber":"1","groundDay":"%4$s"}
        """
            .formatted(family, login, offices, today());
    return json(send(operator, "/api/cooperatives/" + id + "/invitations", body), 201)
        .path("link")
        .asText();
  }

  private String change(String change, String office, String person) {
    return """
    {"change":"%s","office":"%s","person":"%s","day":"%4$s","groundNumber":"2","groundDay":"%4$s"}
    """
        .formatted(change, office, person, today());
  }

  private LocalDate today() {
    return clock.today(cooperatives.all().get(0).zone());
  }

  private String token(PlatformRole role) {
    return accounts.issueToken(accounts.with(role).get(0), "test", Duration.ofHours(1));
  }

  private MockHttpServletResponse ask(String token, String path) throws Exception {
    return web.perform(get(path).header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse send(String token, String path, String body) throws Exception {
    return web.perform(
            post(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andReturn()
        .getResponse();
  }

  /** As somebody who has no token. */
  private MockHttpServletResponse sendOpenly(String path, String body) throws Exception {
    return web.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body))
        .andReturn()
        .getResponse();
  }

  private static JsonNode json(MockHttpServletResponse answer, int status) throws Exception {
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
    return JSON.readTree(answer.getContentAsByteArray());
  }
}
