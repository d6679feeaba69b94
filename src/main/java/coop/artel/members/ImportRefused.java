package coop.artel.members;

import coop.artel.values.Refusal;
import java.util.Collection;
import java.util.UUID;

/** A list of members that cannot be read, or not be entered so. */
public class ImportRefused extends Refusal {
  static final String LINES = "import-lines-refused";

  private ImportRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static ImportRefused tooLarge(long megabytes) {
    return new ImportRefused(
        Kind.TOO_LARGE, "import-too-large", "The file has more than %s MB", megabytes);
  }

  static ImportRefused tooManyLines(int most) {
    return new ImportRefused(
        Kind.TOO_LARGE, "import-too-many-lines", "The list has more than %s lines", most);
  }

  static ImportRefused empty() {
    return new ImportRefused(Kind.INVALID, "import-empty", "There is no line in the file");
  }

  static ImportRefused unreadable() {
    return new ImportRefused(
        Kind.INVALID, "import-unreadable", "The file is neither a CSV nor a sound XLSX file");
  }

  static ImportRefused oldExcel() {
    return new ImportRefused(
        Kind.INVALID, "import-old-excel", "An XLS file is to be saved as XLSX or CSV first");
  }

  static ImportRefused encoding() {
    return new ImportRefused(
        Kind.INVALID, "import-encoding", "The text is neither UTF-8 nor Windows-1251");
  }

  /**
   * @param rows that were looked at
   */
  static ImportRefused noHeadings(int rows, Collection<String> mandatory) {
    return new ImportRefused(
        Kind.INVALID,
        "import-no-headings",
        "None of the first %s rows has the headings of the columns: %s",
        rows,
        String.join(", ", mandatory));
  }

  static ImportRefused unknownHeadings(Collection<String> headings) {
    return new ImportRefused(
        Kind.INVALID, "import-heading-unknown", "Unknown columns: %s", String.join(", ", headings));
  }

  static ImportRefused doubledHeading(String heading) {
    return new ImportRefused(
        Kind.INVALID, "import-heading-twice", "The column %s is there twice", heading);
  }

  static ImportRefused missingHeadings(Collection<String> headings) {
    return new ImportRefused(
        Kind.INVALID,
        "import-heading-missing",
        "Columns are missing: %s",
        String.join(", ", headings));
  }

  static ImportRefused minutes() {
    return new ImportRefused(
        Kind.INVALID,
        "import-minutes-missing",
        "The protocol needs a number, a day that is not ahead and its scan or the scan's digest");
  }

  static ImportRefused lines(long refused) {
    return new ImportRefused(Kind.CONFLICT, LINES, "%s lines are refused", refused);
  }

  static ImportRefused closed() {
    return new ImportRefused(
        Kind.CONFLICT, "import-closed", "The list has been proposed or done with already");
  }

  static ImportRefused unknown(UUID id) {
    return new ImportRefused(Kind.NOT_FOUND, "import-unknown", "There is no import %s", id);
  }
}
