package coop.artel.desk.members;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.members.Imports;
import coop.artel.workflow.Cases;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of lists of members that were brought. */
@Component
class ImportViews {
  /** More lines than this nobody reads on a page; mistakes come first. */
  private static final int MOST = 300;

  private final Cases cases;
  private final Names names;
  private final Refusals refusals;

  ImportViews(Cases cases, Names names, Refusals refusals) {
    this.cases = cases;
    this.names = names;
    this.refusals = refusals;
  }

  /**
   * @param format how the file was read: its kind, encoding and separator
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
      String minutes,
      String minutesDigest,
      String fileDigest,
      @Nullable String linesDigest,
      @Nullable String note) {}

  record Line(
      int line,
      String name,
      @Nullable String born,
      String number,
      @Nullable String since,
      boolean known,
      boolean takenOut,
      boolean refused,
      List<String> faults) {}

  /** Mistakes first, then the beginning of the others. */
  record Listed(long ready, long refused, long takenOut, long hidden, List<Line> lines) {}

  Head head(Imports.Import it, ZoneId zone, Wording wording) {
    return new Head(
        it.id().toString(),
        it.caseId(),
        cases.number(it.caseId()),
        names.person(it.broughtBy(), wording),
        wording.moment(it.broughtAt(), zone),
        it.state(),
        wording.say("import.state." + it.state()),
        format(it, wording),
        wording.say("import.minutes", it.minutes().number(), wording.date(it.minutes().day())),
        it.minutes().digest(),
        it.fileDigest(),
        it.linesDigest(),
        it.note());
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
    return new Line(
        it.line(),
        it.name(),
        date(it.born(), wording),
        it.numberCell().isEmpty() ? wording.say("import.number.next") : it.numberCell(),
        date(it.since(), wording),
        it.known(),
        it.takenOut(),
        it.refused(),
        it.faults().stream().map(fault -> refusals.fault(fault, wording)).toList());
  }

  private static @Nullable String date(@Nullable LocalDate day, Wording wording) {
    return day == null ? null : wording.date(day);
  }
}
