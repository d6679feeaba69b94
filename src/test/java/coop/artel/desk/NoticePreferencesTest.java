package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.mail.MailAddress;
import coop.artel.notices.Addresses;
import coop.artel.notices.Notice.Kind;
import coop.artel.notices.Way;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where somebody says about what to be written to. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoticePreferencesTest {
  @LocalServerPort int port;
  @Autowired DeskScene scene;

  @BeforeEach
  void a_house_that_writes_letters() {
    reset(scene.staff.addresses, scene.staff.proofs, scene.staff.ways);
    var usual = new EnumMap<Kind, Way>(Kind.class);
    for (Kind kind : Kind.values()) {
      usual.put(kind, Way.AT_ONCE);
    }
    when(scene.staff.ways.of(any())).thenReturn(usual);
    when(scene.staff.proofs.possible()).thenReturn(true);
    when(scene.staff.addresses.of(any()))
        .thenReturn(
            Optional.of(
                new Addresses.Entry(
                    MailAddress.of("anna@example.org"),
                    null,
                    MailAddress.of("new@почта.рф"),
                    Locale.ENGLISH)));
  }

  @Test
  void letters_about_steps_that_stand_still_are_offered_to_operators_only() {
    var path = "/notices/preferences";

    assertThat(new Browser(port).signedIn("operator").get(path).body())
        .contains("name=\"step-failed\"");
    assertThat(secretary().get(path).body())
        .contains("name=\"task-new\"")
        .doesNotContain("name=\"step-failed\"");
  }

  @Test
  void the_page_says_where_letters_go_and_what_waits_for_its_proof() {
    assertThat(secretary().get("/notices/preferences").body())
        .contains("Письма приходят на anna@example.org.", "Адрес new@почта.рф ждёт подтверждения")
        .contains("<option value=\"en\" lang=\"en\" selected=\"selected\">English");
  }

  @Test
  void whoever_missed_letters_is_told_how_many_and_why() {
    when(scene.staff.addresses.lost(any()))
        .thenReturn(Optional.of(new Addresses.Lost(2, DeskScene.at(9, 10, 0), "server-away")));

    assertThat(secretary().get("/notices/preferences").body())
        .contains("не дошли 2 письма", "почтовый сервер не отвечал");
  }

  @Test
  void without_a_mail_server_the_page_says_so_and_asks_for_nothing() {
    when(scene.staff.proofs.possible()).thenReturn(false);

    assertThat(secretary().get("/notices/preferences").body())
        .contains("почтовый сервер не настроен")
        .doesNotContain("name=\"address\"")
        .doesNotContain("name=\"task-new\"");
  }

  @Test
  void opening_the_link_proves_nothing_the_button_behind_it_does() {
    var secretary = secretary();
    assertThat(secretary.get("/notices/preferences?proof=secret").body())
        .contains("Подтвердить адрес", "value=\"secret\"");
    verify(scene.staff.addresses, never()).prove(any(), any());

    var page = "/notices/preferences?proof=secret";
    secretary.submit(page, "/notices/address/proof", Map.of("proof", "secret"));
    verify(scene.staff.addresses).prove(any(), eq("secret"));
  }

  @Test
  void what_is_chosen_is_kept_and_what_cannot_be_chosen_is_a_wrong_request() {
    var secretary = secretary();
    var page = "/notices/preferences";
    secretary.submit(page, page, Map.of("task-new", "never", "language", "en"));
    verify(scene.staff.ways).choose(any(), eq(Map.of(Kind.TASK_NEW, Way.NEVER)));
    verify(scene.staff.addresses).speak(any(), eq(Locale.ENGLISH));

    assertThat(secretary.submit(page, page, Map.of("task-new", "hourly")).statusCode())
        .isEqualTo(400);
    assertThat(secretary.submit(page, page, Map.of("language", "de")).statusCode()).isEqualTo(400);
  }

  @Test
  void the_same_is_told_and_chosen_by_rest() throws Exception {
    var secretary = new Browser(port).with("Authorization", "Bearer token-secretary");
    var mine = new ObjectMapper().readTree(secretary.get("/api/me/mail").body());
    assertThat(mine.path("possible").asBoolean()).isTrue();
    assertThat(mine.path("address").asText()).isEqualTo("anna@example.org");
    assertThat(mine.path("pending").asText()).isEqualTo("new@почта.рф");
    assertThat(mine.path("ways").path("task-new").asText()).isEqualTo("at-once");

    var choice = "{\"language\":\"en\",\"ways\":{\"task-new\":\"daily\"}}";
    assertThat(secretary.put("/api/me/mail", choice).statusCode()).isEqualTo(204);
    verify(scene.staff.ways).choose(any(), eq(Map.of(Kind.TASK_NEW, Way.DAILY)));
    verify(scene.staff.addresses).speak(any(), eq(Locale.ENGLISH));
    var wrong = "{\"language\":\"ru\",\"ways\":{\"task-new\":\"hourly\"}}";
    assertThat(secretary.put("/api/me/mail", wrong).statusCode()).isEqualTo(400);
    verify(scene.staff.addresses, never()).speak(any(), eq(Locale.forLanguageTag("ru")));

    secretary.post("/api/me/mail/address", "{\"address\":\"b@example.org\"}");
    verify(scene.staff.proofs).ask(any(), eq("b@example.org"), any());
    secretary.post("/api/me/mail/address/proof", "{\"proof\":\"secret\"}");
    verify(scene.staff.addresses).prove(any(), eq("secret"));
    assertThat(secretary.delete("/api/me/mail/address").statusCode()).isEqualTo(204);
    verify(scene.staff.addresses).remove(any());
  }

  private Browser secretary() {
    return new Browser(port).signedIn("secretary");
  }
}
