package coop.artel.desk.members;

import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.members.Imports;
import coop.artel.members.RegisterColumn;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of lists of members that were brought. */
@Component
class ImportViews {
  /** More lines than this nobody reads on a page; mistakes come first. */
  private static final int MOST = 300;

  /** What a row of the table tells by itself. */
  private static final Set<RegisterColumn> IN_ROW =
      Set.of(
          RegisterColumn.NUMBER,
          RegisterColumn.FAMILY_NAME,
          RegisterColumn.GIVEN_NAME,
          RegisterColumn.PATRONYMIC,
          RegisterColumn.BORN,
          RegisterColumn.SINCE);

  private final Cases cases;
  private final Tasks tasks;
  private final Names names;
  private final Refusals refusals;

  ImportViews(Cases cases, Tasks tasks, Names names, Refusals refusals) {
    this.cases = cases;
    this.tasks = tasks;
    this.names = names;
    this.refusals = refusals;
  }

  /**
   * @param stateWords with who has it
   * @param format how the file was read: its kind, encoding and separator
   * @param title where the headings stand, if something stands above them
   */
  record Head(
      String id,
      String caseId,
      String caseNumber,
      String broughtBy,
      String broughtAt,
      String state,
      String stateWords,
      String format,
      @Nullable String title,
      String minutes,
      String minutesDigest,
      String fileDigest,
      @Nullable String linesDigest,
      @Nullable String note) {}

  /** What is wrong, and what stands in the file there. */
  record Fault(String words, @Nullable String value) {}

  /** A cell of the file under the name of its column. */
  record Cell(String label, String value) {}

  /**
   * A line.
   *
   * @param cells those that the row itself does not tell
   * @param entered the number under which it stands in the register
   */
  record Line(
      int line,
      String name,
      @Nullable String born,
      String number,
      @Nullable String since,
      boolean known,
      boolean takenOut,
      boolean refused,
      List<Fault> faults,
      List<Cell> cells,
      @Nullable String entered) {}

  /** Mistakes first, then the beginning of the others. */
  record Listed(long ready, long refused, long takenOut, long hidden, List<Line> lines) {}

  Head head(Imports.Import it, ZoneId zone, Wording wording) {
    return new Head(
        it.id().toString(),
        it.caseId(),
        cases.number(it.caseId()),
        names.acting(it.broughtBy(), it.broughtFor(), wording),
        wording.moment(it.broughtAt(), zone),
        it.state(),
        state(it, wording),
        format(it, wording),
        it.headings() == 1 ? null : wording.say("import.headings", Integer.toString(it.headings())),
        wording.say("import.minutes", it.minutes().number(), wording.date(it.minutes().day())),
        it.minutes().digest(),
        it.fileDigest(),
        it.linesDigest(),
        it.note());
  }

  private String state(Imports.Import it, Wording wording) {
    var words = wording.say("import.state." + it.state());
    if (!it.unfinished()) {
      return words;
    }
    var waiting = tasks.ofCase(it.caseId());
    if (waiting.isEmpty()) {
      return wording.say("import.state.entering");
    }
    var task = waiting.get(0);
    var holder = task.assignee();
    if (holder == null && it.open()) {
      return words;
    }
    var who =
        holder == null
            ? String.join(", ", CaseViews.offices(task, wording))
            : names.person(holder, wording);
    return wording.say("import.state.with", words, who);
  }

  private static String format(Imports.Import it, Wording wording) {
    return it.format().equals("csv")
        ? wording.say(
            "import.format.csv", it.encoding(), wording.say("import.separator." + it.separator()))
        : wording.say("import.format.xlsx");
  }

  Listed list(List<Imports.Line> lines, Wording wording) {
    var refused = lines.stream().filter(Imports.Line::refused).toList();
    var out = lines.stream().filter(Imports.Line::takenOut).toList();
    var ready = lines.stream().filter(it -> !it.refused() && !it.takenOut()).toList();
    var shown =
        Stream.of(refused, out, ready)
            .flatMap(List::stream)
            .limit(MOST)
            .map(it -> line(it, wording))
            .toList();
    return new Listed(ready.size(), refused.size(), out.size(), lines.size() - shown.size(), shown);
  }

  private Line line(Imports.Line it, Wording wording) {
    var entered = it.entered();
    var number = it.numberCell().isEmpty() ? wording.say("import.number.next") : it.numberCell();
    return new Line(
        it.line(),
        it.erased() ? wording.say("person.erased") : it.name(),
        date(it.born(), wording),
        entered == null ? number : entered.toString(),
        date(it.since(), wording),
        it.known(),
        it.takenOut(),
        it.refused(),
        it.faults().stream().map(fault -> fault(fault, it, wording)).toList(),
        Arrays.stream(RegisterColumn.values())
            .filter(column -> !IN_ROW.contains(column) && it.cells().containsKey(column))
            .map(column -> cell(column, it, wording))
            .toList(),
        entered == null ? null : entered.toString());
  }

  private Fault fault(Imports.Fault fault, Imports.Line line, Wording wording) {
    var column = fault.column();
    return new Fault(
        refusals.fault(fault, wording), column == null ? null : line.cells().get(column));
  }

  private static Cell cell(RegisterColumn column, Imports.Line line, Wording wording) {
    return new Cell(
        wording.say("import.column." + column.key()), line.cells().getOrDefault(column, ""));
  }

  private static @Nullable String date(@Nullable LocalDate day, Wording wording) {
    return day == null ? null : wording.date(day);
  }
}
