package coop.artel.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives and spreadsheets with parts that no program writes. */
final class Parts {
  static final String SHEET = "xl/worksheets/sheet1.xml";

  private Parts() {}

  /** A sound spreadsheet of one cell, in which a part is another. */
  static byte[] workbook(String part, byte[] content) {
    var all =
        Archive.read(
            WorkbookWriter.write(
                new Workbook(
                    List.of(new Table("Лист", List.of(new Row(1, List.of(Cell.text("слово"))))))),
                "test",
                1),
            new Archive.Limits(1 << 20, 100, 1 << 20, 1 << 20, 1000));
    all.put(part, content);
    return zip(zip -> all.forEach((name, bytes) -> put(zip, new ZipArchiveEntry(name), bytes)));
  }

  static byte[] workbook(String part, String content) {
    return workbook(part, content.getBytes(UTF_8));
  }

  static byte[] zip(Consumer<ZipArchiveOutputStream> writing) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      writing.accept(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) {
    try {
      zip.putArchiveEntry(entry);
      zip.write(content);
      zip.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void put(ZipArchiveOutputStream zip, String name, String content) {
    put(zip, new ZipArchiveEntry(name), content.getBytes(UTF_8));
  }

  /** The parts as the JDK itself unpacks them. */
  static Map<String, byte[]> of(byte[] file) {
    var parts = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
