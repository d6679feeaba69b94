package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import coop.artel.House;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.PersonId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@House
class OperatorSignInsTest {
  private static final String PASSWORD = "очень длинный пароль";

  @Autowired private WebApplicationContext house;
  @Autowired private Accounts accounts;
  @Autowired private People people;
  @Autowired private Records records;
  @Autowired private JdbcClient sql;
  private MockMvc http;

  @BeforeEach
  void open() {
    http = MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
  }

  @Test
  void an_operator_who_comes_in_leaves_a_record() throws Exception {
    long before = records.count(OperatorSignIns.SERIES);

    signIn(account(Set.of(PlatformRole.OPERATOR)), PASSWORD, "/tasks");

    var series = records.of(OperatorSignIns.SERIES);
    assertThat(series).hasSize((int) before + 1);
    assertThat(series.get(series.size() - 1).kind()).isEqualTo(RecordKind.OPERATOR_SIGNED_IN);
  }

  @Test
  void others_and_wrong_passwords_leave_none() throws Exception {
    long before = records.count(OperatorSignIns.SERIES);

    signIn(account(Set.of()), PASSWORD, "/tasks");
    signIn(account(Set.of(PlatformRole.OPERATOR)), "не тот пароль", "/sign-in?error=wrong");

    assertThat(records.count(OperatorSignIns.SERIES)).isEqualTo(before);
  }

  @Test
  void an_operators_token_leaves_a_record_at_its_first_use_on_a_day() throws Exception {
    long before = records.count(OperatorSignIns.SERIES);
    var token = token(Set.of(PlatformRole.OPERATOR));

    use(token);
    use(token);

    var series = records.of(OperatorSignIns.SERIES);
    assertThat(series).hasSize((int) before + 1);
    var id =
        sql.sql("select id from access.tokens order by issued_at desc limit 1")
            .query(UUID.class)
            .single();
    assertThat(series.get(series.size() - 1).members()).containsEntry("token", id.toString());

    sql.sql("update access.tokens set recorded_on = recorded_on - 1 where id = ?")
        .param(id)
        .update();
    use(token);
    assertThat(records.count(OperatorSignIns.SERIES)).isEqualTo(before + 2);
  }

  @Test
  void the_tokens_of_others_leave_none() throws Exception {
    long before = records.count(OperatorSignIns.SERIES);

    use(token(Set.of(PlatformRole.LAWYER)));

    assertThat(records.count(OperatorSignIns.SERIES)).isEqualTo(before);
  }

  private String token(Set<PlatformRole> roles) {
    var person = person(account(roles));
    return accounts.issueToken(person, "named/обмен", Duration.ofDays(1));
  }

  private PersonId person(String login) {
    return accounts.withLogin(login).orElseThrow().person();
  }

  private void use(String token) throws Exception {
    http.perform(get("/api/me").header("Authorization", "Bearer " + token))
        .andExpect(status().isOk());
  }

  private void signIn(String login, String password, String then) throws Exception {
    http.perform(post("/sign-in").with(csrf()).param("login", login).param("password", password))
        .andExpect(redirectedUrl(then));
  }

  private String account(Set<PlatformRole> roles) {
    var person =
        new Person(PersonId.random(), "Входов", "Пётр", null, null, null, null, null, null);
    people.register(person);
    var login = "in-" + person.id().toString().substring(0, 8);
    accounts.open(person.id(), login, PASSWORD, roles);
    return login;
  }
}
