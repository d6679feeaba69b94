package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.law.DraftComment;
import coop.artel.law.DraftComments;
import coop.artel.law.PublishedTwice;
import coop.artel.values.FieldsRefused;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lawyers talk about a draft. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DraftCommentsDeskTest {
  private static final UUID COMMENT = UUID.fromString("00000000-0000-4000-8000-00000000c033");
  private static final String HERE = "/rules/ru/drafts/" + PublishedTwice.DRAFT + "/comments";

  @LocalServerPort int port;
  @Autowired DeskScene scene;
  private Browser lawyer;

  @BeforeEach
  void a_draft_with_a_comment() {
    PublishedTwice.in(scene.ruleDrafts);
    var comment =
        new DraftComment(
            COMMENT,
            PublishedTwice.DRAFT,
            "rules/ru/admission.dslr",
            "admission.age",
            "Почему <i>с сентября</i>?",
            DeskScene.LAWYER,
            Instant.parse("2026-03-02T09:00:00Z"),
            null);
    when(scene.draftComments.of(any(), eq(PublishedTwice.DRAFT))).thenReturn(List.of(comment));
    when(scene.draftComments.add(any(), any(), any())).thenReturn(comment);
    lawyer = new Browser(port).signedIn("lawyer");
  }

  @AfterEach
  void none() {
    reset(scene.ruleDrafts, scene.draftComments);
  }

  @Test
  void what_is_said_stands_at_its_place_in_both_languages() {
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      var page = lawyer.get(HERE);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language + "\"", "</html>", "admission.age")
          .contains("Почему &lt;i&gt;с сентября&lt;/i&gt;?")
          .containsOnlyOnce("<h1")
          .doesNotContain("??", "style=\"", "onclick", "<script>");
    }
  }

  @Test
  void what_a_lawyer_types_is_said_and_settled() {
    var typed = Map.of("path", "", "subject", "", "text", "Нужен пример");
    assertThat(lawyer.submit(HERE, HERE, typed).statusCode()).isBetween(300, 399);
    verify(scene.draftComments)
        .add(any(), eq(PublishedTwice.DRAFT), eq(new DraftComments.Said("", "", "Нужен пример")));

    var there = HERE + "/" + COMMENT + "/settlement";
    assertThat(lawyer.submit(HERE, there, Map.of()).statusCode()).isBetween(300, 399);
    verify(scene.draftComments).settle(any(), eq(PublishedTwice.DRAFT), eq(COMMENT));
  }

  @Test
  void what_cannot_be_said_comes_back_with_what_was_typed() {
    doThrow(FieldsRefused.of("text", "too-long", 2000))
        .when(scene.draftComments)
        .add(any(), any(), any());

    var answer = lawyer.submit(HERE, HERE, Map.of("path", "", "text", "Нужен пример"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#text\"", ">Нужен пример</textarea>");
  }

  @Test
  void the_same_by_rest_and_at_no_other_countrys_address() {
    var rest = new Browser(port).with("Authorization", "Bearer token-lawyer");
    assertThat(rest.get("/api" + HERE).body()).contains("admission.age", "\"open\":1");
    var said =
        rest.post(
            "/api" + HERE, "application/json", BodyPublishers.ofString("{\"text\": \"Вот\"}"));
    assertThat(said.statusCode()).isEqualTo(201);
    assertThat(said.body()).contains(COMMENT.toString());

    assertThat(rest.get("/api" + HERE.replace("/ru/", "/de/")).statusCode()).isEqualTo(400);
  }
}
