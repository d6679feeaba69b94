package coop.artel.law;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.dsl.DSLMapping;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;

/**
 * The sentences of one language, read twice: by Drools, which expands them, and by us, who write
 * what the expansion must be. Ours matches whole lines, takes only values of a type, and writes
 * each value anew.
 */
final class Vocabulary {
  private static final Pattern ENTRY =
      Pattern.compile("\\[(keyword|condition|consequence)\\](\\^?)([^=]+)=(.+)");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)\\}");
  private static final String NAME = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
  private static final String DOTTED = NAME + "(?:\\." + NAME + ")+";

  /** What a captured value must look like; none of them can hold a quote or a backslash. */
  private static final Map<String, Pattern> TYPES =
      Map.of(
          "rule", Pattern.compile(DOTTED),
          "norm", Pattern.compile(DOTTED),
          "share", Pattern.compile(DOTTED),
          "base", Pattern.compile(DOTTED),
          "casting", Pattern.compile(DOTTED),
          "percent", Pattern.compile(DOTTED),
          "size", Pattern.compile(DOTTED),
          "code", Pattern.compile(NAME),
          "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
          "article", Pattern.compile("[\\p{L}\\p{M}\\p{N} .,;()§/-]{1,200}"));

  private final String file;
  private final List<Sentence> sentences;
  private final DSLMapping mapping;

  /** Where a sentence may stand. */
  enum Section {
    KEYWORD,
    CONDITION,
    CONSEQUENCE
  }

  /**
   * A sentence of the vocabulary.
   *
   * @param text with its variables in braces
   * @param target what it means to the machine, with the same variables
   */
  record Sentence(
      Section section, String text, String target, Pattern pattern, List<String> variables) {
    /** The values that a whole line holds, each written anew from what was read. */
    Optional<Map<String, String>> values(String line) {
      var matcher = pattern.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < variables.size(); i++) {
        var written = write(variables.get(i), matcher.group(i + 1));
        if (written.isEmpty()) {
          return Optional.empty();
        }
        values.put(variables.get(i), written.get());
      }
      return Optional.of(values);
    }

    String fill(Map<String, String> values) {
      var matcher = VARIABLE.matcher(target);
      return matcher.replaceAll(
          match -> Matcher.quoteReplacement(requireNonNull(values.get(match.group(1)))));
    }

    private static Optional<String> write(String type, String text) {
      if (!requireNonNull(TYPES.get(type)).matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(type.equals("date") ? LocalDate.parse(text).toString() : text);
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** A line of a rule, as the vocabulary reads it. */
  record Spoken(Sentence sentence, Map<String, String> values) {
    String written() {
      return sentence.fill(values);
    }
  }

  private Vocabulary(String file, List<Sentence> sentences, DSLMapping mapping) {
    this.file = file;
    this.sentences = sentences;
    this.mapping = mapping;
  }

  /** The vocabulary is ours: a slip in it is a broken program. */
  static Vocabulary read(String file, String dsl) {
    var sentences = new ArrayList<Sentence>();
    for (var line : dsl.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var entry = ENTRY.matcher(line);
      if (!entry.matches()) {
        throw new IllegalStateException("%s: %s".formatted(file, line));
      }
      var section = Section.valueOf(entry.group(1).toUpperCase(Locale.ROOT));
      if (section == Section.KEYWORD == entry.group(2).isEmpty()) {
        throw new IllegalStateException(
            "%s: a keyword, and only that, begins with ^".formatted(file));
      }
      sentences.add(sentence(section, entry.group(3), entry.group(4)));
    }
    return new Vocabulary(file, List.copyOf(sentences), mapping(file, dsl));
  }

  private static Sentence sentence(Section section, String text, String target) {
    var variables = new ArrayList<String>();
    var regex = new StringBuilder();
    var matcher = VARIABLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      var type = matcher.group(1);
      if (!TYPES.containsKey(type)) {
        throw new IllegalStateException("%s: no such kind of value".formatted(type));
      }
      variables.add(type);
      regex.append(Pattern.quote(text.substring(end, matcher.start()))).append("(.+?)");
      end = matcher.end();
    }
    regex.append(Pattern.quote(text.substring(end)));
    return new Sentence(
        section, text, target, Pattern.compile(regex.toString()), List.copyOf(variables));
  }

  private static DSLMapping mapping(String file, String dsl) {
    var reader = new DSLTokenizedMappingFile();
    try {
      if (!reader.parseAndLoad(new StringReader(dsl))) {
        throw new IllegalStateException("%s: %s".formatted(file, reader.getErrors()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.getMapping();
  }

  String file() {
    return file;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  DSLMapping mapping() {
    return mapping;
  }

  /** The first sentence of a section that the whole line is. */
  Optional<Spoken> hear(Section section, String line) {
    for (var sentence : sentences) {
      if (sentence.section() == section) {
        var values = sentence.values(line);
        if (values.isPresent()) {
          return Optional.of(new Spoken(sentence, values.get()));
        }
      }
    }
    return Optional.empty();
  }
}
