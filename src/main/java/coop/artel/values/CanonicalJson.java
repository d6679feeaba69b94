package coop.artel.values;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form of RFC 8785, so that equal content has equal bytes. Values are strings in
 * NFC, booleans, integers below 2^53, lists and maps with string keys; nothing else, and nothing
 * nested deeper than 64.
 */
public final class CanonicalJson {
  /** Larger integers are not exact in JavaScript, whose numbers RFC 8785 takes. */
  static final long MAX_INTEGER = (1L << 53) - 1;

  static final int MAX_DEPTH = 64;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalJson() {}

  /**
   * UTF-8 bytes; text is put into NFC. Values of other types, null, half surrogate pairs and two
   * keys that are one in NFC are refused with {@link IllegalArgumentException}.
   */
  public static byte[] write(Map<String, ?> content) {
    var out = new StringBuilder(1024);
    writeMap(content, out, 1);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * One string as it stands in such JSON, with its quotation marks. Refused as in {@link #write}.
   */
  public static byte[] text(String text) {
    var out = new StringBuilder(text.length() + 2);
    writeText(normal(text), out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads bytes that are byte-equal to their own canonical form; doubled keys, other forms and
   * bytes after the end are refused with {@link IllegalArgumentException}. Numbers come as Long.
   */
  public static Map<String, Object> read(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the bytes are not UTF-8", e);
    }
    var content = new CanonicalJsonParser(text).parse();
    if (!Arrays.equals(bytes, write(content))) {
      throw new IllegalArgumentException("the bytes are not the canonical form of their content");
    }
    return content;
  }

  private static void writeValue(@Nullable Object value, StringBuilder out, int depth) {
    if (value instanceof String text) {
      writeText(normal(text), out);
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      long number = ((Number) value).longValue();
      if (number > MAX_INTEGER || number < -MAX_INTEGER) {
        throw new IllegalArgumentException(number + " is not below 2^53");
      }
      out.append(number);
    } else if (value instanceof List<?> list) {
      writeList(list, out, depth + 1);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out, depth + 1);
    } else {
      throw new IllegalArgumentException(
          value == null
              ? "null has no canonical form"
              : value.getClass().getName() + " has no canonical form");
    }
  }

  private static void writeList(List<?> list, StringBuilder out, int depth) {
    checkDepth(depth);
    out.append('[');
    for (Iterator<?> rest = list.iterator(); rest.hasNext(); ) {
      writeValue(rest.next(), out, depth);
      if (rest.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out, int depth) {
    checkDepth(depth);
    // String's own order is that of UTF-16 code units, as RFC 8785 3.2.3 asks.
    var sorted = new TreeMap<String, Object>();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new IllegalArgumentException("a key is not a string");
      }
      if (member.getValue() == null) {
        throw new IllegalArgumentException("null has no canonical form: " + name);
      }
      if (sorted.put(normal(name), member.getValue()) != null) {
        throw new IllegalArgumentException("doubled key: " + name);
      }
    }
    char separator = '{';
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      writeText(member.getKey(), out);
      out.append(':');
      writeValue(member.getValue(), out, depth);
      separator = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static String normal(String text) {
    return plainly(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Of letters that NFC leaves as they are, whatever stands beside them: Latin, Cyrillic, dashes
   * and quotation marks. Nearly all text is, and to ask the normalizer costs more than the rest.
   */
  private static boolean plainly(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && (c < 0x400 || c > 0x482) && (c < 0x2010 || c > 0x2027)) {
        return false;
      }
    }
    return true;
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    int escaped = 0;
    while (escaped < text.length() && standsForItself(text.charAt(escaped))) {
      escaped++;
    }
    if (escaped == text.length()) {
      out.append(text);
    } else {
      out.append(text, 0, escaped);
      writeEscaped(text, escaped, out);
    }
    out.append('"');
  }

  private static boolean standsForItself(char c) {
    return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
  }

  private static void writeEscaped(String text, int from, StringBuilder out) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
          } else if (Character.isSurrogate(c)) {
            if (!Character.isHighSurrogate(c)
                || i + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(i + 1))) {
              throw new IllegalArgumentException("half a surrogate pair");
            }
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
    }
  }
}
