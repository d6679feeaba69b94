package coop.artel.law;

import coop.artel.law.tables.CellKind;
import coop.artel.law.tables.Tables;
import coop.artel.sheets.Archive;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.WorkbookWriter;
import coop.artel.sheets.Workbooks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The files of a country's rules out of the service and into it: as they stand in the repository,
 * in an archive, and as tables, in a spreadsheet. What comes in is not trusted and changes nothing
 * by itself.
 */
final class RuleExchange {
  private static final Archive.Limits LIMITS =
      new Archive.Limits(4 << 20, 500, 1 << 20, 16 << 20, 100);

  private final String country;
  private final SortedMap<String, String> files;

  /**
   * @param files of the country by path, the vocabulary among them
   */
  RuleExchange(String country, SortedMap<String, String> files) {
    this.country = country;
    this.files = files;
  }

  /** The same files give the same bytes. */
  byte[] archive() {
    return Archive.writeTexts(files);
  }

  /**
   * @param headings what a column is called, by the name of its sheet and its code
   */
  byte[] workbook(boolean russian, BinaryOperator<String> headings) {
    return WorkbookWriter.write(tables().out(russian, headings), "Artel", Tables.HEADINGS);
  }

  /**
   * What an archive changes: new texts by path, absent where it lacks a file. Refused: {@link
   * coop.artel.sheets.ArchiveRefused}, {@link RuleFilesRefused}.
   */
  SortedMap<String, Optional<String>> fromArchive(byte[] bytes) {
    var brought = new TreeMap<String, String>();
    Archive.read(bytes, LIMITS)
        .forEach(
            (path, content) ->
                brought.put(path, BroughtFile.text(country, path, content, files.get(path))));
    if (brought.isEmpty()) {
      throw RuleFilesRefused.empty();
    }
    var changes = new TreeMap<String, Optional<String>>();
    files.forEach(
        (path, text) -> {
          if (!brought.containsKey(path) && !BroughtFile.isVocabulary(path)) {
            changes.put(path, Optional.empty());
          }
        });
    brought.forEach(
        (path, text) -> {
          if (!text.equals(files.get(path))) {
            changes.put(path, Optional.of(text));
          }
        });
    return changes;
  }

  /**
   * What a spreadsheet changes, so. Refused: {@link coop.artel.sheets.ArchiveRefused}, {@link
   * coop.artel.sheets.WorkbookRefused}, {@link coop.artel.sheets.CellsRefused}.
   */
  SortedMap<String, Optional<String>> fromWorkbook(byte[] bytes) {
    Workbook workbook = Workbooks.read(bytes);
    return tables().in(workbook);
  }

  private Tables tables() {
    return new Tables(country, files, facts());
  }

  /** The facts of each question, by name, in the order of its record. */
  private static SortedMap<String, Map<String, CellKind>> facts() {
    var facts = new TreeMap<String, Map<String, CellKind>>();
    for (var question : FactNames.questions()) {
      var kinds = new LinkedHashMap<String, CellKind>();
      FactFields.of(question).forEach(it -> kinds.put(it.name(), kind(it.kind())));
      facts.put(question, kinds);
    }
    return facts;
  }

  private static CellKind kind(RuleBook.Kind kind) {
    return switch (kind) {
      case FLAG, PERHAPS -> CellKind.FLAG;
      case NUMBER -> CellKind.WHOLE;
      case DAY -> CellKind.DAY;
      case MOMENT -> CellKind.MOMENT;
      case SUM -> CellKind.VALUE;
      case WORD -> CellKind.TEXT;
    };
  }
}
