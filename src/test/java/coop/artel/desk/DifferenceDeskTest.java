package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.reset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.law.PublishedTwice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer sees how two editions differ. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DifferenceDeskTest {
  private static final String HERE = "/rules/ru/difference";

  @LocalServerPort int port;
  @Autowired DeskScene scene;
  private Browser lawyer;

  @BeforeEach
  void two_publications() {
    PublishedTwice.in(scene.ruleDrafts);
    lawyer = new Browser(port).signedIn("lawyer");
  }

  @AfterEach
  void none() {
    reset(scene.ruleDrafts);
  }

  @Test
  void the_last_two_are_compared_where_none_is_named_in_both_languages() {
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      var page = lawyer.get(HERE);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language + "\"", "</html>")
          .containsOnlyOnce("<h1")
          .contains(
              "admission.age",
              "<ins>действует с 2026-09-01</ins>",
              "membership.min-age",
              "3085-1, ст. 7",
              "<del>2009-03-03</del>",
              "<ins>2007-03-03</ins>",
              "rules/ru/signing.dslr")
          .doesNotContain("??", "style=\"", "onclick", "<script>", "admission.born");
    }
    lawyer.get("/preferences/language/ru");
    assertThat(lawyer.get(HERE).body())
        .containsPattern("<del><span><span>16\u00a0лет</span>")
        .containsPattern("<ins><span><span>18\u00a0лет</span>")
        .contains("отличаются только замечания");
  }

  @Test
  void what_a_case_says_in_codes_is_said_in_words() {
    var page = lawyer.get(HERE).body();

    assertThat(page)
        .contains("<del>Нет</del> <ins>Решает человек</ins>", "<del>да</del> <ins>нет</ins>")
        .contains("<ins>Укажите место жительства</ins>")
        .doesNotContain("<ins>human", "<del>refused", "<ins>address", "<ins>false");
    lawyer.get("/preferences/language/en");
    assertThat(lawyer.get(HERE).body()).contains("<ins>A person decides</ins>");
    lawyer.get("/preferences/language/ru");
  }

  @Test
  void an_edition_does_not_differ_from_itself_and_one_that_is_not_there_is_not_found() {
    assertThat(lawyer.get(HERE + "?from=2&to=2").body()).contains("Отличий нет");
    assertThat(lawyer.get(HERE + "?from=1&to=3").statusCode()).isEqualTo(404);
    assertThat(lawyer.get(HERE + "?from=x").statusCode()).isEqualTo(404);
  }

  @Test
  void a_draft_is_compared_with_what_it_began_with() {
    assertThat(lawyer.get(HERE + "?draft=" + PublishedTwice.DRAFT).body())
        .contains("Возраст и срок", "<ins>действует с 2026-09-01</ins>");
    assertThat(lawyer.get("/rules/de/difference?draft=" + PublishedTwice.DRAFT).statusCode())
        .isEqualTo(400);
  }

  @Test
  void the_same_by_rest() throws JsonProcessingException {
    var rest = new Browser(port).with("Authorization", "Bearer token-lawyer");
    var told = new ObjectMapper().readTree(rest.get("/api" + HERE + "?from=1&to=2").body());

    assertThat(told.path("difference").path("rules").findValuesAsText("id"))
        .containsExactly("admission.age");
    assertThat(told.path("difference").path("figures").findValuesAsText("norm"))
        .containsExactly("membership.min-age");
    assertThat(told.path("difference").path("decidesAlike").asBoolean()).isFalse();
  }
}
