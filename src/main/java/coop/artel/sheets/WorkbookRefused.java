package coop.artel.sheets;

import coop.artel.values.Refusal;

/** A spreadsheet that is not read at all. */
public final class WorkbookRefused extends Refusal {
  private WorkbookRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static WorkbookRefused unreadable() {
    return new WorkbookRefused(
        Kind.INVALID, "workbook-unreadable", "The file is no sound XLSX file");
  }

  /** A part of it declares what it means by itself: no program that writes tables does. */
  static WorkbookRefused declares(String part) {
    return new WorkbookRefused(
        Kind.INVALID,
        "workbook-declares",
        "%s: the part declares a document type of its own or asks for other files",
        part);
  }

  static WorkbookRefused tooLarge(int rows, int columns) {
    return new WorkbookRefused(
        Kind.TOO_LARGE,
        "workbook-too-large",
        "A sheet has more than %s rows or %s columns",
        rows,
        columns);
  }

  /** None is left out in silence: what a sheet says would seem to be taken. */
  static WorkbookRefused tooManySheets(int most) {
    return new WorkbookRefused(
        Kind.TOO_LARGE, "workbook-too-many-sheets", "The file has more than %s sheets", most);
  }

  static WorkbookRefused merged(String sheet, String cells) {
    return new WorkbookRefused(
        Kind.INVALID,
        "workbook-merged",
        "Sheet %s, cells %s: they are merged; each line needs its own",
        sheet,
        cells);
  }
}
