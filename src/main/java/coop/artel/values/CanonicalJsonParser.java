package coop.artel.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that {@link CanonicalJson} can write. It needs to refuse only what the comparison
 * with the canonical form cannot see: doubled keys and what stands after the end.
 */
final class CanonicalJsonParser {
  private final String text;
  private int at;

  CanonicalJsonParser(String text) {
    this.text = text;
  }

  Map<String, Object> parse() {
    var content = map(1);
    if (at != text.length()) {
      throw wrong("something follows the end");
    }
    return content;
  }

  private Object value(int depth) {
    return switch (peek()) {
      case '"' -> string();
      case '{' -> map(depth + 1);
      case '[' -> list(depth + 1);
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      default -> integer();
    };
  }

  private Map<String, Object> map(int depth) {
    CanonicalJson.checkDepth(depth);
    var map = new LinkedHashMap<String, Object>();
    expect('{');
    if (peek() == '}') {
      at++;
      return map;
    }
    while (true) {
      String name = string();
      expect(':');
      if (map.put(name, value(depth)) != null) {
        throw wrong("doubled key " + name);
      }
      if (peek() == '}') {
        at++;
        return map;
      }
      expect(',');
    }
  }

  private List<Object> list(int depth) {
    CanonicalJson.checkDepth(depth);
    var list = new ArrayList<Object>();
    expect('[');
    if (peek() == ']') {
      at++;
      return list;
    }
    while (true) {
      list.add(value(depth));
      if (peek() == ']') {
        at++;
        return list;
      }
      expect(',');
    }
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw wrong("the text breaks off");
        }
        int code = 0;
        for (int end = at + 4; at < end; at++) {
          int digit = Character.digit(text.charAt(at), 16);
          if (digit < 0) {
            throw wrong("not an escape");
          }
          code = code * 16 + digit;
        }
        yield (char) code;
      }
      default -> throw wrong("not an escape");
    };
  }

  private Boolean literal(String word, Boolean meaning) {
    if (!text.startsWith(word, at)) {
      throw wrong("not a value");
    }
    at += word.length();
    return meaning;
  }

  private Long integer() {
    int start = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw wrong("not a value");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("the text breaks off");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("expected " + c);
    }
    at++;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("%s at character %d".formatted(what, at));
  }
}
