package coop.artel.law;

import coop.artel.values.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What each component of a question's facts may be, as far as it was looked at and cut. */
final class Values {
  private static final BigInteger MOST = BigInteger.valueOf(100_000_000);

  /** A word that no list names. */
  private static final String OTHER = "other";

  private final String question;
  private final LocalDate day;
  private final Currency currency;
  private final Map<String, RecordComponent> components = new LinkedHashMap<>();
  private final Map<String, Set<Comparable<?>>> cut = new HashMap<>();

  /**
   * @param day where a day is asked for and nothing bounds it
   * @param currency of sums
   */
  Values(String question, LocalDate day, Currency currency) {
    this.question = question;
    this.day = day;
    this.currency = currency;
    for (var component : FactNames.kind(question).getRecordComponents()) {
      components.put(component.getName(), component);
    }
  }

  /** What stands in each component while nobody looks at it. */
  List<@Nullable Object> idle() {
    var idle = new ArrayList<@Nullable Object>();
    components.values().forEach(it -> idle.add(idle(it)));
    return idle;
  }

  private @Nullable Object idle(RecordComponent component) {
    var type = component.getType();
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return perhaps(component) ? null : some(component).iterator().next();
  }

  void lookAt(String component) {
    cut.putIfAbsent(component, new TreeSet<>());
  }

  boolean isCut(String component) {
    return !cut.getOrDefault(component, Set.of()).isEmpty();
  }

  /** How many components of numbers stand from this one on. */
  int numbersFrom(String component) {
    var names = List.copyOf(components.keySet());
    return (int)
        names.subList(Math.max(names.indexOf(component), 0), names.size()).stream()
            .filter(it -> of(it, Integer.class))
            .count();
  }

  void add(String fact, String word) {
    addTo(fact, String.class, word);
  }

  /** To each component that the day follows from. */
  void add(String fact, LocalDate value) {
    addTo(fact, LocalDate.class, value);
  }

  void around(String fact, LocalDate value) {
    add(fact, value.minusDays(1));
    add(fact, value);
    add(fact, value.plusDays(1));
  }

  void add(String fact, LocalDateTime value) {
    addTo(fact, LocalDateTime.class, value);
  }

  void around(String fact, LocalDateTime value) {
    addTo(fact, LocalDateTime.class, value.minusMinutes(1));
    addTo(fact, LocalDateTime.class, value);
    addTo(fact, LocalDateTime.class, value.plusMinutes(1));
  }

  /** To the first component that the number follows from: the others may be nought. */
  void add(String fact, BigInteger value) {
    if (value.signum() >= 0 && value.compareTo(MOST) < 0) {
      FactNames.sources(question, fact).stream()
          .filter(it -> of(it, Integer.class))
          .limit(1)
          .forEach(it -> addTo(it, Integer.class, value.intValue()));
    }
  }

  void around(String fact, BigInteger value) {
    add(fact, value.subtract(BigInteger.ONE));
    add(fact, value);
    add(fact, value.add(BigInteger.ONE));
  }

  void add(String fact, BigDecimal value) {
    if (value.signum() >= 0) {
      addTo(fact, Money.class, new Money(value, currency));
    }
  }

  /** A coin less, a coin more. */
  void around(String fact, BigDecimal value) {
    var coin = BigDecimal.ONE.movePointLeft(Money.digits(currency));
    add(fact, value.subtract(coin));
    add(fact, value);
    add(fact, value.add(coin));
  }

  List<LocalDate> days(String fact) {
    return those(fact, LocalDate.class);
  }

  List<BigInteger> numbers(String fact) {
    return those(fact, Integer.class).stream().map(BigInteger::valueOf).toList();
  }

  List<Money> sums(String fact) {
    return those(fact, Money.class);
  }

  private <V> List<V> those(String fact, Class<V> type) {
    return FactNames.sources(question, fact).stream()
        .limit(1)
        .flatMap(it -> cut.getOrDefault(it, Set.of()).stream())
        .map(type::cast)
        .toList();
  }

  private <V extends Comparable<?>> void addTo(String fact, Class<V> type, V value) {
    FactNames.sources(question, fact).stream()
        .filter(it -> of(it, type))
        .forEach(it -> cut.computeIfAbsent(it, name -> new TreeSet<>()).add(value));
  }

  private boolean of(String component, Class<?> type) {
    var own = components.get(component);
    return own != null
        && (own.getType() == type || (type == Integer.class && own.getType() == int.class));
  }

  /** In the order of the record. */
  List<Axis> axes() {
    return components.values().stream()
        .filter(it -> cut.containsKey(it.getName()))
        .map(it -> new Axis(it.getName(), values(it)))
        .toList();
  }

  private List<@Nullable Object> values(RecordComponent component) {
    var values = new ArrayList<@Nullable Object>();
    var bounds = cut.getOrDefault(component.getName(), Set.of());
    if (component.getType() == int.class || component.getType() == Integer.class) {
      values.addAll(bounds);
      values.remove((Object) 0);
      if (values.isEmpty()) {
        values.add(1);
      }
      // Nought last: what shows something is better shown by somebody than by nobody.
      values.add(0);
    } else if (component.getType() == String.class) {
      var words = new TreeSet<Object>(bounds);
      words.addAll(FactNames.words(question, component.getName()));
      values.addAll(words);
      values.add(words.isEmpty() ? "1" : OTHER);
    } else {
      values.addAll(bounds.isEmpty() ? some(component) : bounds);
    }
    if (perhaps(component)) {
      values.add(null);
    }
    return values;
  }

  /** Where nothing bounds it. */
  private Set<? extends Comparable<?>> some(RecordComponent component) {
    var type = component.getType();
    if (type == boolean.class || type == Boolean.class) {
      return new TreeSet<>(Set.of(true, false)).descendingSet();
    }
    if (type == LocalDate.class) {
      return Set.of(day);
    }
    if (type == LocalDateTime.class) {
      return Set.of(day.atTime(LocalTime.NOON));
    }
    if (type == Money.class) {
      return Set.of(new Money(BigDecimal.valueOf(100), currency));
    }
    return Set.of(OTHER);
  }

  private static boolean perhaps(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
