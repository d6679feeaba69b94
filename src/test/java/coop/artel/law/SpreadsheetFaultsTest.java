package coop.artel.law;

import static coop.artel.law.ChangedSheet.CODES;
import static coop.artel.law.ChangedSheet.EXCHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.artel.sheets.CellsRefused;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import coop.artel.sheets.WorkbookWriter;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a lawyer slips in a spreadsheet is told by its own name, and each by itself is enough. */
class SpreadsheetFaultsTest {
  private static final String NORMS = "Нормы";
  private static final String RULES = "Правила";
  private static final String CASES = "admission";
  private static final String MIN_AGE = "membership.min-age";

  @Test
  void headings_name_each_column_once_and_none_that_there_is_not() {
    var unknown = new ChangedSheet(CASES);
    unknown.rows.get(CODES).add(Cell.text("shoe-size"));
    assertThat(codes(unknown)).containsExactly("column-unknown");

    var twice = new ChangedSheet(CASES);
    twice.rows.get(CODES).add(Cell.text("name"));
    assertThat(codes(twice)).containsExactly("column-twice");

    var none = new ChangedSheet(CASES);
    none.rows.remove(CODES);
    assertThat(codes(none)).containsExactly("no-codes");

    var beside = new ChangedSheet(CASES);
    beside.rows.get(CODES + 1).add(Cell.text("заметка"));
    assertThat(codes(beside)).containsExactly("no-column");
  }

  @Test
  void a_sheet_stands_once_and_is_one_that_there_is() {
    assertThat(codes(NORMS, "Norms")).containsExactly("sheet-twice");
    assertThat(codes("Заметки")).containsExactly("sheet-unknown");
  }

  /** Sheets with nothing but the headings and the lines of the first, under these names. */
  private static Stream<String> codes(String... names) {
    var whole = new ChangedSheet(NORMS);
    var tables = new ArrayList<Table>();
    for (var name : names) {
      var rows = new ArrayList<Row>();
      whole.rows.forEach(cells -> rows.add(new Row(rows.size() + 1, cells)));
      tables.add(new Table(name, rows));
    }
    var file = WorkbookWriter.write(new Workbook(tables), "test", CODES + 1);
    return codes(catchThrowableOfType(CellsRefused.class, () -> EXCHANGE.read(file)));
  }

  @Test
  void a_case_has_an_id_of_its_own() {
    var twice = new ChangedSheet(CASES);
    twice.copy(twice.row("id", "A2"));
    assertThat(codes(twice)).containsExactly("id-twice");

    var empty = new ChangedSheet(CASES);
    empty.set(empty.row("id", "A2"), "id", Cell.NONE);
    assertThat(codes(empty)).containsExactly("empty");
  }

  @Test
  void a_cell_holds_one_line_without_signs_that_cannot_be_seen() {
    var lines = new ChangedSheet(CASES);
    lines.set(lines.row("id", "A2"), "name", "одна строка\n- id: другая");
    assertThat(codes(lines)).containsExactly("lines");

    var signs = new ChangedSheet(CASES);
    signs.set(signs.row("id", "A2"), "name", "так\tи так");
    assertThat(codes(signs)).containsExactly("signs");
  }

  @Test
  void a_norm_is_said_in_its_lines_alike_and_its_figures_apart() {
    var differs = new ChangedSheet(NORMS);
    int next = differs.copy(differs.row("key", MIN_AGE));
    differs.set(next, "figure", Cell.NONE).set(next, "forms", "ooo");
    differs.set(next, "name.ru", "иначе");
    assertThat(codes(differs)).containsExactly("differs");

    var twice = new ChangedSheet(NORMS);
    twice.set(twice.copy(twice.row("key", MIN_AGE)), "forms", "ooo");
    assertThat(codes(twice)).containsExactly("figure-twice");

    var empty = new ChangedSheet(NORMS);
    assertThat(codes(empty.set(empty.row("key", MIN_AGE), "value", Cell.NONE)))
        .containsExactly("empty");

    var ends = new ChangedSheet(NORMS);
    int row = ends.row("key", MIN_AGE);
    ends.set(row, "from", Cell.day("2026-03-02")).set(row, "to", Cell.day("2026-03-01"));
    assertThat(codes(ends)).containsExactly("ends-before");

    var unknown = new ChangedSheet(NORMS);
    assertThat(codes(unknown.set(unknown.row("key", MIN_AGE), "figure", "99")))
        .containsExactly("figure-unknown");

    var nameless = new ChangedSheet(NORMS);
    assertThat(codes(nameless.set(nameless.row("key", MIN_AGE), "key", Cell.NONE)))
        .contains("empty");

    var whole = new ChangedSheet(NORMS);
    assertThat(codes(whole.set(whole.row("key", MIN_AGE), "figure", "-1")))
        .containsExactly("whole");
  }

  @Test
  void a_sentence_stands_in_a_question_in_a_part_and_where_it_stood() {
    assertThat(codes(sentence("question", "../admission"))).containsExactly("question-unknown");
    assertThat(codes(sentence("part", "tail"))).containsExactly("part-unknown");
    assertThat(codes(sentence("sentence", ""))).containsExactly("empty");
    assertThat(codes(sentence("line", "9999"))).containsExactly("line-unknown");
    assertThat(codes(sentence("rule", "admission.age"))).containsExactly("line-elsewhere");

    var twice = new ChangedSheet(RULES);
    twice.copy(twice.row("rule", "admission.written-form"));
    assertThat(codes(twice)).containsExactly("line-twice");
  }

  private static ChangedSheet sentence(String column, String text) {
    var sheet = new ChangedSheet(RULES);
    return sheet.set(sheet.row("rule", "admission.written-form"), column, text);
  }

  private static Stream<String> codes(ChangedSheet sheet) {
    return codes(sheet.refused());
  }

  private static Stream<String> codes(CellsRefused refused) {
    assertThat(refused).as("nothing is taken").isNotNull();
    return refused.faults().stream().map(CellsRefused.Fault::code);
  }
}
