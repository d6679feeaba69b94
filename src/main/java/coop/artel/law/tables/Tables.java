package coop.artel.law.tables;

import coop.artel.sheets.CellsRefused;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Kind;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The norms, rules and cases of a country as the sheets of a spreadsheet, and back: what stands in
 * a sheet as it stands in the file leaves the file as it is, to the byte.
 */
public final class Tables {
  /** Rows above the lines: what a column is called, and its code. */
  public static final int HEADINGS = 2;

  private static final Set<String> NORMS = Set.of("Нормы", "Norms");
  private static final Set<String> RULES = Set.of("Правила", "Rules");

  private final String country;
  private final SortedMap<String, String> files;
  private final Map<String, Map<String, CellKind>> facts;
  private final String norms;

  /**
   * @param files of the country by path
   * @param facts of each question, by name
   */
  public Tables(
      String country, SortedMap<String, String> files, Map<String, Map<String, CellKind>> facts) {
    this.country = country;
    this.files = files;
    this.facts = facts;
    this.norms = "jurisdictions/%s/norms.yaml".formatted(country);
  }

  /**
   * @param russian whether sheets and answers are called in Russian
   * @param headings what a column is called, by what its lines are ({@code norm}, {@code rule},
   *     {@code case}) and its code
   */
  public Workbook out(boolean russian, BinaryOperator<String> headings) {
    var tables = new ArrayList<Table>();
    var writer = new Writer(russian, headings);
    tables.add(
        writer.table(
            russian ? "Нормы" : "Norms",
            "norm",
            NormsTable.columns(),
            NormsTable.lines(YamlText.read(norms, files.getOrDefault(norms, "")))));
    if (!rules(files).isEmpty()) {
      tables.add(
          writer.table(
              russian ? "Правила" : "Rules",
              "rule",
              RulesTable.COLUMNS,
              new RulesTable(country, rules(files)).lines()));
    }
    facts.forEach(
        (question, of) -> {
          var text = files.get(cases(question));
          if (text != null || files.containsKey("rules/%s/%s.dslr".formatted(country, question))) {
            var table = new CasesTable(question, of);
            tables.add(
                writer.table(
                    question,
                    "case",
                    table.columns(),
                    text == null ? List.of() : table.lines(YamlText.read(cases(question), text))));
          }
        });
    return new Workbook(tables);
  }

  private String cases(String question) {
    return "jurisdictions/%s/cases/%s.yaml".formatted(country, question);
  }

  private SortedMap<String, String> rules(SortedMap<String, String> of) {
    var rules = new TreeMap<>(of);
    rules.keySet().removeIf(path -> !path.startsWith("rules/" + country + "/"));
    return rules;
  }

  private record Writer(boolean russian, BinaryOperator<String> headings) {
    Table table(String name, String kind, List<Column> columns, List<Map<String, String>> lines) {
      var rows = new ArrayList<Row>();
      rows.add(
          new Row(
              1, columns.stream().map(it -> Cell.text(headings.apply(kind, it.code()))).toList()));
      rows.add(new Row(2, columns.stream().map(it -> Cell.text(it.code())).toList()));
      for (var line : lines) {
        rows.add(new Row(rows.size() + 1, columns.stream().map(it -> cell(it, line)).toList()));
      }
      return new Table(name, rows);
    }

    private Cell cell(Column column, Map<String, String> line) {
      var text = line.getOrDefault(column.code(), "");
      boolean flag =
          column.kind() == CellKind.FLAG
              || (column.code().equals("value") && "flag".equals(line.get("unit")));
      if (flag && !text.isEmpty()) {
        boolean yes = text.equals("true") || text.equals("yes");
        return Cell.text(russian ? (yes ? "да" : "нет") : (yes ? "yes" : "no"));
      }
      return switch (column.kind()) {
        case DAY -> Cell.day(text);
        case WHOLE, VALUE -> isNumber(text) ? new Cell(Kind.NUMBER, text) : Cell.text(text);
        default -> Cell.text(text);
      };
    }

    /** Whether a spreadsheet would keep each of its digits. */
    private static boolean isNumber(String text) {
      return text.length() <= 15
          && text.matches("\\d+(\\.\\d+)?")
          && new BigDecimal(text).stripTrailingZeros().toPlainString().equals(text);
    }
  }

  /**
   * The files that a spreadsheet changes: their new texts, or absent where nothing of a file is
   * left. A sheet that is not there changes nothing. Refused: {@link CellsRefused}, with all that
   * is wrong.
   */
  public SortedMap<String, Optional<String>> in(Workbook workbook) {
    var check = new CellsRefused.Check();
    var changes = new TreeMap<String, Optional<String>>();
    var seen = new HashSet<String>();
    for (var table : workbook.tables()) {
      change(table, seen, check, changes);
    }
    check.done();
    changes
        .entrySet()
        .removeIf(it -> it.getValue().equals(Optional.ofNullable(files.get(it.getKey()))));
    return changes;
  }

  private void change(
      Table table,
      Set<String> seen,
      CellsRefused.Check check,
      Map<String, Optional<String>> changes) {
    var name = table.name();
    if (!seen.add(NORMS.contains(name) ? "" : RULES.contains(name) ? "*" : name)) {
      check.tell(name, 0, -1, "sheet-twice");
    } else if (NORMS.contains(name)) {
      Lines.read(table, NormsTable.columns(), check)
          .ifPresent(
              lines ->
                  put(norms, NormsTable.change(YamlText.read(norms, text(norms)), lines), changes));
    } else if (RULES.contains(name)) {
      Lines.read(table, RulesTable.COLUMNS, check)
          .ifPresent(
              lines ->
                  new RulesTable(country, rules(files))
                      .change(lines)
                      .forEach((path, text) -> put(path, text, changes)));
    } else if (facts.containsKey(name)) {
      var of = new CasesTable(name, facts.get(name));
      @Nullable String text = files.get(cases(name));
      Lines.read(table, of.columns(), check)
          .ifPresent(
              lines ->
                  put(
                      cases(name),
                      of.change(text == null ? null : YamlText.read(cases(name), text), lines),
                      changes));
    } else {
      check.tell(name, 0, -1, "sheet-unknown");
    }
  }

  private String text(String path) {
    return files.getOrDefault(path, "");
  }

  private static void put(String path, String text, Map<String, Optional<String>> changes) {
    changes.put(path, text.isEmpty() ? Optional.empty() : Optional.of(text));
  }

  /**
   * The cell that a line of a changed file was made of.
   *
   * @param column below 0 where the whole row is meant; the row is 0 where none was found
   */
  public record Place(String sheet, int row, int column) {
    public void tell(CellsRefused.Check check, String code, Object... arguments) {
      check.tell(sheet, row, column, code, arguments);
    }
  }

  /**
   * Finds the row of a sheet that a line of these files was made of.
   *
   * @param what is wrong there, perhaps the text of a cell
   */
  public Place locate(Workbook workbook, String path, int line, String what) {
    var text = text(path);
    var question = path.replaceFirst("^.*/", "").replaceFirst("\\.\\w+$", "");
    if (path.equals(norms)) {
      return locate(
          workbook,
          NORMS,
          NormsTable.columns(),
          NormsTable.at(YamlText.read(path, text), line),
          what);
    }
    if (path.startsWith("rules/")) {
      return locate(workbook, RULES, RulesTable.COLUMNS, RulesTable.at(path, text, line), what);
    }
    if (facts.containsKey(question)) {
      var table = new CasesTable(question, facts.get(question));
      return locate(
          workbook,
          Set.of(question),
          table.columns(),
          table.at(YamlText.read(path, text), line),
          what);
    }
    return new Place(path, 0, -1);
  }

  private static Place locate(
      Workbook workbook,
      Set<String> names,
      List<Column> columns,
      Map<String, String> cells,
      String what) {
    for (var table : workbook.tables()) {
      if (names.contains(table.name())) {
        var lines = Lines.read(table, columns, new CellsRefused.Check());
        lines.ifPresent(it -> it.all().forEach(NormsTable::asFlag));
        return lines.flatMap(it -> it.find(cells, what)).orElse(new Place(table.name(), 0, -1));
      }
    }
    return new Place(names.iterator().next(), 0, -1);
  }
}
