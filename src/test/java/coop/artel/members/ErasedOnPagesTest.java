package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.documents.Documents;
import coop.artel.meetings.Questions.Choice;
import coop.artel.registry.Memberships;
import coop.artel.values.DataFolder;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What is read of somebody whose data were destroyed. */
@House
class ErasedOnPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private WebApplicationContext house;
  @Autowired private DataFolder data;
  @Autowired private Memberships memberships;
  @Autowired private TransactionTemplate transaction;
  private Staff staff;
  private MockMvc web;

  @BeforeEach
  void openTheDoors() {
    staff = new Staff(house);
    DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(house);
    web = builder.addFilters(house.getBean("springSecurityFilterChain", Filter.class)).build();
  }

  @Test
  void case_register_and_documents_say_that_it_is_erased() throws Exception {
    var received = staff.apply(Map.of("familyName", "Прощаев"));
    String admission = received.caseId();
    var person =
        house
            .getBean(Dossiers.class)
            .find(received.application())
            .map(Dossier::person)
            .orElseThrow();
    staff.verifyIdentity(admission, "paper");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    staff.pay(admission, "100.00", "300.00");
    var cooperative = staff.cooperative().id();
    long number = memberships.of(cooperative, person, staff.today()).orElseThrow().number();
    assertThat(page("/cases/" + admission)).contains("Прощаев");
    assertThat(page("/members/" + cooperative + "/" + number)).contains("Прощаев");

    transaction.executeWithoutResult(
        status -> {
          memberships.end(cooperative, person, staff.today(), "заявление о выходе");
          house.getBean(Erasures.class).erase(person);
        });

    assertThat(page("/cases/" + admission))
        .contains("Имя стёрто", "содержание стёрто", "стёрто вместе с данными", "Данные стёрты")
        .doesNotContain("Прощаев");
    assertThat(page("/members/" + cooperative + "/" + number))
        .contains("Имя стёрто")
        .doesNotContain("Прощаев");
    var document = house.getBean(Documents.class).of(admission).get(0);
    for (String path : new String[] {"/documents/", "/api/documents/"}) {
      var answer = path.startsWith("/api") ? api(path + document.id()) : read(path + document.id());
      assertThat(answer.getStatus()).as(path).isEqualTo(410);
      assertThat(text(answer)).as(path).contains("стёрт");
    }
    var told = api("/api/cases/" + admission);
    assertThat(told.getStatus()).isEqualTo(200);
    assertThat(text(told)).contains("\"erased\":true").doesNotContain("Прощаев");
    var export = api("/api/cases/" + admission + "/export");
    assertThat(export.getStatus()).isEqualTo(200);
  }

  private String page(String path) throws Exception {
    var answer = read(path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return text(answer);
  }

  private MockHttpServletResponse read(String path) throws Exception {
    var session = new Doors(house).signIn("secretary", account("password"));
    return web.perform(get(path).session(session)).andReturn().getResponse();
  }

  private MockHttpServletResponse api(String path) throws Exception {
    return web.perform(
            get(path)
                .header("Authorization", "Bearer " + account("token"))
                .header("Accept-Language", "ru"))
        .andReturn()
        .getResponse();
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private String account(String part) throws Exception {
    var accounts = JSON.readTree(Files.readAllBytes(data.path().resolve("demo/accounts.json")));
    for (var account : accounts.path("accounts")) {
      if (account.path("role").asText().equals("secretary")) {
        return account.path(part).asText();
      }
    }
    throw new AssertionError("No secretary in " + accounts);
  }
}
