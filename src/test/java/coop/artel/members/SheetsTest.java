package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.members.Sheet.Cell;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetsTest {
  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final long ROOM = 1 << 20;

  @Test
  void a_file_of_an_old_russian_spreadsheet_is_read_and_its_encoding_told() {
    var sheet = CsvSheets.read("Фамилия;Имя\r\nЁлкина;\"Анна; Мария\"".getBytes(WINDOWS), 10);

    assertThat(sheet.encoding()).isEqualTo("windows-1251");
    assertThat(sheet.separator()).isEqualTo("semicolon");
    assertThat(sheet.rows().get(1).cells())
        .extracting(Cell::text)
        .containsExactly("Ёлкина", "Анна; Мария");
  }

  @Test
  void commas_and_tabs_separate_too_and_a_byte_order_mark_is_no_part_of_a_heading() {
    var commas = CsvSheets.read("\ufeffФамилия,Имя\nЁлкина,Анна".getBytes(UTF_8), 10);
    var tabs = CsvSheets.read("\ufeffФамилия\tИмя\nЁлкина\tАнна".getBytes(UTF_16LE), 10);

    assertThat(commas.separator()).isEqualTo("comma");
    assertThat(commas.rows().get(0).cells().get(0).text()).isEqualTo("Фамилия");
    assertThat(tabs.separator()).isEqualTo("tab");
    assertThat(tabs.rows().get(1).cells().get(1).text()).isEqualTo("Анна");
  }

  @Test
  void empty_rows_count_as_lines_of_the_file_but_are_not_taken() {
    var sheet = CsvSheets.read("Фамилия;Имя\n;\n\nЁлкина;Анна".getBytes(UTF_8), 10);

    assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(1, 4);
  }

  @Test
  void what_is_no_text_is_refused() {
    assertThatThrownBy(() -> CsvSheets.read(new byte[] {1, 0, 2, (byte) 0x98}, 10))
        .isInstanceOf(ImportRefused.class)
        .hasMessageContaining("Windows-1251");
    assertThatThrownBy(() -> CsvSheets.read("a;\"b\nc".getBytes(UTF_8), 10))
        .isInstanceOf(ImportRefused.class);
  }

  @Test
  void more_rows_than_allowed_are_refused() {
    byte[] many = "a\nb\nc\nd".getBytes(UTF_8);

    assertThat(CsvSheets.read(many, 4).rows()).hasSize(4);
    assertThatThrownBy(() -> CsvSheets.read(many, 3))
        .isInstanceOf(ImportRefused.class)
        .hasMessageContaining("more than 2 lines");
  }

  @Test
  void a_day_of_a_workbook_is_a_day_and_a_formula_is_not_read() {
    byte[] book =
        Lists.xlsx(
            Lists.sheet(
                Lists.words("A2", "Ёлкина"),
                "<c r=\"B2\"><f>A2</f><v>1</v></c>",
                "<c r=\"C2\" s=\"1\"><v>43831</v></c>"));

    var sheet = XlsxSheets.read(book, 10, ROOM);

    assertThat(sheet.rows().get(1).cells())
        .containsExactly(
            new Cell("Ёлкина", false), new Cell("", true), new Cell("2020-01-01", false));
  }

  @Test
  void a_workbook_that_says_nothing_of_how_cells_look_is_read_and_bounded_like_others() {
    var cells = Lists.sheet(Lists.words("A2", "Ёлкина"), "<c r=\"B2\"><v>43831</v></c>");

    assertThat(XlsxSheets.read(Lists.bare(cells), 10, ROOM).rows().get(1).cells())
        .containsExactly(new Cell("Ёлкина", false), new Cell("43831", false));
    assertThatThrownBy(
            () -> XlsxSheets.read(Lists.bare(Map.of("xl/z.bin", "0".repeat(2 << 20))), 10, ROOM))
        .hasMessageContaining("more than 1 MB");
  }

  @Test
  void a_workbook_that_unpacks_to_more_than_allowed_is_refused_unread() {
    byte[] bomb = Lists.xlsx(Map.of("xl/media/zeros.bin", "0".repeat(2 << 20)));

    assertThat(bomb.length).isLessThan(20_000);
    assertThatThrownBy(() -> XlsxSheets.read(bomb, 10, ROOM))
        .isInstanceOf(ImportRefused.class)
        .hasMessageContaining("more than 1 MB");
  }

  @Test
  void a_workbook_reaches_no_other_file() {
    String stolen = Lists.sheet(Lists.words("A2", "&x;")).values().iterator().next();
    String withEntity =
        stolen.replace("?>", "?><!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>");
    byte[] book = Lists.xlsx(Map.of("xl/worksheets/sheet1.xml", withEntity));

    assertThatThrownBy(() -> XlsxSheets.read(book, 10, ROOM)).isInstanceOf(ImportRefused.class);
  }

  @Test
  void what_is_no_workbook_is_refused() {
    assertThatThrownBy(() -> XlsxSheets.read(new byte[] {'P', 'K', 3, 4, 0, 0}, 10, ROOM))
        .isInstanceOf(ImportRefused.class);
    assertThatThrownBy(() -> XlsxSheets.read(Lists.xlsx(Map.of("xl/workbook.xml", "<")), 10, ROOM))
        .isInstanceOf(ImportRefused.class);
  }

  @Test
  void headings_are_known_in_two_languages_and_others_refused_by_name() {
    var english =
        CsvSheets.read("Surname;FIRST NAME;Member since:\nЁлкина;Анна;1.1.2020".getBytes(UTF_8), 9);

    assertThat(ImportLine.of(english).get(0).cells())
        .containsEntry(RegisterColumn.FAMILY_NAME, "Ёлкина")
        .containsEntry(RegisterColumn.SINCE, "1.1.2020");
    assertThatThrownBy(() -> lines("Фамилия;Имя;Пайщик с;Рост\nа;б;1.1.2020;180"))
        .hasMessageContaining("Рост");
    assertThatThrownBy(() -> lines("Фамилия;Surname;Имя;Пайщик с\nа;б;в;1.1.2020"))
        .hasMessageContaining("Surname");
    assertThatThrownBy(() -> lines("Фамилия;Имя\nа;б")).hasMessageContaining("Пайщик с");
    assertThatThrownBy(() -> lines("Фамилия;Имя;Пайщик с\nа;б;1.1.2020;ещё"))
        .hasMessageContaining("№ 4");
    assertThatThrownBy(() -> lines("Фамилия;Имя;Пайщик с")).hasMessageContaining("no line");
  }

  @Test
  void a_table_without_headings_is_told_that_it_has_none() {
    assertThatThrownBy(() -> lines("Реестр пайщиков;;\nЁлкина;Анна;1.1.2020"))
        .isInstanceOfSatisfying(
            ImportRefused.class,
            it -> {
              assertThat(it.code()).isEqualTo("import-no-headings");
              assertThat(it.arguments()).containsExactly(10, "Фамилия, Имя, Пайщик с");
            });
    assertThatThrownBy(() -> lines("Фамилия;Рост\nа;180"))
        .isInstanceOfSatisfying(
            ImportRefused.class, it -> assertThat(it.code()).isEqualTo("import-heading-unknown"));
  }

  private static void lines(String text) {
    ImportLine.of(ImportLine.fromHeadings(CsvSheets.read(text.getBytes(UTF_8), 10)));
  }
}
