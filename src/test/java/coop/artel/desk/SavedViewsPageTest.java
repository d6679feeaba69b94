package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.workflow.SavedViewRefusedSample;
import coop.artel.workflow.SavedViews.Listing;
import coop.artel.workflow.SavedViews.SavedView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names for what is looked for, beside the search and on a page of their own. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SavedViewsPageTest {
  private static final SavedView WEEK =
      new SavedView(UUID.randomUUID(), Listing.TASKS, "На <b>неделе</b>", "view=all&due=week");

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  @BeforeEach
  void one_view() {
    reset(scene.staff.savedViews);
    when(scene.staff.savedViews.of(any(), eq(Listing.TASKS))).thenReturn(List.of(WEEK));
    when(scene.staff.savedViews.of(any())).thenReturn(List.of(WEEK));
  }

  @Test
  void a_view_stands_beside_the_search_and_leads_to_its_list() {
    assertThat(secretary().get("/tasks").body())
        .contains("<a href=\"/tasks?view=all&amp;due=week\">На &lt;b&gt;неделе&lt;/b&gt;</a>");
    assertThat(secretary().get("/views").body())
        .contains("/views/" + WEEK.id() + "/name", "/views/" + WEEK.id() + "/removal");
  }

  @Test
  void what_is_asked_now_is_kept_as_its_address_says_it() {
    var here = "/tasks?view=all&q=a%26b&due=week";
    assertThat(secretary().get(here).body()).contains("Сохранить подборку");
    assertThat(secretary().get("/tasks").body()).doesNotContain("Сохранить подборку");

    var answer =
        secretary()
            .submit(
                here,
                "/tasks/views",
                Map.of("name", "Неделя", "view", "all", "q", "a&b", "due", "week"));
    verify(scene.staff.savedViews)
        .keep(any(), eq(Listing.TASKS), eq("Неделя"), eq("view=all&q=a%26b&due=week"));
    assertThat(answer.headers().firstValue("location").orElseThrow())
        .endsWith("/tasks?view=all&q=a%26b&due=week");

    secretary()
        .submit(
            "/cases", "/cases/views", Map.of("name", "Идут", "outcome", "open", "sort", "number"));
    verify(scene.staff.savedViews)
        .keep(any(), eq(Listing.CASES), eq("Идут"), eq("outcome=open&sort=number"));
  }

  @Test
  void a_name_that_cannot_be_taken_stands_in_its_field_with_what_is_wrong() {
    when(scene.staff.savedViews.keep(any(), any(), anyString(), anyString()))
        .thenThrow(SavedViewRefusedSample.taken("Неделя"));
    var secretary = secretary();
    var form = Map.of("name", "Неделя", "view", "all", "due", "week");
    secretary.submit("/tasks?view=all&due=week", "/tasks/views", form);

    assertThat(secretary.get("/tasks?view=all&due=week").body())
        .contains("Подборка «Неделя» уже есть.", "value=\"Неделя\"", "aria-invalid=\"true\"");
  }

  @Test
  void the_same_is_kept_and_named_by_rest() {
    when(scene.staff.savedViews.keep(any(), any(), anyString(), anyString())).thenReturn(WEEK);
    when(scene.staff.savedViews.rename(any(), any(), anyString())).thenReturn(WEEK);
    when(scene.staff.savedViews.remove(any(), any())).thenReturn(WEEK);
    var secretary = new Browser(port).with("Authorization", "Bearer token-secretary");
    assertThat(secretary.get("/api/me/views").body())
        .contains("\"list\":\"tasks\"", "\"query\":\"view=all&due=week\"");

    var kept = secretary.post("/api/me/views/tasks?view=all&q=a%26b", "{\"name\":\"Неделя\"}");
    assertThat(kept.statusCode()).isEqualTo(201);
    verify(scene.staff.savedViews)
        .keep(any(), eq(Listing.TASKS), eq("Неделя"), eq("view=all&q=a%26b"));
    secretary.post("/api/me/views/cases?outcome=open", "{\"name\":\"Идут\"}");
    verify(scene.staff.savedViews).keep(any(), eq(Listing.CASES), eq("Идут"), eq("outcome=open"));
    assertThat(secretary.post("/api/me/views/tasks?view=none", "{\"name\":\"Х\"}").statusCode())
        .isEqualTo(400);

    var view = "/api/me/views/" + WEEK.id();
    assertThat(secretary.put(view, "{\"name\":\"Иначе\"}").statusCode()).isEqualTo(200);
    verify(scene.staff.savedViews).rename(any(), eq(WEEK.id()), eq("Иначе"));
    assertThat(secretary.delete(view).statusCode()).isEqualTo(204);
    verify(scene.staff.savedViews).remove(any(), eq(WEEK.id()));
  }

  private Browser secretary() {
    return new Browser(port).signedIn("secretary");
  }
}
