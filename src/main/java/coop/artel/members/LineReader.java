package coop.artel.members;

import coop.artel.members.Imports.Fault;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.people.Person.IdentityDocument;
import coop.artel.people.PersonMalformed;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line for itself: what each cell says, and whether a cell can say it. */
final class LineReader {
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT));
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Map<String, String> KINDS =
      Map.of(
          "паспорт", "passport-rf",
          "паспорт рф", "passport-rf",
          "паспорт гражданина рф", "passport-rf",
          "passport", "passport-rf",
          "паспорт иностранного гражданина", "passport-foreign",
          "foreign passport", "passport-foreign",
          "вид на жительство", "residence-permit",
          "residence permit", "residence-permit");

  private final ImportLine line;
  private final LocalDate today;
  private final People people;
  private final List<Fault> faults = new ArrayList<>();

  private LineReader(ImportLine line, LocalDate today, People people) {
    this.line = line;
    this.today = today;
    this.people = people;
  }

  static CheckedLine read(ImportLine line, LocalDate today, People people) {
    return new LineReader(line, today, people).read();
  }

  private CheckedLine read() {
    for (RegisterColumn column : RegisterColumn.values()) {
      if (line.formulas().contains(column)) {
        fault(column, "formula");
      } else if (column.mandatory() && text(column) == null) {
        fault(column, "missing");
      }
    }
    var number = number();
    var since = day(RegisterColumn.SINCE);
    var born = day(RegisterColumn.BORN);
    if (since != null && since.isAfter(today)) {
      fault(RegisterColumn.SINCE, "since-ahead", since);
    } else if (since != null && born != null && since.isBefore(born)) {
      fault(RegisterColumn.SINCE, "since-before-born", born);
    }
    var person = person(born, document());
    return new CheckedLine(line, person, false, number, since, List.copyOf(faults));
  }

  private @Nullable Person person(@Nullable LocalDate born, @Nullable IdentityDocument document) {
    @Nullable String family = text(RegisterColumn.FAMILY_NAME);
    @Nullable String given = text(RegisterColumn.GIVEN_NAME);
    if (family == null || given == null) {
      return null;
    }
    try {
      return people.check(
          new Person(
              PersonId.random(),
              family,
              given,
              text(RegisterColumn.PATRONYMIC),
              born,
              text(RegisterColumn.ADDRESS),
              text(RegisterColumn.PHONE),
              text(RegisterColumn.EMAIL),
              document));
    } catch (PersonMalformed malformed) {
      faults.add(new Fault(column(malformed), malformed.code(), malformed.arguments()));
      return null;
    }
  }

  private RegisterColumn column(PersonMalformed malformed) {
    return switch (malformed.code()) {
      case "birth-date-impossible" -> RegisterColumn.BORN;
      case "address-malformed" -> RegisterColumn.ADDRESS;
      case "phone-malformed" -> RegisterColumn.PHONE;
      case "email-malformed" -> RegisterColumn.EMAIL;
      case "identity-document-malformed", "passport-number-malformed" ->
          RegisterColumn.DOCUMENT_NUMBER;
      case "identity-document-date-impossible" -> RegisterColumn.ISSUED_ON;
      default -> nameAmong(malformed.arguments());
    };
  }

  private RegisterColumn nameAmong(List<Object> arguments) {
    for (var column : List.of(RegisterColumn.GIVEN_NAME, RegisterColumn.PATRONYMIC)) {
      @Nullable String name = text(column);
      if (name != null && arguments.contains(name.replaceAll("[ \\u00a0\\u202f]+", " ").strip())) {
        return column;
      }
    }
    return RegisterColumn.FAMILY_NAME;
  }

  /** All that one must know of a document, or nothing. */
  private @Nullable IdentityDocument document() {
    var columns =
        List.of(
            RegisterColumn.DOCUMENT_KIND,
            RegisterColumn.DOCUMENT_NUMBER,
            RegisterColumn.ISSUED_ON,
            RegisterColumn.ISSUED_BY);
    if (columns.stream().allMatch(column -> text(column) == null)) {
      return null;
    }
    for (RegisterColumn column : columns) {
      if (text(column) == null && column != RegisterColumn.DOCUMENT_KIND) {
        fault(column, "document-incomplete");
        return null;
      }
    }
    @Nullable String kind = text(RegisterColumn.DOCUMENT_KIND);
    @Nullable String known =
        KINDS.get(kind == null ? "паспорт" : kind.toLowerCase(Locale.ROOT).strip());
    if (known == null) {
      fault(RegisterColumn.DOCUMENT_KIND, "document-kind");
      return null;
    }
    var issuedOn = day(RegisterColumn.ISSUED_ON);
    return issuedOn == null
        ? null
        : new IdentityDocument(
            known,
            String.valueOf(text(RegisterColumn.DOCUMENT_NUMBER)),
            issuedOn,
            String.valueOf(text(RegisterColumn.ISSUED_BY)));
  }

  private @Nullable Long number() {
    @Nullable String text = text(RegisterColumn.NUMBER);
    if (text == null) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      fault(RegisterColumn.NUMBER, "not-a-number");
      return null;
    }
    return Long.valueOf(text);
  }

  private @Nullable LocalDate day(RegisterColumn column) {
    @Nullable String text = text(column);
    if (text == null) {
      return null;
    }
    for (DateTimeFormatter form : DAYS) {
      try {
        var day = LocalDate.parse(text, form);
        if (day.getYear() >= 1850 && day.getYear() <= 2200) {
          return day;
        }
      } catch (DateTimeParseException e) {
        // The next form may fit.
      }
    }
    fault(column, "not-a-day");
    return null;
  }

  private @Nullable String text(RegisterColumn column) {
    return line.cells().get(column);
  }

  private void fault(RegisterColumn column, String code, Object... arguments) {
    faults.add(new Fault(column, code, List.of(arguments)));
  }
}
