package coop.artel.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void headings_lists_and_emphasis_are_drawn() {
    assertThat(Markdown.html("### О вас\nОдин *раз*.\n\n- первое\n- второе"))
        .contains("<h2 class=\"form-head\">О вас</h2>", "<em>раз</em>", "<li>первое</li>");
  }

  @Test
  void a_tag_of_the_author_is_text() {
    assertThat(Markdown.html("<script>alert(1)</script> и <b onclick=\"x\">так</b>"))
        .doesNotContain("<script", "<b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\\\evil.example",
        "&#106;avascript:alert(1)",
        "vbscript:x"
      })
  void a_link_to_elsewhere_than_the_web_or_here_is_its_words(String target) {
    assertThat(Markdown.html("[слова](<" + target + ">)"))
        .contains("слова")
        .doesNotContain("<a", "href");
  }

  @Test
  void links_to_the_web_and_within_stay_and_pictures_do_not() {
    assertThat(Markdown.html("[a](https://example.org/x) [b](/help/keyboard)"))
        .contains("href=\"https://example.org/x\"", "href=\"/help/keyboard\"");
    assertThat(Markdown.html("![вид](https://example.org/x.png)"))
        .contains("вид")
        .doesNotContain("<img");
  }
}
