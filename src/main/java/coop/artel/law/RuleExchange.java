package coop.artel.law;

import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.law.tables.CellKind;
import coop.artel.law.tables.Tables;
import coop.artel.sheets.Archive;
import coop.artel.sheets.CellsRefused;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.WorkbookWriter;
import coop.artel.sheets.Workbooks;
import coop.artel.values.Refusal;
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
public final class RuleExchange {
  private static final Archive.Limits LIMITS =
      new Archive.Limits(4 << 20, 500, 4 << 20, 16 << 20, 100);

  private static final String JURISDICTIONS = "jurisdictions/";
  private static final String WORKBOOK = "[Content_Types].xml";

  private final RuleFiles files;

  public RuleExchange(RuleFiles files) {
    this.files = files;
  }

  /** The same files give the same bytes. */
  public byte[] archive() {
    return Archive.writeTexts(files.byPath());
  }

  /**
   * @param headings what a column is called, by what its lines are ({@code norm}, {@code rule},
   *     {@code case}) and its code
   */
  public byte[] workbook(boolean russian, BinaryOperator<String> headings) {
    return WorkbookWriter.write(tables().out(russian, headings), "Artel", Tables.HEADINGS);
  }

  /**
   * What a file changes that somebody brings, an archive or a spreadsheet: new texts by path,
   * absent where a file goes. What a spreadsheet says must be sound, or all of it is refused at its
   * cells; an archive is read as it is, as a draft would be written. Refused: {@link
   * coop.artel.sheets.ArchiveRefused}, {@link coop.artel.sheets.WorkbookRefused}, {@link
   * coop.artel.sheets.CellsRefused}, {@link RuleFilesRefused}.
   */
  public SortedMap<String, Optional<String>> read(byte[] bytes) {
    var contents = Archive.read(bytes, LIMITS);
    return contents.containsKey(WORKBOOK) ? fromWorkbook(bytes) : fromArchive(contents);
  }

  private SortedMap<String, Optional<String>> fromArchive(Map<String, byte[]> contents) {
    var there = files.byPath();
    var brought = new TreeMap<String, String>();
    contents.forEach(
        (path, content) ->
            brought.put(path, BroughtFile.text(files.country(), path, content, there.get(path))));
    if (brought.isEmpty()) {
      throw RuleFilesRefused.empty();
    }
    var changes = new TreeMap<String, Optional<String>>();
    there.forEach(
        (path, text) -> {
          if (!brought.containsKey(path) && !BroughtFile.isVocabulary(path)) {
            changes.put(path, Optional.empty());
          }
        });
    brought.forEach(
        (path, text) -> {
          if (!text.equals(there.get(path))) {
            changes.put(path, Optional.of(text));
          }
        });
    return changes;
  }

  private SortedMap<String, Optional<String>> fromWorkbook(byte[] bytes) {
    var workbook = Workbooks.read(bytes);
    var changes = tables().in(workbook);
    try {
      check(files.with(changes));
    } catch (FileNotUnderstood | RuleNotUnderstood refusal) {
      tell(refusal, workbook, changes);
    }
    return changes;
  }

  /** At the row of the sheet that the line was made of; what the sheet left alone is not its. */
  private void tell(
      Refusal refusal, Workbook workbook, SortedMap<String, Optional<String>> changes) {
    var path =
        String.valueOf(refusal.arguments().get(0)).replaceFirst("^(?=[a-z]{2}/)", JURISDICTIONS);
    int line = Integer.parseInt(String.valueOf(refusal.arguments().get(1)));
    var what = String.valueOf(refusal.arguments().get(2));
    var text = changes.getOrDefault(path, Optional.empty());
    if (text.isPresent()) {
      var check = new CellsRefused.Check();
      new Tables(files.country(), files.with(changes).byPath(), facts())
          .locate(workbook, path, line, what)
          .tell(check, "refusal." + refusal.code(), refusal.arguments().toArray());
      check.done();
    }
    if (changes.containsKey(path) || !isWrongAlready(refusal)) {
      throw refusal;
    }
  }

  private boolean isWrongAlready(Refusal refusal) {
    try {
      check(files);
      return false;
    } catch (FileNotUnderstood | RuleNotUnderstood before) {
      return before.code().equals(refusal.code()) && before.arguments().equals(refusal.arguments());
    }
  }

  private static void check(RuleFiles files) {
    Edition.compile(files);
    CasesOf.read(files);
  }

  private Tables tables() {
    return new Tables(files.country(), files.byPath(), facts());
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
