package coop.artel.law;

import coop.artel.values.FieldsRefused;
import coop.artel.values.Money;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of a question as the fields of a form, where a lawyer asks what would be if. */
final class FactFields {
  private static final int LONGEST = 200;
  private static final String NUMBER = "0|[1-9]\\d{0,8}";

  private FactFields() {}

  /** In the order of the record. */
  static List<RuleBook.Field> of(String question) {
    return Arrays.stream(FactNames.kind(question).getRecordComponents())
        .map(
            it ->
                new RuleBook.Field(
                    it.getName(),
                    kind(it.getType()),
                    FactNames.words(question, it.getName()).stream().sorted().toList()))
        .toList();
  }

  private static RuleBook.Kind kind(Class<?> type) {
    if (type == boolean.class) {
      return RuleBook.Kind.FLAG;
    }
    if (type == Boolean.class) {
      return RuleBook.Kind.PERHAPS;
    }
    if (type == int.class || type == Integer.class) {
      return RuleBook.Kind.NUMBER;
    }
    if (type == LocalDate.class) {
      return RuleBook.Kind.DAY;
    }
    if (type == LocalDateTime.class) {
      return RuleBook.Kind.MOMENT;
    }
    return type == Money.class ? RuleBook.Kind.SUM : RuleBook.Kind.WORD;
  }

  /** As a form shows them; what is unknown is left out. */
  static Map<String, String> texts(Facts facts) {
    var texts = new TreeMap<String, String>();
    for (var component : facts.getClass().getRecordComponents()) {
      var value = value(facts, component);
      if (value != null) {
        texts.put(component.getName(), text(value));
      }
    }
    return texts;
  }

  /** As a form shows it; empty where it is unknown. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Money money ? money.amount().toPlainString() : value.toString();
  }

  private static @Nullable Object value(Facts facts, RecordComponent component) {
    try {
      return component.getAccessor().invoke(facts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was typed, as facts; an empty field is an unknown fact. Refused: {@link FieldsRefused}.
   *
   * @param currency of sums
   */
  static Facts read(String question, Map<String, String> typed, String currency) {
    var kind = FactNames.kind(question);
    var check = new FieldsRefused.Check();
    var facts =
        build(
            kind,
            component -> {
              var name = component.getName();
              var text = typed.getOrDefault(name, "").strip();
              return orNone(component, value(name, component.getType(), text, currency, check));
            });
    check.done();
    return facts;
  }

  /** The facts of a kind, each component as it is given. */
  static <F extends Facts> F build(
      Class<F> kind, Function<RecordComponent, @Nullable Object> values) {
    var components = kind.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      return kind.getDeclaredConstructor(types)
          .newInstance(Arrays.stream(components).map(values).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A word that is no fact's to leave out: where nothing was said it is none of those known. */
  static @Nullable Object orNone(RecordComponent component, @Nullable Object said) {
    boolean always =
        component.getType() == String.class
            && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return said == null && always ? "" : said;
  }

  private static @Nullable Object value(
      String name, Class<?> type, String text, String currency, FieldsRefused.Check check) {
    if (type == boolean.class) {
      return text.equals("true");
    }
    if (type == int.class || type == Integer.class) {
      boolean whole = text.matches(NUMBER);
      check.demand(whole || text.isEmpty(), name, "figure-whole");
      if (whole) {
        return Integer.valueOf(text);
      }
      return type == int.class ? 0 : null;
    }
    if (text.isEmpty()) {
      return null;
    }
    if (type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == LocalDate.class || type == LocalDateTime.class) {
      return time(name, type, text, check);
    }
    if (type == Money.class) {
      return sum(name, text, currency, check);
    }
    check.text(name, text, LONGEST);
    return text;
  }

  private static @Nullable Object time(
      String name, Class<?> type, String text, FieldsRefused.Check check) {
    try {
      return type == LocalDate.class ? LocalDate.parse(text) : LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      check.demand(false, name, "day-impossible");
      return null;
    }
  }

  private static @Nullable Money sum(
      String name, String text, String currency, FieldsRefused.Check check) {
    var sum = Money.read(text.replace(',', '.').replaceAll("[ \u00a0]", "") + " " + currency);
    check.demand(sum.isPresent(), name, "figure-money");
    return sum.orElse(null);
  }
}
