package coop.artel.workflow;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A process variable, declared once with its type. It holds an id or an answer, never a person's
 * name, date or number.
 */
public final class Variable<T> {
  private final String name;
  private final Function<Object, T> read;
  private final Function<T, Object> write;

  private Variable(String name, Function<Object, T> read, Function<T, Object> write) {
    this.name = name;
    this.read = read;
    this.write = write;
  }

  /** An identifier, kept as its text. */
  public static <T> Variable<T> id(String name, Function<String, T> of) {
    return new Variable<>(name, value -> of.apply((String) value), Object::toString);
  }

  public static Variable<Boolean> flag(String name) {
    return new Variable<>(name, value -> (Boolean) value, value -> value);
  }

  /** One of a few declared words: an outcome. */
  public static Variable<String> word(String name) {
    return new Variable<>(name, value -> (String) value, value -> value);
  }

  /** A date, kept as ISO 8601 text so that a timer can use it. */
  public static Variable<LocalDate> date(String name) {
    return new Variable<>(name, value -> LocalDate.parse((String) value), LocalDate::toString);
  }

  public String name() {
    return name;
  }

  /** Throws {@link IllegalStateException} if it is not set. */
  public T in(Run run) {
    return find(run)
        .orElseThrow(() -> new IllegalStateException("Variable %s is not set".formatted(name)));
  }

  public Optional<T> find(Run run) {
    @Nullable Object value = run.get(name);
    return value == null ? Optional.empty() : Optional.of(read.apply(value));
  }

  public void set(Run run, T value) {
    run.set(name, write.apply(value));
  }

  public Assignment with(T value) {
    return new Assignment(name, write.apply(value));
  }

  /** A variable's name with its value as the engine keeps it: text or boolean. */
  public record Assignment(String name, Object value) {}
}
