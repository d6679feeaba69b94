package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.meetings.Questions;
import coop.artel.members.Doors.Door;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.DataFolder;
import coop.artel.values.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/**
 * Behind every key figure stands a list with as many rows. It lives beside the admission because
 * figures need some that are under way.
 */
@House
@TestPropertySource(properties = "spring.application.name=artel-of-figures")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyFiguresTest {
  private static final Pattern FIGURE =
      Pattern.compile(
          "<section class=\"chart sheet\" id=\"(\\w+)\"|<a class=\"figure [^>]*href=\"([^\"]+)\""
              + "[^>]*aria-label=\"([^\"]+)\"|<a class=\"figure [^>]*aria-label=\"([^\"]+)\""
              + "[^>]*href=\"([^\"]+)\"");
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
  private static final Pattern ROW = Pattern.compile("<td class=\"(cell-main|num)\">");

  @Autowired WebApplicationContext house;
  @Autowired Memberships memberships;
  @Autowired JdbcClient sql;
  @Autowired DataFolder data;

  private Staff staff;
  private Doors doors;
  private String token = "";
  private final Map<String, MockHttpSession> sessions = new HashMap<>();

  private record Figure(String chart, String link, String label) {
    long number() {
      var last = LAST_NUMBER.matcher(label);
      assertThat(last.find()).as(label).isTrue();
      return Long.parseLong(last.group(1));
    }
  }

  @BeforeAll
  void a_cooperative_with_all_that_is_counted() throws Exception {
    doors = new Doors(house);
    staff = new Staff(house);
    var admitted = staff.apply(Map.of()).caseId();
    staff.verifyIdentity(admitted, "paper");
    staff.vote(admitted, Questions.Choice.FOR);
    var refused = staff.apply(Map.of()).caseId();
    staff.verifyIdentity(refused, "paper");
    staff.vote(refused, Questions.Choice.AGAINST);
    staff.sendNotice(refused);
    var late = staff.apply(Map.of()).caseId();
    staff.apply(Map.of());
    sql.sql("update workflow.tasks set due = ? where case_id = ?")
        .params(staff.today().minusDays(3), late)
        .update();
    var cooperative = staff.cooperative().id();
    var leaver = PersonId.random();
    memberships.enter(cooperative, leaver, staff.today().minusMonths(2), "test");
    memberships.end(cooperative, leaver, staff.today().minusDays(1), "test");
    var accounts = new ObjectMapper().readTree(data.resolve("demo/accounts.json").toFile());
    for (JsonNode it : accounts.path("accounts")) {
      var role = it.path("role").asText();
      if (role.equals("secretary")) {
        token = it.path("token").asText();
      }
      if (List.of("secretary", "auditor").contains(role)) {
        sessions.put(role, doors.signIn(it.path("login").asText(), it.path("password").asText()));
      }
    }
  }

  @Test
  void every_number_is_the_number_of_rows_of_the_list_that_it_leads_to() throws Exception {
    for (var session : sessions.entrySet()) {
      var equal = new SoftAssertions();
      for (Figure figure : figures(session.getKey())) {
        var list = page(session.getKey(), figure.link());
        equal
            .assertThat(ROW.matcher(list).results().count())
            .as("%s of %s: %s", figure.label(), figure.chart(), figure.link())
            .isEqualTo(figure.number());
      }
      equal.assertAll();
    }
  }

  @Test
  void every_chart_counts_what_there_is() throws Exception {
    var sums = new LinkedHashMap<String, Long>();
    figures("secretary").forEach(it -> sums.merge(it.chart(), it.number(), Long::sum));

    assertThat(sums).containsOnlyKeys("members", "open", "late", "days", "outcomes");
    assertThat(sums).containsEntry("late", 1L).containsEntry("days", 2L);
    assertThat(sums.get("outcomes"))
        .isEqualTo(
            sql.sql("select count(*) from workflow.cases where process = 'admit-member'")
                .query(Long.class)
                .single());
    assertThat(figures("secretary"))
        .anySatisfy(
            it -> {
              assertThat(it.link()).contains("left=");
              assertThat(it.number()).isEqualTo(1);
            });
  }

  @Test
  void a_program_reads_the_numbers_of_the_page() throws Exception {
    var read = new ArrayList<Long>();
    for (JsonNode chart : charts()) {
      for (JsonNode row : chart.path("rows")) {
        row.path("figures").forEach(it -> read.add(it.path("rows").asLong()));
      }
    }

    read.removeIf(it -> it == 0);
    assertThat(read)
        .isNotEmpty()
        .containsExactlyElementsOf(figures("secretary").stream().map(Figure::number).toList());
  }

  @Test
  void the_bound_of_the_law_stands_beside_the_days() throws Exception {
    assertThat(page("secretary", "/figures"))
        .contains("срок, который даёт закон: 30 дней")
        .contains("class=\"bar-mark\"");
  }

  @Test
  void what_no_key_figure_asks_is_a_wrong_request() throws Exception {
    var home = "cooperative=" + staff.cooperative().id();
    for (String wrong :
        List.of(
            "/cases?late=secretary",
            "/cases?decided=2026-03",
            "/cases?late=cook&" + home,
            "/cases?decided=march&" + home,
            "/cases?decided=0001-01&" + home,
            "/cases?cooperative=x",
            "/members?left=0001-01&" + home)) {
      assertThat(status(wrong)).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void figures_are_for_those_who_serve_the_cooperative() throws Exception {
    assertThat(status("/figures?cooperative=" + PersonId.random())).isEqualTo(403);
    assertThat(staff.holder(Office.SECRETARY).serves(staff.cooperative().id())).isTrue();
  }

  private List<Figure> figures(String role) throws Exception {
    var chart = new String[1];
    return FIGURE
        .matcher(page(role, "/figures"))
        .results()
        .peek(
            it -> {
              if (it.group(1) != null) {
                chart[0] = it.group(1);
              }
            })
        .filter(it -> it.group(1) == null)
        .map(it -> figure(chart[0], it))
        .toList();
  }

  private JsonNode charts() throws Exception {
    var door =
        new Door(
            HttpMethod.GET, "/api/cooperatives/%s/figures".formatted(staff.cooperative().id()));
    var answer = doors.knock(door, Map.of(), token).getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.getContentAsByteArray());
  }

  private static Figure figure(String chart, MatchResult it) {
    var link = it.group(2) == null ? it.group(5) : it.group(2);
    return new Figure(
        chart, link.replace("&amp;", "&"), it.group(2) == null ? it.group(4) : it.group(3));
  }

  private String page(String role, String link) throws Exception {
    var answer =
        doors.knock(new Door(HttpMethod.GET, link), Map.of(), sessions.get(role)).getResponse();
    assertThat(answer.getStatus()).as(link).isEqualTo(200);
    return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private int status(String link) throws Exception {
    return doors
        .knock(new Door(HttpMethod.GET, link), Map.of(), sessions.get("secretary"))
        .getResponse()
        .getStatus();
  }
}
