package coop.artel.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.access.Viewings;
import coop.artel.members.Corrections;
import coop.artel.members.Imports;
import coop.artel.members.Imports.Fault;
import coop.artel.members.Minutes;
import coop.artel.members.RegisterColumn;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.values.PersonId;
import coop.artel.workflow.FormSamples;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a secretary sees who brings a list, and who corrects a line. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MovingInPagesTest {
  private static final UUID LIST = UUID.fromString("00000000-0000-4000-8000-0000000000f1");
  private static final String BRING = "/members/import?cooperative=" + DeskScene.LADYA;
  private static final String LINES = "/members/import/" + LIST;
  private static final String PAPER = "/members/paper?cooperative=" + DeskScene.LADYA;
  private static final PersonId MEMBER = DeskScene.person(3);
  private static final String ENTRY = "/members/" + DeskScene.LADYA + "/7";

  @LocalServerPort int port;
  @Autowired Imports imports;
  @Autowired Corrections corrections;
  @Autowired DeskScene scene;

  @BeforeEach
  void aListAndALine() {
    reset(imports, corrections);
    when(imports.find(any(), eq(LIST))).thenReturn(list());
    when(imports.lines(any(), eq(LIST)))
        .thenReturn(List.of(line(2, false), wrong(), line(4, true)));
    when(corrections.draft(any(), any(), anyLong()))
        .thenReturn(
            new Corrections.Draft(
                FormSamples.read("processes/members/propose-correction.form"), Map.of()));
    when(corrections.of(any(), any(), anyLong())).thenReturn(List.of(correction()));
    when(corrections.line(any(), any(), anyLong()))
        .thenReturn(
            new Memberships.Membership(
                DeskScene.LADYA, 7, MEMBER, LocalDate.of(2020, 1, 1), null, "import:" + LIST));
    when(scene.people.findAll(List.of(MEMBER)))
        .thenReturn(
            List.of(
                new Person(
                    MEMBER,
                    "Щукина",
                    "Нина",
                    null,
                    null,
                    "г. Тверь, ул. Мира, д. 5",
                    "+79000000001",
                    null,
                    new Person.IdentityDocument(
                        "passport-rf", "4509 123456", LocalDate.of(2009, 4, 2), "ОВД Твери"))));
  }

  private static Corrections.Correction correction() {
    return new Corrections.Correction(
        LIST,
        DeskScene.CASE,
        7,
        new Corrections.Content("Щукена", LocalDate.of(2020, 1, 1), "import:x"),
        new Corrections.Content("Щукина", LocalDate.of(2020, 1, 1), "протокол № 4"),
        "Паспорт",
        "entered",
        DeskScene.SECRETARY,
        null,
        DeskScene.at(9, 10, 0),
        DeskScene.CHAIR,
        DeskScene.at(9, 11, 0),
        null);
  }

  @Test
  void each_page_is_whole_in_both_languages() {
    var secretary = secretary();
    for (String language : List.of("ru", "en")) {
      secretary.get("/preferences/language/" + language);
      for (String path : List.of(BRING, LINES, PAPER, ENTRY)) {
        var page = secretary.get(path);

        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body())
            .as(path)
            .contains("<html lang=\"" + language + "\"", "</html>", "name=\"_csrf\"")
            .containsOnlyOnce("<h1")
            .doesNotContain("??", "style=\"", "<script>");
      }
    }
  }

  @Test
  void the_case_of_a_list_leads_to_its_lines_and_says_how_many_are_entered() {
    when(imports.ofCase(any(), eq(DeskScene.CASE)))
        .thenReturn(Optional.of(list(DeskScene.CASE, new Imports.Progress(500, 20_000))));

    assertThat(secretary().get("/cases/" + DeskScene.CASE).body())
        .contains("href=\"" + LINES + "\"", "Внесено 500 из 20\u00a0000");
  }

  @Test
  void a_list_that_is_entered_shows_how_far_it_has_come_and_no_lines() {
    when(imports.find(any(), eq(LIST)))
        .thenReturn(list("case-without-tasks", new Imports.Progress(500, 20_000)));

    assertThat(secretary().get(LINES).body())
        .contains("Внесено 500 из 20\u00a0000", "<progress", "hx-trigger=\"every 1s\"")
        .doesNotContain("Белова");
    verify(imports, never()).lines(any(), any());
  }

  @Test
  void whoever_brings_another_list_is_told_of_one_that_is_open() {
    when(imports.of(any(), any())).thenReturn(List.of(list()));

    assertThat(secretary().get(BRING).body()).contains("Есть незаконченный список");
  }

  @Test
  void mistakes_come_first_at_their_cell_and_what_is_out_is_ticked() {
    var page = secretary().get(LINES).body();

    assertThat(page)
        .contains("Дата рождения: такого дня нет", "1 строка готова", "1 исключена")
        .contains("windows-1251", "точка с запятой", "Протокол №\u00a05");
    assertThat(page.indexOf(">3</td>")).isLessThan(page.indexOf(">2</td>"));
    assertThat(page).containsPattern("name=\"out\" value=\"4\"[^>]* checked");
  }

  @Test
  void a_mistake_shows_what_the_file_says_and_a_line_unfolds_to_all_its_data() {
    var page = new Browser(port).signedIn("chair").get(LINES).body();

    assertThat(page)
        .contains("такого дня нет", "В файле: «31.02.1980»")
        .containsPattern("(?s)<details.*<dt>Адрес</dt><dd>г. Тверь, ул. Мира, д. 7</dd>");
    assertThat(page.split("<dl class=\"cells\">", -1)).hasSize(2);
  }

  @Test
  void a_list_says_who_has_it_and_that_a_title_above_the_headings_was_not_read() {
    assertThat(secretary().get(LINES).body())
        .contains("ждёт секретаря: Лебедева Анна Сергеевна")
        .contains("Заголовки найдены в строке 3 файла");
  }

  @Test
  void a_line_that_was_entered_leads_to_its_number_in_the_register() {
    when(imports.lines(any(), eq(LIST)))
        .thenReturn(
            List.of(
                new Imports.Line(
                    2,
                    "Белова Инна",
                    null,
                    null,
                    "",
                    LocalDate.of(2020, 1, 1),
                    false,
                    false,
                    List.of(),
                    Map.of(),
                    501L)));

    assertThat(secretary().get(LINES).body())
        .containsPattern("<a href=\"/members/" + DeskScene.LADYA + "/501\">внесена под №.501<")
        .doesNotContain(">готова<", ">следующий<");
  }

  @Test
  void a_page_says_only_of_its_own_lines_whether_they_are_out() {
    secretary().submit(LINES, LINES + "/lines", Map.of("shown", "3", "out", "3"));

    verify(imports).takeOut(any(), eq(LIST), eq(Set.of(3, 4)));
  }

  @Test
  void all_lines_with_mistakes_are_taken_out_at_once() {
    secretary().submit(LINES, LINES + "/lines", Map.of("all", "true"));

    verify(imports).takeOut(any(), eq(LIST), eq(Set.of(3, 4)));
  }

  @Test
  void the_template_has_the_headings_and_a_byte_order_mark() {
    var file = secretary().get("/members/import/template.csv");

    assertThat(file.body()).startsWith("\ufeffНомер;Фамилия;Имя;").endsWith("Пайщик с\r\n");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
  }

  @Test
  void a_list_without_the_token_of_the_page_is_not_taken() {
    var answer =
        secretary()
            .post(
                "/members/import",
                "multipart/form-data; boundary=b",
                HttpRequest.BodyPublishers.ofString("--b--\r\n"));

    assertThat(answer.statusCode()).isEqualTo(403);
    verify(imports, never()).bring(any(), any(), any(), any());
  }

  @Test
  void files_whose_length_is_not_told_are_refused_unread() {
    var unknownLength =
        HttpRequest.BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream("--b--\r\n".getBytes(UTF_8)));

    var answer =
        secretary().post("/members/import", "Multipart/form-data; boundary=b", unknownLength);

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void what_was_corrected_is_shown_beside_what_it_became() {
    assertThat(secretary().get(ENTRY).body())
        .contains("<del>Щукена</del>", "<ins>Щукина</ins>", "внесённый список пайщиков");
  }

  @Test
  void a_line_tells_its_member_and_its_ground_and_that_somebody_looked_at_that_person() {
    var page = new Browser(port).signedIn("chair").get(ENTRY).body();

    assertThat(page)
        .contains("Щукина Нина", "1\u00a0января 2020", "Протокол №\u00a05", DeskScene.NUMBER)
        .contains("г. Тверь, ул. Мира, д. 5", "+79000000001")
        .contains("паспорт гражданина РФ 4509 123456", "ОВД Твери");
    verify(scene.viewings)
        .add(
            argThat(who -> who.person().equals(DeskScene.CHAIR)),
            eq(DeskScene.LADYA),
            eq(Viewings.Kind.REGISTER),
            isNull(),
            eq(MEMBER));
  }

  @Test
  void a_program_reads_the_line_with_all_that_is_known() {
    var answer =
        new Browser(port)
            .with("Authorization", "Bearer token-secretary")
            .get("/api/cooperatives/" + DeskScene.LADYA + "/members/7");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"number\":7", DeskScene.CASE, "\"number\":\"4509 123456\"")
        .contains("\"address\":\"г. Тверь, ул. Мира, д. 5\"");
  }

  @Test
  void the_case_of_a_correction_tells_who_proposed_what_and_why() {
    when(scene.arrivals.of(DeskScene.CASE)).thenReturn(Optional.empty());
    when(corrections.ofCase(DeskScene.CASE)).thenReturn(Optional.of(correction()));

    assertThat(secretary().get("/cases/" + DeskScene.CASE).body())
        .contains("Исправить запись №\u00a07 предложено", "Лебедева Анна Сергеевна")
        .contains("Пайщик: «Щукена» → «Щукина»", "На чём основано: Паспорт");
  }

  @Test
  void the_case_of_a_list_tells_who_brought_it_and_its_minutes() {
    when(scene.arrivals.of(DeskScene.CASE)).thenReturn(Optional.empty());
    when(imports.ofCase(any(), eq(DeskScene.CASE))).thenReturn(Optional.of(list()));

    assertThat(secretary().get("/cases/" + DeskScene.CASE).body())
        .contains("Список пайщиков загружен", "Лебедева Анна Сергеевна")
        .contains("Протокол №\u00a05, 1\u00a0марта 2026", DeskScene.DIGEST);
  }

  private Browser secretary() {
    return new Browser(port).signedIn("secretary");
  }

  private static Imports.Import list() {
    return list(DeskScene.CASE, null);
  }

  private static Imports.Import list(String caseId, Imports.@Nullable Progress progress) {
    return new Imports.Import(
        LIST,
        DeskScene.LADYA,
        caseId,
        DeskScene.SECRETARY,
        null,
        DeskScene.at(9, 10, 0),
        progress == null ? "brought" : "proposed",
        "csv",
        "windows-1251",
        "semicolon",
        3,
        DeskScene.DIGEST,
        new Minutes("5", LocalDate.of(2026, 3, 1), DeskScene.DIGEST),
        null,
        null,
        progress);
  }

  private static Imports.Line wrong() {
    return new Imports.Line(
        3,
        "Белова Инна",
        null,
        3L,
        "3",
        LocalDate.of(2020, 1, 1),
        false,
        false,
        List.of(new Fault(RegisterColumn.BORN, "not-a-day", List.of())),
        Map.of(
            RegisterColumn.BORN, "31.02.1980", RegisterColumn.ADDRESS, "г. Тверь, ул. Мира, д. 7"),
        null);
  }

  private static Imports.Line line(int line, boolean out) {
    return new Imports.Line(
        line,
        "Белова Инна",
        null,
        (long) line,
        "" + line,
        LocalDate.of(2020, 1, 1),
        false,
        out,
        List.of(),
        Map.of(),
        null);
  }
}
