package coop.artel.members;

import coop.artel.members.Sheet.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an XLSX file. */
final class XlsxSheets {
  private static final int MOST_PARTS = 1000;

  private XlsxSheets() {}

  static Sheet read(byte[] file, int mostRows, long mostUnpacked) {
    var options = new ReadingOptions(hasStyles(file, mostUnpacked), false);
    var rows = new ArrayList<Row>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), options);
        var found = book.getFirstSheet().openStream()) {
      found
          .map(row -> new Row(row.getRowNum(), cells(row)))
          .filter(row -> !row.isEmpty())
          .forEach(
              row -> {
                if (rows.size() == mostRows) {
                  throw ImportRefused.tooManyLines(mostRows - 1);
                }
                rows.add(row);
              });
    } catch (ImportRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      // The library tells of a file that is not sound by many kinds of exceptions.
      throw ImportRefused.unreadable();
    }
    return new Sheet("xlsx", "", "", rows);
  }

  /**
   * Unpacks what the reader would unpack, by the same directory, and counts it only. Programs that
   * write nothing but cells leave the looks of cells out, without which the reader must not ask for
   * them; a day is then told as text.
   */
  private static boolean hasStyles(byte[] file, long most) {
    long unpacked = 0;
    int parts = 0;
    boolean styles = false;
    byte[] buffer = new byte[8192];
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      var entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        var entry = entries.nextElement();
        styles |= entry.getName().endsWith("styles.xml");
        try (InputStream part = zip.getInputStream(entry)) {
          for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            unpacked += read;
            if (unpacked > most) {
              throw ImportRefused.tooLarge(most >> 20);
            }
          }
        }
        if (++parts > MOST_PARTS) {
          throw ImportRefused.unreadable();
        }
      }
      return styles;
    } catch (IOException | IllegalArgumentException e) {
      throw ImportRefused.unreadable();
    }
  }

  private static List<Sheet.Cell> cells(org.dhatim.fastexcel.reader.Row row) {
    var cells = new ArrayList<Sheet.Cell>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(cell(row.getOptionalCell(i).orElse(null)));
    }
    return cells;
  }

  private static Sheet.Cell cell(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return new Sheet.Cell("", false);
    }
    if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
      return new Sheet.Cell("", true);
    }
    return new Sheet.Cell(
        cell.getType() == CellType.NUMBER ? number(cell) : cell.getText().strip(), false);
  }

  /** A day comes as a count of days with the look of a date, whole numbers without a fraction. */
  private static String number(Cell cell) {
    String look = cell.getDataFormatString();
    if (look != null && isDate(look)) {
      try {
        var moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? moment.toLocalDate().toString()
            : moment.toString();
      } catch (ExcelReaderException e) {
        return cell.getText();
      }
    }
    var number = cell.asNumber();
    return number.stripTrailingZeros().scale() <= 0
        ? number.toBigInteger().toString()
        : number.toPlainString();
  }

  private static boolean isDate(String look) {
    String plain = look.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    return plain.contains("yy") || (plain.contains("d") && plain.contains("m"));
  }
}
