package coop.artel.law;

import coop.artel.law.sentences.Matter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of one question, each with how it is read. */
final class FactTable<F extends Facts> {
  private final String question;
  private final Class<F> kind;
  private final Map<String, Reader<F>> readers = new TreeMap<>();

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

  String question() {
    return question;
  }

  Class<F> kind() {
    return kind;
  }

  Set<String> names() {
    return readers.keySet();
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
