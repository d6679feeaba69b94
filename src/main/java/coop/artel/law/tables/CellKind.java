package coop.artel.law.tables;

import static java.util.stream.Collectors.joining;

import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the cells of a column hold, and how they are told from others. */
public enum CellKind {
  TEXT,
  /** A number or a word. */
  VALUE,
  WHOLE,
  DAY,
  MOMENT,
  /** Yes or no. */
  FLAG,
  /** Words with commas between them. */
  LIST,
  /** Names with their values: {@code a = 1; b = 2}. */
  PAIRS,
  /** A line each: a word, or a word with its names: {@code board = правление = board}. */
  WORDS,
  /** A line each: a day with pairs: {@code 2020-01-01: a = 1; b = 2}. */
  DATED_PAIRS;

  private static final Set<String> YES = Set.of("да", "yes", "true", "истина");
  private static final Set<String> NO = Set.of("нет", "no", "false", "ложь");
  private static final DateTimeFormatter BY_PEOPLE =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

  /** A cell that cannot be read as this; {@code code} says why. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    Wrong(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** What a cell says, in the form that files are compared by; empty where it says nothing. */
  String read(Cell cell) throws Wrong {
    if (cell.kind() == Kind.FORMULA) {
      throw new Wrong("formula");
    }
    if (cell.kind() == Kind.ERROR) {
      throw new Wrong("error");
    }
    if (cell.kind() == Kind.NONE) {
      return "";
    }
    if (cell.text().chars().anyMatch(it -> it != '\n' && Character.isISOControl(it))) {
      throw new Wrong("signs");
    }
    return switch (this) {
      case DAY -> day(cell);
      case MOMENT -> moment(cell);
      case FLAG -> flag(cell.text()).orElseThrow(() -> new Wrong("flag"));
      case WHOLE -> whole(cell);
      case VALUE, TEXT -> line(cell);
      case LIST -> parts(line(cell), ",", ", ");
      case PAIRS -> parts(line(cell), ";", "; ").replaceAll("\\s*=\\s*", " = ");
      case WORDS, DATED_PAIRS -> parts(plain(cell), "\n", "\n");
    };
  }

  /** Without regard to blanks around the parts, nor to parts that are empty. */
  private static String parts(String text, String between, String then) {
    return Arrays.stream(text.split(between, -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(joining(then));
  }

  private static String plain(Cell cell) throws Wrong {
    if (cell.kind() == Kind.DAY || cell.kind() == Kind.MOMENT) {
      throw new Wrong("day-for-text");
    }
    return cell.text().strip();
  }

  private static String line(Cell cell) throws Wrong {
    var text = plain(cell);
    if (text.indexOf('\n') >= 0) {
      throw new Wrong("lines");
    }
    return text;
  }

  static Optional<String> flag(String text) {
    var word = text.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of("true");
    }
    return NO.contains(word) ? Optional.of("false") : Optional.empty();
  }

  private static String whole(Cell cell) throws Wrong {
    var text = plain(cell);
    if (!text.matches("0|[1-9]\\d{0,8}")) {
      throw new Wrong("whole");
    }
    return text;
  }

  private static String day(Cell cell) throws Wrong {
    if (cell.kind() == Kind.NUMBER) {
      throw new Wrong("number-for-day");
    }
    try {
      return cell.text().indexOf('.') > 0
          ? LocalDate.parse(cell.text(), BY_PEOPLE).toString()
          : LocalDate.parse(cell.text()).toString();
    } catch (DateTimeException e) {
      throw new Wrong("day");
    }
  }

  private static String moment(Cell cell) throws Wrong {
    if (cell.kind() == Kind.NUMBER) {
      throw new Wrong("number-for-day");
    }
    try {
      return LocalDateTime.parse(
              cell.kind() == Kind.DAY ? cell.text() + "T00:00" : cell.text().replace(' ', 'T'))
          .toString();
    } catch (DateTimeException e) {
      throw new Wrong("moment");
    }
  }
}
