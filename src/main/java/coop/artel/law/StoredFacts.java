package coop.artel.law;

import coop.artel.values.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way back from the texts that a decision keeps to the facts that it was made on. */
final class StoredFacts {
  private static final Map<String, Shape> SHAPES =
      FactNames.questions().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  question -> question, question -> Shape.of(FactNames.kind(question))));

  private StoredFacts() {}

  private record Shape(Constructor<? extends Facts> constructor, RecordComponent[] components) {
    static Shape of(Class<? extends Facts> kind) {
      var components = kind.getRecordComponents();
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(kind.getDeclaredConstructor(types), components);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Empty where these are not facts as this version knows them: another question, another name, a
   * text that is no value, or a flag or number that is not said.
   *
   * @param texts as {@link FactNames#texts} made them, what follows from others among them
   */
  static Optional<Facts> read(String question, Map<String, String> texts) {
    var shape = SHAPES.get(question);
    if (shape == null) {
      return Optional.empty();
    }
    var values = new @Nullable Object[shape.components.length];
    for (int i = 0; i < values.length; i++) {
      var component = shape.components[i];
      var text = texts.get(component.getName());
      var value = text == null ? null : value(component.getType(), text);
      if (value == null && (text != null || component.getType().isPrimitive())) {
        return Optional.empty();
      }
      values[i] = value;
    }
    Facts facts = make(shape, values);
    // What was kept and does not come out again is a fact that decided then and would not now.
    return FactNames.texts(facts).entrySet().containsAll(texts.entrySet())
        ? Optional.of(facts)
        : Optional.empty();
  }

  private static Facts make(Shape shape, @Nullable Object[] values) {
    try {
      return shape.constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object value(Class<?> type, String text) {
    if (type == boolean.class || type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == String.class) {
      return text;
    }
    try {
      if (type == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (type == LocalDateTime.class) {
        return LocalDateTime.parse(text);
      }
      if (type == int.class || type == Integer.class) {
        return Integer.valueOf(text);
      }
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
    if (type == Money.class) {
      return Money.read(text).orElse(null);
    }
    throw new IllegalStateException("A fact of type " + type);
  }
}
