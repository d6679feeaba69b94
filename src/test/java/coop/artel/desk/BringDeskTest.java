package coop.artel.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.law.RuleBooks;
import coop.artel.law.RuleDraft;
import coop.artel.law.RuleExchange;
import coop.artel.law.RuleFiles;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import coop.artel.sheets.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer takes an edition along, and brings files back into a draft. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BringDeskTest {
  private static final String RULES = "rules/ru/admission.dslr";
  private static final UUID DRAFT = UUID.randomUUID();
  private static final String HERE = "/rules/drafts/" + DRAFT + "/files";
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f]{64})\"");
  private static final RuleFiles RUSSIA = RuleBooks.files("ru");

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  private Browser lawyer;

  @BeforeEach
  void a_draft() {
    when(scene.ruleDrafts.inForce("ru")).thenReturn(RUSSIA);
    when(scene.ruleDrafts.files(DRAFT)).thenReturn(RUSSIA);
    when(scene.ruleDrafts.changes(DRAFT))
        .thenReturn(
            List.of(
                new RuleDraft.Change(
                    7, RULES, Optional.of("# было"), Optional.empty(), Instant.EPOCH)));
    when(scene.ruleDrafts.find(DRAFT))
        .thenReturn(
            new RuleDraft(
                DRAFT,
                "ru",
                "Проба",
                "",
                Optional.empty(),
                1,
                RuleDraft.State.OPEN,
                Instant.EPOCH));
    lawyer = new Browser(port).signedIn("lawyer");
  }

  @AfterEach
  void the_draft_goes() {
    reset(scene.ruleDrafts);
  }

  @Test
  void the_pages_are_whole_in_both_languages() {
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      for (String path : new String[] {"/rules/ru/print", HERE, HERE + "?kept"}) {
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
  void the_printed_edition_has_each_question_rule_norm_and_case_and_its_digest() {
    assertThat(lawyer.get("/rules/ru/print").body())
        .contains(
            RUSSIA.digest(),
            "id=\"q-admission\"",
            "id=\"q-council-vote\"",
            "заявление подано в письменной форме",
            "действует с 2013-09-01",
            "membership.min-age",
            "<strong>A1</strong>",
            "<strong>152-ФЗ</strong>");
  }

  @Test
  void the_edition_is_taken_along_as_files_and_as_a_spreadsheet() {
    for (String from : new String[] {"/rules/ru", "/api/rules/ru", "/rules/drafts/" + DRAFT}) {
      for (String ending : new String[] {"zip", "xlsx"}) {
        var file = (from.startsWith("/api") ? api() : lawyer).get(from + "/edition." + ending);
        assertThat(file.statusCode()).as(from + ending).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
            .startsWith("attachment;")
            .contains("." + ending);
        assertThat(file.body()).startsWith("PK");
      }
    }
    assertThat(new Browser(port).get("/rules/ru/edition.zip").statusCode()).isEqualTo(302);
  }

  @Test
  void what_a_file_changes_is_shown_first_and_then_kept() throws Exception {
    var changed = RUSSIA.byPath().get(RULES).replace("в письменной", "в свободной");
    var file = new RuleExchange(RUSSIA.with(Map.of(RULES, Optional.of(changed)))).archive();

    var shown = bring(file, "look", "").body();

    assertThat(shown)
        .contains(
            RULES, "заявление подано в свободной форме", "заявление подано в письменной форме");
    verify(scene.ruleDrafts, never()).change(any(), any(), any(), any());

    var digest = SHOWN.matcher(shown);
    assertThat(digest.find()).isTrue();
    assertThat(bring(file, "keep", "0".repeat(64)).statusCode()).isEqualTo(200);
    verify(scene.ruleDrafts, never()).change(any(), any(), any(), any());

    assertThat(bring(file, "keep", digest.group(1)).statusCode()).isEqualTo(302);
    verify(scene.ruleDrafts)
        .change(any(), eq(DRAFT), eq(Map.of(RULES, Optional.of(changed))), eq(Map.of(RULES, 7)));
  }

  @Test
  void a_wrong_cell_is_told_at_its_place_and_nothing_is_kept() throws Exception {
    var file =
        WorkbookWriter.write(
            new Workbook(
                List.of(
                    new Table(
                        "Правила",
                        List.of(
                            new Row(
                                1,
                                List.of(
                                    Cell.text("question"),
                                    Cell.text("rule"),
                                    Cell.text("part"),
                                    Cell.text("sentence"),
                                    Cell.text("line"))),
                            new Row(
                                2,
                                List.of(
                                    Cell.text("admission"),
                                    Cell.text("admission.age"),
                                    Cell.text("tail"),
                                    Cell.text("иначе отказать"))))))),
            "test",
            1);

    var page = bring(file, "keep", "0".repeat(64));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Лист «Правила», ячейка C2: нужно head, condition");
    assertThat(
            api()
                .post("/api" + HERE, "multipart/form-data; boundary=b", multipart(file, Map.of()))
                .body())
        .contains("Правила!C2", "part-unknown");
    verify(scene.ruleDrafts, never()).change(any(), any(), any(), any());
  }

  @Test
  void a_page_without_a_file_says_so() throws Exception {
    var page = bring(new byte[0], "look", "");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Выберите файл.");
  }

  private Browser api() {
    return new Browser(port).with("Authorization", "Bearer token-lawyer");
  }

  private HttpResponse<String> bring(byte[] file, String step, String shown) throws Exception {
    var token = URLDecoder.decode(lawyer.token(HERE), UTF_8);
    return lawyer.post(
        HERE,
        "multipart/form-data; boundary=b",
        multipart(file, Map.of("_csrf", token, "step", step, "shown", shown)));
  }

  private static HttpRequest.BodyPublisher multipart(byte[] file, Map<String, String> fields)
      throws Exception {
    var body = new ByteArrayOutputStream();
    for (var field : fields.entrySet()) {
      body.write(
          "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(field.getKey(), field.getValue())
              .getBytes(UTF_8));
    }
    body.write(
        ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.write(file);
    body.write("\r\n--b--\r\n".getBytes(UTF_8));
    return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
  }
}
