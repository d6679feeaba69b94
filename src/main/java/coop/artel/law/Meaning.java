package coop.artel.law;

import coop.artel.law.sentences.Answer;
import coop.artel.law.sentences.Matter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a sentence may ask of a matter: one of its methods that take names and give an answer. */
final class Meaning {
  private static final Map<String, Meaning> BY_KEY =
      Arrays.stream(Matter.class.getMethods())
          .filter(Meaning::isOne)
          .map(Meaning::new)
          .collect(Collectors.toUnmodifiableMap(it -> key(it.name, it.parameters), it -> it));

  private final String name;
  private final int parameters;
  private final MethodHandle handle;

  private Meaning(Method method) {
    name = method.getName();
    parameters = method.getParameterCount();
    try {
      handle = MethodHandles.publicLookup().unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOne(Method method) {
    return method.getReturnType() == Answer.class
        && Arrays.stream(method.getParameterTypes()).allMatch(String.class::equals);
  }

  private static String key(String name, int parameters) {
    return name + "/" + parameters;
  }

  /** All that there are, each as its name and how many names it takes. */
  static Set<String> all() {
    return BY_KEY.keySet();
  }

  /** The one of this name that takes so many names. */
  static Optional<Meaning> of(String name, int parameters) {
    return Optional.ofNullable(BY_KEY.get(key(name, parameters)));
  }

  /** The question with its names filled in. */
  Function<Matter, Answer> about(List<String> names) {
    var filled = MethodHandles.insertArguments(handle, 1, names.toArray());
    return matter -> {
      try {
        return (Answer) filled.invokeExact(matter);
      } catch (RuntimeException | Error broken) {
        throw broken;
      } catch (Throwable checked) {
        throw new IllegalStateException(checked);
      }
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
