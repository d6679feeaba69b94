package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.members.Sheet.Cell;
import coop.artel.members.Sheet.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV as spreadsheets write it: in two encodings, with three separators. */
final class CsvSheets {
  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final Map<Character, String> SEPARATORS =
      Map.of(';', "semicolon", ',', "comma", '\t', "tab");

  private CsvSheets() {}

  static Sheet read(byte[] file, int mostRows) {
    var encoding = encoding(file);
    String text = decode(file, encoding).orElseThrow(ImportRefused::encoding);
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    char separator = separator(text);
    var format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    var rows = new ArrayList<Row>();
    try (var parser = format.parse(new StringReader(text))) {
      for (CSVRecord found : parser) {
        var row = new Row((int) found.getRecordNumber(), cells(found));
        if (!row.isEmpty()) {
          rows.add(row);
        }
        if (rows.size() > mostRows) {
          throw ImportRefused.tooManyLines(mostRows - 1);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw ImportRefused.unreadable();
    }
    return new Sheet("csv", encoding.name(), named(separator), rows);
  }

  private static String named(char separator) {
    return Objects.requireNonNull(SEPARATORS.get(separator));
  }

  private static List<Cell> cells(CSVRecord found) {
    return found.stream().map(text -> new Cell(text.strip(), false)).toList();
  }

  private static Charset encoding(byte[] file) {
    if (file.length > 1 && file[0] == (byte) 0xff && file[1] == (byte) 0xfe) {
      return UTF_16LE;
    }
    return decode(file, UTF_8).isPresent() ? UTF_8 : WINDOWS;
  }

  private static Optional<String> decode(byte[] file, Charset encoding) {
    try {
      String text = encoding.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whichever stands most often between the headings. */
  private static char separator(String text) {
    String headings = text.lines().findFirst().orElse("");
    char most = ';';
    for (char separator : List.of(',', '\t')) {
      if (count(headings, separator) > count(headings, most)) {
        most = separator;
      }
    }
    return most;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(letter -> letter == sought).count();
  }
}
