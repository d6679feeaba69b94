package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.TestDatabase;
import coop.artel.jurisdiction.Countries;
import coop.artel.people.FieldCipher;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Dawn;
import coop.artel.registry.Deputies;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The two doors, with real accounts and offices behind them. */
class AccessSecurityTest {
  private static final String PASSWORD = "correct horse battery";
  private static AnnotationConfigWebApplicationContext context;
  private static MockMvc http;

  private final PersonId anna = PersonId.random();
  private final String login = "anna-" + anna.toString().substring(0, 8);

  @BeforeAll
  static void start() {
    context = new AnnotationConfigWebApplicationContext();
    context.setServletContext(new MockServletContext());
    context.register(Desk.class);
    context.refresh();
    http = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void open() {
    context
        .getBean(People.class)
        .register(new Person(anna, "Иванова", "Анна", null, null, null, null, null, null));
    context.getBean(Accounts.class).open(anna, login, PASSWORD, Set.of());
  }

  @Test
  void the_api_asks_for_a_token_in_the_language_of_the_caller() throws Exception {
    http.perform(get("/api/who").header("Accept-Language", "ru"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"artel\""))
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
        .andExpect(jsonPath("$.title").value("Нужен вход"))
        .andExpect(jsonPath("$.status").value(401))
        .andExpect(jsonPath("$.code").value("not-signed-in"))
        .andExpect(jsonPath("$.type").value("/problems/not-signed-in"))
        .andExpect(jsonPath("$.instance").value("/api/who"));
    http.perform(get("/api/who").header("Accept-Language", "en"))
        .andExpect(jsonPath("$.title").value("Sign-in needed"));
  }

  @Test
  void a_token_tells_who_calls() throws Exception {
    http.perform(get("/api/who").header("Authorization", bearer("demo")))
        .andExpect(status().isOk())
        .andExpect(content().string(anna + " Иванова Анна []"));
  }

  @Test
  void the_session_of_the_pages_opens_nothing_in_the_api() throws Exception {
    http.perform(get("/api/who").session(signIn())).andExpect(status().isUnauthorized());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer artel_wrong", "Bearer ", "bearer x", "Bearer artel_' or 1=1"})
  void a_bad_token_is_refused_even_where_none_is_needed(String header) throws Exception {
    for (var request : List.of(get("/api/who"), post("/api/applications"))) {
      http.perform(request.header("Authorization", header))
          .andExpect(status().isUnauthorized())
          .andExpect(header().string("WWW-Authenticate", containsString("invalid_token")))
          .andExpect(jsonPath("$.code").value("token-invalid"));
    }
  }

  @Test
  void anybody_may_apply_and_read_the_form() throws Exception {
    http.perform(post("/api/applications")).andExpect(status().isOk());
    http.perform(get("/api/cooperatives/%s/application-form".formatted(CooperativeId.random())))
        .andExpect(status().isOk());
    http.perform(get("/api/applications")).andExpect(status().isUnauthorized());
  }

  @Test
  void an_office_counts_from_the_next_request_on_and_is_lost_as_soon() throws Exception {
    var cooperative = cooperative();
    var offices = context.getBean(Offices.class);
    var session = signIn();
    String token = bearer("demo");
    String applicant = bearer(Accounts.APPLICANT);
    assertThat(who(session)).endsWith("[]");

    offices.entrust(cooperative, Office.SECRETARY, anna, LocalDate.of(2026, 1, 1), null);
    assertThat(who(session)).endsWith("[" + cooperative + ":secretary]");
    http.perform(get("/api/who").header("Authorization", token))
        .andExpect(content().string(containsString(":secretary")));
    http.perform(get("/api/who").header("Authorization", applicant))
        .andExpect(content().string(containsString("Анна []")));

    offices.relieve(cooperative, Office.SECRETARY, anna, LocalDate.of(2026, 1, 2));
    assertThat(who(session)).endsWith("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/apply/x",
        "/application/x",
        "/log/checkpoint",
        "/actuator/health",
        "/v3/api-docs",
        "/lib/x",
        "/css/document.css",
        "/img/x",
        "/favicon.ico"
      })
  void these_addresses_are_open_to_everybody(String path) throws Exception {
    int answer = http.perform(get(path)).andReturn().getResponse().getStatus();

    assertThat(answer).isIn(200, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/cases/1", "/documents/1", "/actuator/env", "/anything"})
  void all_others_ask_to_sign_in(String path) throws Exception {
    http.perform(get(path))
        .andExpect(status().is3xxRedirection())
        .andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void a_fragment_asked_for_without_a_sign_in_sends_the_whole_page_there() throws Exception {
    http.perform(get("/tasks").header("HX-Request", "true"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("HX-Redirect", "/sign-in"));
  }

  @Test
  void a_sign_in_opens_the_pages_under_a_new_session_id() throws Exception {
    var before = new MockHttpSession();
    String idBefore = before.getId();
    var result =
        http.perform(
                post("/sign-in")
                    .session(before)
                    .with(csrf())
                    .param("login", login.toUpperCase(Locale.ROOT))
                    .param("password", PASSWORD))
            .andExpect(redirectedUrl("/tasks"))
            .andReturn();
    var after = (MockHttpSession) result.getRequest().getSession();

    assertThat(after).isNotNull();
    assertThat(after.getId()).isNotEqualTo(idBefore);
    assertThat(who(after)).isEqualTo(anna + " Иванова Анна []");
  }

  @Test
  void a_wrong_password_leads_back_and_after_three_one_has_to_wait() throws Exception {
    for (int i = 0; i < 3; i++) {
      http.perform(post("/sign-in").with(csrf()).param("login", login).param("password", "x"))
          .andExpect(redirectedUrl("/sign-in?error=wrong"));
    }
    http.perform(post("/sign-in").with(csrf()).param("login", login).param("password", PASSWORD))
        .andExpect(redirectedUrl("/sign-in?error=delayed&seconds=1"));
  }

  @Test
  void a_page_takes_no_post_without_its_token() throws Exception {
    var session = signIn();

    http.perform(post("/tasks").session(session)).andExpect(status().isForbidden());
    http.perform(post("/tasks").session(session).with(csrf().useInvalidToken()))
        .andExpect(status().isForbidden());
    http.perform(post("/tasks").session(session).with(csrf())).andExpect(status().isOk());
    http.perform(post("/tasks").session(session).with(csrf().asHeader()))
        .andExpect(status().isOk());
    http.perform(post("/sign-in").param("login", login).param("password", PASSWORD))
        .andExpect(status().isForbidden());
  }

  @Test
  void a_sign_out_is_a_post_and_ends_the_session() throws Exception {
    var session = signIn();
    http.perform(get("/sign-out").session(session)).andExpect(status().isNotFound());
    assertThat(session.isInvalid()).isFalse();

    http.perform(post("/sign-out").session(session).with(csrf()))
        .andExpect(redirectedUrl("/sign-in?signed-out"));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void another_password_ends_all_other_sessions_and_not_the_one_it_was_changed_in()
      throws Exception {
    var elsewhere = signIn();
    var here = signIn();
    assertThat(who(elsewhere)).contains("Иванова");

    http.perform(post("/password").session(here).with(csrf())).andExpect(status().isOk());

    assertThat(who(here)).contains("Иванова");
    http.perform(get("/who").session(elsewhere)).andExpect(redirectedUrl("/sign-in"));
    assertThat(elsewhere.isInvalid()).isTrue();
  }

  @Test
  void every_answer_tells_the_browser_to_be_strict() throws Exception {
    for (String path : List.of("/sign-in", "/api/who", "/tasks")) {
      http.perform(get(path).secure(true))
          .andExpect(
              header()
                  .string("Content-Security-Policy", startsWith("default-src 'self'; script-src")))
          .andExpect(
              header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
          .andExpect(header().string("Referrer-Policy", "no-referrer"))
          .andExpect(header().string("X-Content-Type-Options", "nosniff"))
          .andExpect(header().string("X-Frame-Options", "DENY"))
          .andExpect(header().string("Permissions-Policy", containsString("camera=()")));
    }
  }

  private MockHttpSession signIn() throws Exception {
    var session =
        (MockHttpSession)
            http.perform(
                    post("/sign-in").with(csrf()).param("login", login).param("password", PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    assertThat(session).isNotNull();
    return session;
  }

  private String who(MockHttpSession session) throws Exception {
    return http.perform(get("/who").session(session))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private String bearer(String purpose) {
    return "Bearer "
        + context.getBean(Accounts.class).issueToken(anna, purpose, Duration.ofHours(1));
  }

  private static CooperativeId cooperative() {
    var id = CooperativeId.random();
    context.getBean(Cooperatives.class).found(Dawn.of(id, "1027700132195", false));
    return id;
  }

  @Configuration
  @EnableWebMvc
  @EnableWebSecurity
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import({
    AccessSecurity.class,
    PasswordSignIn.class,
    PageSessions.class,
    Passwords.class,
    SignIns.class,
    Callers.class,
    Budgets.class,
    Site.class,
    Pages.class
  })
  static class Desk {
    @Bean
    DataSource database() {
      return TestDatabase.fresh().service();
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient sql(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    Countries countries() {
      return new Countries();
    }

    @Bean
    LegalClock legalClock() {
      return () -> Duration.ZERO;
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Accounts accounts(JdbcClient sql, Clock clock, Passwords passwords) {
      return new Accounts(sql, clock, passwords);
    }

    @Bean
    People people(JdbcClient sql, LegalClock clock) {
      var key = new SecretKeySpec(new byte[32], "AES");
      var fields = FieldCipher.of(Map.of(1, key));
      return new People(sql, new SubjectCipher(sql, fields), fields, clock, new Countries());
    }

    @Bean
    Cooperatives cooperatives(JdbcClient sql) {
      return new Cooperatives(sql, (c, f, i, v) -> true);
    }

    @Bean
    Offices offices(JdbcClient sql) {
      return new Offices(sql);
    }

    @Bean
    Deputies deputies(JdbcClient sql, Offices offices) {
      return new Deputies(sql, offices);
    }

    @Bean
    ObjectMapper json() {
      return Jackson2ObjectMapperBuilder.json().build();
    }

    @Bean
    MessageSource messageSource() {
      var messages = new ResourceBundleMessageSource();
      messages.setBasename("messages/access");
      messages.setDefaultEncoding("UTF-8");
      return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
      return new AcceptHeaderLocaleResolver();
    }
  }

  @RestController
  static class Pages {
    private final Callers callers;
    private final Accounts accounts;
    private final PageSessions sessions;

    Pages(Callers callers, Accounts accounts, PageSessions sessions) {
      this.callers = callers;
      this.accounts = accounts;
      this.sessions = sessions;
    }

    @GetMapping(
        value = {"/who", "/api/who"},
        produces = "text/plain;charset=UTF-8")
    String who() {
      var caller = callers.current();
      return "%s %s %s".formatted(caller.person(), caller.name(), caller.groups());
    }

    @PostMapping("/password")
    void changePassword(HttpServletRequest request, HttpServletResponse response) {
      accounts.change(callers.current().person(), "another long password");
      sessions.renew(request, response);
    }

    @PostMapping({"/tasks", "/api/applications"})
    void taken() {}

    @GetMapping({"/sign-in", "/api/cooperatives/{id}/application-form"})
    void open() {}
  }
}
