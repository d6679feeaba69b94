package coop.artel.law;

import coop.artel.law.sentences.Matter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of one question, each with how it is read. */
final class FactTable<F extends Facts> {
  private final String question;
  private final Class<F> kind;
  private final Map<String, Reader<F>> readers = new TreeMap<>();
  private final Map<String, List<String>> sources = new TreeMap<>();
  private final Map<String, Set<String>> words = new TreeMap<>();

  /** Reads one fact. */
  @FunctionalInterface
  interface Reader<F> {
    @Nullable Object read(F facts);
  }

  FactTable(String question, Class<F> kind) {
    this.question = question;
    this.kind = kind;
  }

  FactTable<F> with(String name, Reader<F> reader) {
    readers.put(name, reader);
    return this;
  }

  /**
   * A fact that follows from others.
   *
   * @param from components of the record, all that the reader looks at
   */
  FactTable<F> follows(String name, Reader<F> reader, String... from) {
    sources.put(name, List.of(from));
    return with(name, reader);
  }

  /** What the word of a fact may be. */
  FactTable<F> words(String name, Set<String> those) {
    words.put(name, those);
    return this;
  }

  String question() {
    return question;
  }

  Class<F> kind() {
    return kind;
  }

  Set<String> names() {
    return readers.keySet();
  }

  /**
   * @param values in the order of the record
   */
  F make(@Nullable Object... values) {
    var each = Arrays.asList(values).iterator();
    return FactFields.build(kind, component -> each.next());
  }

  /** The components of the record that a fact is or follows from. */
  List<String> sources(String name) {
    return sources.getOrDefault(name, List.of(name));
  }

  /** Empty where it may be any. */
  Set<String> words(String name) {
    return words.getOrDefault(name, Set.of());
  }

  Matter.FactsByName of(Facts facts) {
    var own = kind.cast(facts);
    return name -> {
      var reader = readers.get(name);
      if (reader == null) {
        throw new IllegalStateException("%s has no fact %s".formatted(question, name));
      }
      return reader.read(own);
    };
  }
}
