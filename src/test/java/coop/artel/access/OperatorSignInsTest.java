package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import coop.artel.House;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.PersonId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
