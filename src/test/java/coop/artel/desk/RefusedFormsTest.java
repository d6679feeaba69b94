package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import coop.artel.values.Refusal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a step refuses only once it looks at the values: nothing that was typed is lost. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RefusedFormsTest {
  private static final String PATH = "/tasks/task-refused";
  private static final Map<String, String> TYPED =
      Map.of("f.documentNumber", "45 08 №", "f.issuedBy", "ОВД «Южный»");

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  static class Malformed extends Refusal {
    Malformed(Kind kind, String code) {
      super(kind, code, "Not so");
    }
  }

  @BeforeEach
  void oneTask() {
    var task = scene.tasks.find(null, DeskScene.TASK);
    when(scene.tasks.find(any(), eq("task-refused"))).thenReturn(task);
  }

  @Test
  void what_is_said_of_a_field_stands_at_the_field() {
    refuse(Refusal.Kind.INVALID, "identity-document-malformed");

    var page = send();

    assertThat(page)
        .contains(
            "Исправьте 1 поле", "href=\"#f-documentNumber\"", "орган выдачи документа записаны")
        .contains("value=\"45 08 №\"", "value=\"ОВД «Южный»\"");
  }

  @Test
  void what_is_said_of_the_whole_stands_above_it() {
    refuse(Refusal.Kind.INVALID, "sum-impossible");

    var page = send();

    assertThat(page).contains("id=\"refused\"", "value=\"45 08 №\"", "value=\"ОВД «Южный»\"");
  }

  @Test
  void what_no_other_value_would_mend_is_told_without_the_form() {
    refuse(Refusal.Kind.CONFLICT, "task-already-done");

    assertThat(send()).doesNotContain("value=\"45 08 №\"");
  }

  private void refuse(Refusal.Kind kind, String code) {
    doThrow(new Malformed(kind, code)).when(scene.tasks).complete(any(), eq("task-refused"), any());
  }

  private String send() {
    return new Browser(port).signedIn("secretary").submit(PATH, PATH, TYPED).body();
  }
}
