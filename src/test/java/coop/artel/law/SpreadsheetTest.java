package coop.artel.law;

import static coop.artel.law.ChangedSheet.CODES;
import static coop.artel.law.ChangedSheet.EXCHANGE;
import static coop.artel.law.ChangedSheet.RUSSIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.artel.sheets.CellsRefused;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Kind;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.WorkbookRefused;
import coop.artel.sheets.Workbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** A lawyer changes a spreadsheet: the file changes at that place and nowhere else. */
class SpreadsheetTest {
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  private static final String RULES = "rules/ru/admission.dslr";
  private static final String MIN_AGE = "membership.min-age";

  /** The lines of the new text that the old one lacks, and of the old that the new one lacks. */
  private static Map<Boolean, List<String>> differences(
      SortedMap<String, Optional<String>> changes, String path) {
    assertThat(changes).containsOnlyKeys(path);
    var before = List.of(RUSSIA.byPath().getOrDefault(path, "").split("\n", -1));
    var after = List.of(changes.get(path).orElseThrow().split("\n", -1));
    var differences = new HashMap<Boolean, List<String>>();
    differences.put(true, lacking(after, before));
    differences.put(false, lacking(before, after));
    return differences;
  }

  private static List<String> lacking(List<String> of, List<String> in) {
    var left = new ArrayList<>(of);
    in.forEach(left::remove);
    return left;
  }

  @Test
  void a_changed_figure_changes_its_number_alone() {
    var sheet = new ChangedSheet("Нормы");
    int row = sheet.row("key", MIN_AGE);

    var differences = differences(sheet.set(row, "value", "18").read(), NORMS);

    var line = "    - {forms: [consumer-society], value: %s, article: \"3085-1, ст. 7\"";
    assertThat(differences.get(true)).hasSize(1);
    assertThat(differences.get(true).get(0)).startsWith(line.formatted("18"));
    assertThat(differences.get(false)).hasSize(1);
    assertThat(differences.get(false).get(0)).startsWith(line.formatted("16"));
  }

  @Test
  void a_figure_ends_and_another_follows_as_one_line_each() {
    var sheet = new ChangedSheet("Нормы");
    int row = sheet.row("key", MIN_AGE);
    int next = sheet.copy(row);
    sheet.set(row, "to", Cell.day("2026-12-31"));
    sheet.set(next, "figure", Cell.NONE).set(next, "value", "18");
    sheet.set(next, "from", Cell.text("01.01.2027"));

    assertThat(differences(sheet.read(), NORMS).get(true))
        .containsExactly(
            "    - {forms: [consumer-society], value: 16, to: 2026-12-31, article: \"3085-1, ст."
                + " 7\", confidence: high, known: recalled}",
            "    - {forms: [consumer-society], value: 18, from: 2027-01-01, article: \"3085-1, ст."
                + " 7\", confidence: high, known: recalled}");
  }

  @Test
  void a_norm_is_added_and_another_goes_with_the_remark_above_it() {
    var sheet = new ChangedSheet("Нормы");
    int row = sheet.row("key", "admission.notice-days");
    int added = sheet.copy(row);
    sheet.set(added, "key", "admission.other-days").set(added, "name.ru", "ещё срок: пример");
    sheet.set(added, "name.en", "another");

    var differences = differences(sheet.read(), NORMS);
    assertThat(differences.get(true))
        .containsExactlyInAnyOrder(
            "",
            "- key: admission.other-days",
            "  name: {ru: \"ещё срок: пример\", en: another}",
            "  unit: days",
            "  charter: required",
            "  bound-established: false",
            "  article: 3085-1, ст. 10");
    assertThat(differences.get(false)).isEmpty();

    var less = new ChangedSheet("Нормы");
    less.rows.remove(less.row("key", "consent.withdrawal-days"));
    var gone = differences(less.read(), NORMS);
    assertThat(gone.get(true)).isEmpty();
    assertThat(gone.get(false)).contains("- key: consent.withdrawal-days").hasSizeLessThan(10);
  }

  @Test
  void a_fact_of_a_case_changes_and_another_case_follows() {
    var sheet = new ChangedSheet("admission");
    int row = sheet.row("id", "A1");
    int added = sheet.copy(row);
    sheet.set(row, "facts.born", Cell.day("2009-03-02")).set(row, "facts.alreadyMember", "нет");
    sheet.set(added, "id", "A1b").set(added, "name", "=1+1: так называется случай");

    var changes = sheet.read();

    var differences = differences(changes, CASES);
    assertThat(differences.get(true))
        .contains("- id: A1b", "  name: \"=1+1: так называется случай\"", "  question: admission");
    assertThat(changes.get(CASES).orElseThrow())
        .contains("born: 2009-03-02, addressGiven: true", "alreadyMember: false}");
    assertThat(CasesOf.read(RUSSIA.with(changes)))
        .hasSize(CasesOf.read(RUSSIA).size() + 1)
        .extracting(Case::id)
        .containsSubsequence("A1", "A1b", "A2");
  }

  @Test
  void a_sentence_changes_in_its_line_and_a_rule_goes_whole() {
    var sheet = new ChangedSheet("Правила");
    int row = sheet.row("rule", "admission.written-form");
    var article = "по закону 3085-1, ст. 10(2)";

    var differences = differences(sheet.set(row, "sentence", article).read(), RULES);
    assertThat(differences.get(true)).containsExactly(article);

    var less = new ChangedSheet("Правила");
    less.rows.removeIf(
        cells -> cells.get(less.column("rule")).text().equals("admission.not-yet-member"));
    assertThat(differences(less.read(), RULES).get(false))
        .contains("правило admission.not-yet-member", "конец")
        .contains("# О повторном приёме закон молчит, поэтому отказать за него нельзя.");
  }

  @Test
  void what_begins_like_a_formula_goes_out_as_text() {
    var files =
        RUSSIA.with(
            Map.of(
                CASES,
                Optional.of(
                    RUSSIA
                        .byPath()
                        .get(CASES)
                        .replaceFirst("name: .*", "name: \"=HYPERLINK(1)\""))));
    var out = Workbooks.read(new RuleExchange(files).workbook(true, (kind, code) -> "-" + code));

    assertThat(out.tables().stream().flatMap(it -> it.rows().stream()))
        .flatMap(Row::cells)
        .contains(new Cell(Kind.TEXT, "=HYPERLINK(1)"))
        .noneMatch(it -> it.kind() == Kind.FORMULA);
  }

  @Test
  void each_wrong_cell_is_told_at_its_sheet_row_and_column() {
    var sheet = new ChangedSheet("Нормы");
    int row = sheet.row("key", MIN_AGE);
    sheet.set(row, "from", new Cell(Kind.NUMBER, "45000"));
    sheet.set(row, "value", Cell.day("2026-03-04"));
    int other = sheet.row("key", "council.size");
    sheet.set(other, "bound-established", "может быть");

    assertThat(sheet.refused().faults())
        .extracting(it -> it.sheet() + " " + it.place() + " " + it.code())
        .containsExactlyInAnyOrder(
            "Нормы %s%d number-for-day".formatted(letter(sheet, "from"), row + 1),
            "Нормы %s%d day-for-text".formatted(letter(sheet, "value"), row + 1),
            "Нормы %s%d flag".formatted(letter(sheet, "bound-established"), other + 1));
  }

  private static String letter(ChangedSheet sheet, String code) {
    return Workbook.column(sheet.column(code));
  }

  @Test
  void a_unit_that_is_none_and_figures_that_overlap_are_told() {
    var sheet = new ChangedSheet("Нормы");
    int row = sheet.row("key", "council.size");
    sheet.set(row, "unit", "вёрсты");
    int age = sheet.row("key", MIN_AGE);
    sheet.set(sheet.copy(age), "figure", Cell.NONE);

    assertThat(sheet.refused().faults())
        .extracting(it -> it.place() + " " + it.code())
        .containsExactlyInAnyOrder(
            letter(sheet, "unit") + (sheet.row("key", "council.size") + 1) + " unit-unknown",
            letter(sheet, "from") + (age + 2) + " overlaps");
  }

  @Test
  void a_column_that_lacks_and_a_fact_that_is_none_are_told() {
    var less = new ChangedSheet("Нормы");
    int unit = less.column("unit");
    less.rows.forEach(cells -> cells.set(unit, Cell.NONE));
    assertThat(less.refused().faults())
        .extracting(it -> it.code() + " " + it.arguments())
        .contains("column-missing [unit]");

    var more = new ChangedSheet("admission");
    more.set(CODES, "facts.born", "facts.shoeSize");
    assertThat(more.refused().faults())
        .extracting(it -> it.place() + " " + it.code() + " " + it.arguments())
        .contains("%s2 fact-unknown [shoeSize]".formatted(Workbook.column(7 + 3)));
  }

  @Test
  void what_only_the_whole_file_shows_to_be_wrong_is_told_at_its_row() {
    var sheet = new ChangedSheet("Нормы");
    int row = sheet.row("key", "admission.addressee");
    sheet.set(row, "figure.article", "3085-1, ст. 999");

    assertThat(sheet.refused().faults())
        .extracting(it -> it.place() + " " + it.code())
        .containsExactly(
            "%s%d refusal.file-act-unknown".formatted(letter(sheet, "figure.article"), row + 1));

    var cases = new ChangedSheet("admission");
    int first = cases.row("id", "A2");
    cases.set(first, "outcome", "maybe");
    assertThat(cases.refused().faults())
        .extracting(it -> it.sheet() + " " + it.place() + " " + it.code())
        .containsExactly(
            "admission %s%d refusal.file-value-wrong"
                .formatted(letter(cases, "outcome"), first + 1));

    var rules = new ChangedSheet("Правила");
    int sentence = rules.row("rule", "admission.written-form") + 1;
    rules.set(sentence, "sentence", "заявление подано на бересте");
    assertThat(rules.refused().faults())
        .extracting(it -> it.place() + " " + it.code())
        .containsExactly(
            "%s%d refusal.rule-not-understood".formatted(letter(rules, "sentence"), sentence + 1));
  }

  @Test
  void formulas_and_merged_cells_are_refused() {
    byte[] formula = written(sheet -> sheet.formula(2, 0, "1+1"));
    assertThat(catchThrowableOfType(CellsRefused.class, () -> EXCHANGE.read(formula)).faults())
        .extracting(it -> it.place() + " " + it.code())
        .contains("A3 formula");

    byte[] merged = written(sheet -> sheet.range(2, 0, 3, 0).merge());
    assertThat(catchThrowableOfType(WorkbookRefused.class, () -> EXCHANGE.read(merged)).arguments())
        .containsExactly("Правила", "A3:A4");
  }

  private static byte[] written(Consumer<Worksheet> change) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
      var sheet = book.newWorksheet("Правила");
      var codes = List.of("question", "rule", "part", "sentence", "line");
      codes.forEach(code -> sheet.value(1, codes.indexOf(code), code));
      sheet.value(2, 0, "admission");
      change.accept(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void nothing_is_taken_if_one_cell_is_wrong() {
    var sheet = new ChangedSheet("Нормы");
    sheet.set(sheet.row("key", MIN_AGE), "value", "18");
    sheet.set(sheet.row("key", "council.size"), "unit", "вёрсты");

    assertThat(sheet.refused()).isNotNull();
  }
}
