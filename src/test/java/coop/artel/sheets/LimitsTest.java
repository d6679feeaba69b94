package coop.artel.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.sheets.Archive.Limits;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import coop.artel.values.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bound by itself: within it a file is read, beyond it not, and nothing else is wrong. */
class LimitsTest {
  private static final int ROOM = 1 << 24;
  private static final int SMALL = 1 << 16;
  private static final int FIFO = 0010000;
  private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  @Test
  void an_archive_is_no_larger_than_allowed() {
    var file = Parts.zip(zip -> Parts.put(zip, "a.txt", "a"));

    assertThat(Archive.read(file, new Limits(file.length, 9, ROOM, ROOM, 9))).hasSize(1);
    refused(
        "archive-too-large",
        () -> Archive.read(file, new Limits(file.length - 1, 9, ROOM, ROOM, 9)));
  }

  @Test
  void an_archive_has_no_more_files_than_allowed_whatever_they_are() {
    var file =
        Parts.zip(
            zip -> {
              Parts.put(zip, new ZipArchiveEntry("a/"), new byte[0]);
              Parts.put(zip, "a/b.txt", "b");
              Parts.put(zip, "__MACOSX/c", "c");
            });

    assertThat(Archive.read(file, new Limits(ROOM, 3, ROOM, ROOM, 9))).containsOnlyKeys("a/b.txt");
    refused("archive-too-many-files", () -> Archive.read(file, new Limits(ROOM, 2, ROOM, ROOM, 9)));
  }

  @Test
  void no_file_and_not_all_of_them_are_larger_than_allowed_when_unpacked() {
    var file =
        Parts.zip(
            zip -> {
              Parts.put(zip, "a.txt", "a".repeat(900));
              Parts.put(zip, "b.txt", "b".repeat(1000));
            });

    assertThat(Archive.read(file, new Limits(ROOM, 9, 1000, 1900, 9))).hasSize(2);
    refused("archive-file-too-large", () -> Archive.read(file, new Limits(ROOM, 9, 999, 1900, 9)));
    refused("archive-too-large", () -> Archive.read(file, new Limits(ROOM, 9, 1000, 1899, 9)));
  }

  @Test
  void a_file_that_is_not_small_unpacks_to_no_more_than_so_many_times_its_size() {
    var small = Parts.zip(zip -> Parts.put(zip, "a.txt", "a".repeat(SMALL)));
    var large = Parts.zip(zip -> Parts.put(zip, "a.txt", "a".repeat(SMALL + 1)));

    assertThat(Archive.read(small, new Limits(ROOM, 9, ROOM, ROOM, 1))).hasSize(1);
    assertThat(Archive.read(large, new Limits(ROOM, 9, ROOM, ROOM, ROOM >> 10))).hasSize(1);
    refused("archive-bomb", () -> Archive.read(large, new Limits(ROOM, 9, ROOM, ROOM, 100)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.txt",
        "a/../../b.txt",
        "a/..",
        "./a.txt",
        "/a.txt",
        "C:/a.txt",
        "C:a.txt",
        "..\\a.txt",
        "a/b\\c.txt",
        "a\u0000b.txt",
        "a\nb.txt"
      })
  void a_name_leads_nowhere_else(String name) {
    var file = patched(Parts.zip(zip -> Parts.put(zip, stand(name), "x")), stand(name), name);

    refused("archive-name-wrong", () -> read(file));
  }

  /** As many bytes as the name; what is beside the sign does not matter to the test. */
  private static String stand(String name) {
    return "x".repeat(name.length());
  }

  private static byte[] patched(byte[] file, String from, String to) {
    var text = new String(file, ISO_8859_1);
    return text.replace(from, to).getBytes(ISO_8859_1);
  }

  @Test
  void two_names_that_differ_in_case_are_one() {
    var file =
        Parts.zip(
            zip -> {
              Parts.put(zip, "rules/a.txt", "one");
              Parts.put(zip, "Rules/A.txt", "other");
            });

    refused("archive-name-twice", () -> read(file));
  }

  @Test
  void what_is_neither_file_nor_folder_is_not_read() {
    var file =
        Parts.zip(
            zip -> {
              var pipe = new ZipArchiveEntry("a.txt");
              pipe.setUnixMode(FIFO | 0644);
              Parts.put(zip, pipe, "x".getBytes(UTF_8));
            });

    refused("archive-link", () -> read(file));
  }

  /** The bytes before a method and a flag in the two heads that an entry has. */
  private static byte[] withField(int local, int central, int value) {
    var file = Parts.zip(zip -> Parts.put(zip, "a.txt", "x"));
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 4 <= file.length; at++) {
      if (bytes.getInt(at) == 0x04034b50) {
        bytes.putShort(at + local, (short) value);
      } else if (bytes.getInt(at) == 0x02014b50) {
        bytes.putShort(at + central, (short) value);
      }
    }
    return file;
  }

  @Test
  void what_is_packed_in_an_unusual_way_or_encrypted_is_told_so() {
    int bzip2 = 12;
    int encrypted = 1;

    refused("archive-encrypted", () -> read(withField(8, 10, bzip2)));
    refused("archive-encrypted", () -> read(withField(6, 8, encrypted)));
  }

  private static Map<String, byte[]> read(byte[] file) {
    return Archive.read(file, new Limits(ROOM, 9, ROOM, ROOM, 100));
  }

  @Test
  void a_part_is_no_deeper_than_a_hundred_elements() {
    assertThat(Workbooks.read(Parts.workbook("docProps/more.xml", nested(100))).tables())
        .hasSize(1);

    refused(
        "workbook-too-large",
        () -> Workbooks.read(Parts.workbook("docProps/more.xml", nested(101))));
  }

  private static String nested(int depth) {
    return "<a>".repeat(depth) + "</a>".repeat(depth);
  }

  @Test
  void a_sheet_has_no_more_rows_than_anybody_writes() {
    assertThat(Workbooks.read(sheetOf(rows(WorkbookParts.ROWS))).tables()).hasSize(1);

    refused("workbook-too-large", () -> Workbooks.read(sheetOf(rows(WorkbookParts.ROWS + 1))));
  }

  private static String rows(int count) {
    var rows = new StringBuilder();
    for (int row = 1; row <= count; row++) {
      rows.append("<row r=\"%d\"/>".formatted(row));
    }
    return rows.toString();
  }

  @Test
  void a_cell_stands_in_a_column_that_somebody_writes_to() {
    var last = Workbook.column(WorkbookParts.COLUMNS - 1);
    var next = Workbook.column(WorkbookParts.COLUMNS);

    var read = Workbooks.read(sheetOf(cell(last + "1"))).tables().get(0).rows();
    assertThat(read.get(0).cells()).hasSize(WorkbookParts.COLUMNS);
    refused("workbook-too-large", () -> Workbooks.read(sheetOf(cell(next + "1"))));
    refused("workbook-unreadable", () -> Workbooks.read(sheetOf(cell("1A"))));
    refused("workbook-unreadable", () -> Workbooks.read(sheetOf(cell("A12345678"))));
  }

  private static String cell(String place) {
    return "<row r=\"1\"><c r=\"%s\"><v>1</v></c></row>".formatted(place);
  }

  private static String xml(String rows) {
    return "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(SHEETS, rows);
  }

  private static byte[] sheetOf(String rows) {
    return Parts.workbook(Parts.SHEET, xml(rows));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xl/drawings/a.vml", "xl/worksheets/_rels/b.rels", "xl/c.XML", "xl/d.bin", "e"})
  void what_a_part_is_called_spares_it_nothing(String part) {
    var declares = "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>";

    refused("workbook-declares", () -> Workbooks.read(Parts.workbook(part, declares)));
  }

  @Test
  void a_sheet_under_another_name_is_bounded_like_any() throws Exception {
    var relationships = "xl/_rels/workbook.xml.rels";
    var parts = Parts.of(sheetOf(cell("XFD1")));
    parts.put("xl/worksheets/sheet1.bin", parts.remove(Parts.SHEET));
    parts.put(
        relationships,
        new String(parts.get(relationships), UTF_8)
            .replace("sheet1.xml", "sheet1.bin")
            .getBytes(UTF_8));
    var file =
        Parts.zip(
            zip ->
                parts.forEach((name, bytes) -> Parts.put(zip, new ZipArchiveEntry(name), bytes)));

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(book.getFirstSheet().read().get(0).getCellCount())
          .as("the library reads it")
          .isGreaterThan(WorkbookParts.COLUMNS);
    }
    refused("workbook-too-large", () -> Workbooks.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"A1\"><f>1+1</f><v>2</v></c>",
        "<c r=\"A1\" t=\"n\"><f>1+1</f><v>2</v></c>",
        "<c r=\"A1\" t=\"str\"><f>\"a\"</f><v>a</v></c>",
        "<c r=\"A1\" t=\"b\"><f>TRUE()</f><v>1</v></c>",
        "<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
        "<c r=\"A1\"><f t=\"array\" ref=\"A1\">1+1</f><v>2</v></c>",
        "<c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">1+1</f><v>2</v></c>",
        "<c r=\"A1\"><f>1+1</f></c>"
      })
  void what_a_formula_came_to_is_not_read(String cell) {
    var read = Workbooks.read(sheetOf("<row r=\"1\">%s</row>".formatted(cell)));

    assertThat(read.tables().get(0).rows().get(0).cells())
        .containsExactly(new Cell(Workbook.Kind.FORMULA, ""));
  }

  @Test
  void a_formula_that_is_shared_is_not_read_in_any_of_its_cells() {
    var cells =
        "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">1+1</f><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>";

    assertThat(Workbooks.read(sheetOf(cells)).tables().get(0).rows())
        .flatExtracting(Row::cells)
        .extracting(Cell::kind)
        .containsExactly(Workbook.Kind.FORMULA, Workbook.Kind.FORMULA);
  }

  @Test
  void a_link_to_be_clicked_is_no_request_for_a_file() {
    var link =
        "<Relationships><Relationship Id=\"rId9\" Type=\"x/hyperlink\" TargetMode=\"External\""
            + " Target=\"https://example.org/\"/></Relationships>";

    assertThat(Workbooks.read(Parts.workbook("xl/worksheets/_rels/sheet1.xml.rels", link)).tables())
        .hasSize(1);
  }

  @Test
  void a_spreadsheet_with_more_sheets_than_are_read_is_refused_and_not_read_in_part() {
    assertThat(Workbooks.read(sheets(Workbooks.SHEETS)).tables()).hasSize(Workbooks.SHEETS);

    refused("workbook-too-many-sheets", () -> Workbooks.read(sheets(Workbooks.SHEETS + 1)));
  }

  private static byte[] sheets(int count) {
    var tables = new ArrayList<Table>();
    for (int i = 0; i < count; i++) {
      tables.add(new Table("s" + i, List.of(new Row(1, List.of(Cell.text("слово"))))));
    }
    return WorkbookWriter.write(new Workbook(tables), "test", 1);
  }

  private static void refused(String code, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
