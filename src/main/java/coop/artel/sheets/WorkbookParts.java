package coop.artel.sheets;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks over each part of an XLSX file before the library reads it, by the JDK's own reader with
 * everything off that reaches out of a document.
 */
final class WorkbookParts {
  static final int ROWS = 20_000;
  static final int COLUMNS = 200;
  private static final int DEEPEST = 100;
  private static final String INCLUDES = "http://www.w3.org/2001/XInclude";
  private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

  /** Blanks, and what tells the order of bytes. */
  private static final String BEFORE_XML = "\0 \t\r\n\u00EF\u00BB\u00BF\u00FE\u00FF";

  private static final XMLInputFactory XML = factory();

  /** Merged cells by the path of the sheet in the file. */
  private final SortedMap<String, String> merged = new TreeMap<>();

  /** The sheets' paths by the id under which the workbook names them. */
  private final SortedMap<String, String> paths = new TreeMap<>();

  private boolean styles;

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Refused: {@link WorkbookRefused}. */
  static WorkbookParts check(Map<String, byte[]> files) {
    var parts = new WorkbookParts();
    files.forEach(
        (name, content) -> {
          parts.styles |= name.endsWith("styles.xml");
          if (name.endsWith(".xml") || isXml(content)) {
            parts.check(name, content);
          }
        });
    return parts;
  }

  /**
   * Whatever a part is called, the workbook may name it as a sheet. XML begins with a bracket,
   * which only marks of its encoding and blanks may stand before.
   */
  private static boolean isXml(byte[] content) {
    for (byte sign : content) {
      if (sign == '<') {
        return true;
      }
      if (BEFORE_XML.indexOf(sign & 0xff) < 0) {
        return false;
      }
    }
    return false;
  }

  /** Some programs leave the looks of cells out; the reader must not ask for them then. */
  boolean hasStyles() {
    return styles;
  }

  /** Cells of a sheet that are merged, or empty. */
  String merged(String sheet) {
    return merged.getOrDefault(paths.getOrDefault(sheet, ""), "");
  }

  private void check(String name, byte[] content) {
    XMLStreamReader reader = null;
    try {
      reader = XML.createXMLStreamReader(new ByteArrayInputStream(content));
      int depth = 0;
      int rows = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw WorkbookRefused.declares(name);
          case XMLStreamConstants.START_ELEMENT -> {
            rows += reader.getLocalName().equals("row") ? 1 : 0;
            checkElement(name, reader);
            if (++depth > DEEPEST || rows > ROWS) {
              throw WorkbookRefused.tooLarge(ROWS, COLUMNS);
            }
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw WorkbookRefused.unreadable();
    } finally {
      close(reader);
    }
  }

  private void checkElement(String part, XMLStreamReader reader) {
    if (INCLUDES.equals(reader.getNamespaceURI())) {
      throw WorkbookRefused.declares(part);
    }
    switch (reader.getLocalName()) {
      case "mergeCell" -> {
        var cells = reader.getAttributeValue(null, "ref");
        merged.putIfAbsent(part, cells == null ? "?" : cells);
      }
      case "c" -> checkPlace(reader.getAttributeValue(null, "r"));
      case "Relationship" -> checkRelationship(part, reader);
      default -> {}
    }
  }

  /** A link in a cell leads where its reader clicks; any other asks to be fetched. */
  private void checkRelationship(String part, XMLStreamReader reader) {
    var type = String.valueOf(reader.getAttributeValue(null, "Type"));
    if ("External".equals(reader.getAttributeValue(null, "TargetMode"))
        && !type.endsWith("/hyperlink")) {
      throw WorkbookRefused.declares(part);
    }
    if (part.equals("xl/_rels/workbook.xml.rels")) {
      var target = String.valueOf(reader.getAttributeValue(null, "Target"));
      paths.put(
          String.valueOf(reader.getAttributeValue(null, "Id")),
          target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
  }

  /** A cell far to the right or below would have the reader make all those before it. */
  private static void checkPlace(@Nullable String place) {
    if (place == null) {
      return;
    }
    var at = PLACE.matcher(place);
    if (!at.matches()) {
      throw WorkbookRefused.unreadable();
    }
    int column = at.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
    if (column > COLUMNS) {
      throw WorkbookRefused.tooLarge(ROWS, COLUMNS);
    }
  }

  private static void close(@Nullable XMLStreamReader reader) {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw WorkbookRefused.unreadable();
    }
  }
}
