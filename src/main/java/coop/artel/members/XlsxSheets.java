package coop.artel.members;

import coop.artel.members.Sheet.Row;
import coop.artel.sheets.Workbook.Kind;
import coop.artel.sheets.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

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
    return Workbooks.cells(row).stream()
        .map(it -> new Sheet.Cell(it.text(), it.kind() == Kind.FORMULA))
        .toList();
  }
}
