package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.RuleBook;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer reads the rules and asks what would be if. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RulesDeskTest {
  private static final String HERE = "/rules/ru/decision-term";
  private static final Pattern NAME_OF_A_NORM =
      Pattern.compile("<code>([^<]+)</code> — <span>([^<]+)</span>");

  private static final String ELECTION = "/rules/ru/election";
  private static final String QUORUM = "/rules/ru/meeting-quorum";

  @LocalServerPort int port;
  @Autowired DeskScene scene;
  @Autowired RuleBook rules;

  @Test
  void the_pages_are_whole_in_both_languages() {
    var lawyer = new Browser(port).signedIn("lawyer");
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      for (String path :
          new String[] {
            "/rules/ru", HERE, HERE + "/gaps", QUORUM + "/gaps", "/rules/ru/council-vote?case=A9"
          }) {
        var page = lawyer.get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
            .contains("<html lang=\"" + language + "\"", "</html>")
            .containsOnlyOnce("<h1")
            .doesNotContain("??", "style=\"", "onclick", "<script>");
      }
    }
  }

  @Test
  void a_word_is_chosen_and_told_as_people_call_it() {
    var lawyer = new Browser(port).signedIn("lawyer");
    var page = lawyer.get(ELECTION).body();
    assertThat(page)
        .contains("<option value=\"supervisory-board\">наблюдательный совет</option>")
        .contains("<option value=\"chairman\" selected=\"selected\">председатель</option>");
    var values =
        new HashMap<>(
            Map.of(
                "base", "form:consumer-society",
                "asOf", "2025-10-01",
                "elected", "chairman",
                "body", "council"));

    assertThat(lawyer.submit(ELECTION, ELECTION, values).body())
        .contains(
            "если закон перечисляет: председатель, совет, ревизионная комиссия и среди них"
                + " избираемый орган, его избирает общее собрание")
        .doesNotContain("chairman, council");
    values.put("elected", "commission");
    assertThat(lawyer.submit(ELECTION, ELECTION, values).body())
        .contains("<option value=\"commission\" selected=\"selected\">commission</option>")
        .contains("Решает человек");
  }

  @Test
  void the_law_of_every_country_is_read_in_both_languages() throws JsonProcessingException {
    var json = new ObjectMapper();
    var lawyer = new Browser(port).signedIn("lawyer");
    var program = new Browser(port).with("Authorization", "Bearer token-lawyer");
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      for (var country : new Countries().ids()) {
        assertThat(lawyer.get("/rules/" + country).statusCode()).as(country).isEqualTo(200);
        for (var row : json.readTree(program.get("/api/rules/" + country).body())) {
          var name = row.path("name").asText();
          var page = lawyer.get("/rules/%s/%s".formatted(country, name));
          assertThat(page.statusCode()).as("%s %s", country, name).isEqualTo(200);
          assertThat(row.path("words").asText()).as(name).isNotEqualTo(name);
          assertThat(row.path("red").asInt()).as("%s %s", country, name).isZero();
          assertThat(NAME_OF_A_NORM.matcher(page.body()).results())
              .as("%s %s: a norm without a name", country, name)
              .noneMatch(norm -> norm.group(1).equals(norm.group(2)));
          for (var word : language.equals("ru") ? words(name) : List.<String>of()) {
            assertThat(page.body()).doesNotContain(">" + word + "</option>");
          }
        }
      }
    }
  }

  @Test
  void a_decision_calls_norms_and_words_as_the_file_of_the_country_does()
      throws JsonProcessingException {
    var answer =
        new Browser(port)
            .with("Authorization", "Bearer token-lawyer")
            .with("Accept-Language", "en")
            .post(
                "/api/rules/es/silence/what-if",
                "application/json",
                BodyPublishers.ofString(
                    """
                    {"base": "N5", "asOf": "2025-04-30", "facts": {"receivedOn": "2025-02-01"}}
                    """));
    assertThat(new ObjectMapper().readTree(answer.body()).findValuesAsText("norm"))
        .containsExactly("decide and tell within");

    var body =
        new Browser(port)
            .with("Authorization", "Bearer token-lawyer")
            .post(
                "/api/rules/es/admission-approval/what-if",
                "application/json",
                BodyPublishers.ofString(
                    """
                    {"base": "admission-approval.council", "asOf": "2025-10-01",
                     "facts": {"body": "general-meeting"}}
                    """));
    assertThat(new ObjectMapper().readTree(body.body()).findValuesAsText("normValue"))
        .containsExactly("правящий совет");
  }

  @Test
  void a_rule_stands_with_its_article_its_norm_and_the_cases_that_it_decides() {
    assertThat(new Browser(port).signedIn("lawyer").get(HERE).body())
        .contains(
            "decision-term.in-time",
            "3085-1, ст. 10(2)",
            "чем даёт норма admission.decision-days",
            "<strong>30\u00a0дней</strong>",
            "?case=T6#h-what-if");
  }

  @Test
  void the_law_answers_to_what_is_typed_and_the_form_keeps_it() {
    var lawyer = new Browser(port).signedIn("lawyer");
    var typed = typed("2025-03-03", "2025-04-02");
    assertThat(lawyer.submit(HERE, HERE, typed).body())
        .contains("class=\"decision is-granted\"", "value=\"2025-04-02\"");

    assertThat(lawyer.submit(HERE, HERE, typed("2025-03-03", "2025-04-03")).body())
        .contains("class=\"decision is-refused\"");
  }

  @Test
  void what_cannot_be_asked_is_told_at_its_field_and_nothing_typed_is_lost() {
    var lawyer = new Browser(port).signedIn("lawyer");
    var answer = lawyer.submit(HERE, HERE, typed("вчера", "2025-04-03"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#receivedOn\"", "такого дня быть не могло", "value=\"2025-04-03\"")
        .doesNotContain("class=\"decision ");

    var other = typed("2025-03-03", "2025-04-03");
    other.put("base", "A1");
    assertThat(lawyer.submit(HERE, HERE, other).statusCode()).isEqualTo(422);
    other.put("base", "T6");
    other.put("asOf", "");
    assertThat(lawyer.submit(HERE, HERE, other).body()).contains("href=\"#asOf\"", "укажите день");
  }

  @Test
  void the_same_by_rest() throws JsonProcessingException {
    var json = new ObjectMapper();
    var lawyer = new Browser(port).with("Authorization", "Bearer token-lawyer");
    var rows = json.readTree(lawyer.get("/api/rules/ru").body());
    assertThat(rows.findValuesAsText("name")).contains("admission", "decision-term");
    assertThat(rows.findValues("red")).allMatch(it -> it.asInt() == 0);
    var rules = json.readTree(lawyer.get("/api" + HERE).body());
    assertThat(rules.path("rules").path(0).path("conditions")).isNotEmpty();

    var answer =
        lawyer.post(
            "/api" + HERE + "/what-if",
            "application/json",
            BodyPublishers.ofString(
                """
                {"base": "T6", "asOf": "2025-04-03",
                 "facts": {"receivedOn": "2025-03-03", "decidedOn": "2025-04-02"}}
                """));
    assertThat(json.readTree(answer.body()).path("outcome").asText()).isEqualTo("granted");
  }

  @Test
  void gaps_are_told_and_their_examples_open_in_the_box_and_are_answered() {
    var lawyer = new Browser(port).signedIn("lawyer");
    var page = lawyer.get("/rules/ru/refund/gaps?form=consumer-society&asOf=2026-03-02").body();
    assertThat(page)
        .contains("Согласие ни на чём не держится", "Противоречий не найдено", "пройдены все");
    var example = page.replaceFirst("(?s).*<a href=\"(/rules/ru/refund\\?[^\"]+)\".*", "$1");
    assertThat(lawyer.get(example.replace("&amp;", "&").replaceFirst("#.*", "")).body())
        .contains(
            "class=\"decision is-granted\"",
            "value=\"2026-03-02\"",
            "<option value=\"form:consumer-society\" selected");

    assertThat(lawyer.get("/rules/ru/refund/gaps?form=union").statusCode()).isEqualTo(404);
    var wrong = lawyer.get("/rules/ru/refund/gaps?asOf=yesterday");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("href=\"#asOf\"");
  }

  @Test
  void gaps_by_rest_and_nobody_but_a_lawyer_explains_a_contradiction()
      throws JsonProcessingException {
    var json = new ObjectMapper();
    var address = "/api/rules/ru/exit/gaps";
    var lawyer = new Browser(port).with("Authorization", "Bearer token-lawyer");
    var report = json.readTree(lawyer.get(address + "?form=consumer-society").body());
    assertThat(report.path("way").asText()).isEqualTo("each");
    assertThat(report.path("gaps").path(0).path("kind").asText()).isEqualTo("fact-unread");

    var explanation =
        "{\"finding\":\"%s\",\"explanation\":\"Так задумано\"}".formatted("a".repeat(64));
    assertThat(explain(lawyer, address, explanation)).isEqualTo(404);
    var secretary = new Browser(port).with("Authorization", "Bearer token-secretary");
    assertThat(explain(secretary, address, explanation)).isEqualTo(403);
  }

  private static int explain(Browser who, String address, String explanation) {
    return who.post(
            address + "/explanations", "application/json", BodyPublishers.ofString(explanation))
        .statusCode();
  }

  @Test
  void who_does_not_work_here_reads_no_rules_and_what_is_not_there_is_not_found() {
    assertThat(new Browser(port).signedIn("lawyer").get("/rules/ru/nothing").statusCode())
        .isEqualTo(404);
    assertThat(new Browser(port).signedIn("lawyer").get("/rules/zz").statusCode()).isEqualTo(404);
    assertThat(new Browser(port).get("/rules/ru").statusCode()).isEqualTo(302);
  }

  private static Map<String, String> typed(String receivedOn, String decidedOn) {
    return new HashMap<>(
        Map.of(
            "base", "T6", "asOf", "2025-04-03", "receivedOn", receivedOn, "decidedOn", decidedOn));
  }

  private List<String> words(String question) {
    return rules.fields(question).stream().flatMap(it -> it.words().stream()).toList();
  }
}
