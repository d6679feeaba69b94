package coop.artel.desk.forms;

import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.values.Money;
import coop.artel.workflow.Form;
import coop.artel.workflow.Form.Component;
import coop.artel.workflow.Form.Type;
import coop.artel.workflow.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Draws forms on the server from the very file that checks them, and reads what a browser sends
 * back. So a form works without scripts, in both languages.
 */
@Service
public class FormViews {
  private static final int LONGEST_KEY = 60;

  private final Refusals refusals;

  FormViews(Refusals refusals) {
    this.refusals = refusals;
  }

  public FormView draw(
      Form form, Map<String, Object> values, List<Form.FieldError> errors, Wording wording) {
    var wrong =
        errors.stream()
            .collect(
                Collectors.toMap(
                    Form.FieldError::key,
                    Function.identity(),
                    (first, second) -> first,
                    LinkedHashMap::new));
    return new FormView(
        form.id(),
        form.components().stream()
            .map(it -> field(it, values.get(it.key()), wrong.get(it.key()), wording))
            .toList(),
        wrong.keySet().stream()
            .filter(key -> form.components().stream().noneMatch(it -> it.key().equals(key)))
            .map(key -> wording.say("form.stray", StringUtils.truncate(key, LONGEST_KEY)))
            .toList());
  }

  /**
   * What a browser sent, as the API would have sent it: flags, numbers and nothing for what was
   * left empty. A key that the form lacks is passed on, so that it is refused where all are.
   */
  public Map<String, Object> read(Form form, Map<String, String[]> parameters) {
    var values = new LinkedHashMap<String, Object>();
    parameters.forEach(
        (key, sent) -> {
          if (!key.startsWith("_")) {
            put(
                values,
                key.startsWith(Field.PREFIX) ? key.substring(Field.PREFIX.length()) : key,
                sent);
          }
        });
    for (var component : form.components()) {
      if (component.type() == Type.CHECKBOX && !component.disabled()) {
        values.put(component.key(), values.containsKey(component.key()));
      } else if (component.type() == Type.NUMBER) {
        values.computeIfPresent(component.key(), (key, text) -> number(text));
      }
    }
    return values;
  }

  /** What was typed so far, field by field, whether it is right or not. */
  public Map<String, String> typed(Form form, Map<String, String[]> parameters) {
    var typed = new LinkedHashMap<String, String>();
    for (var component : form.components()) {
      var sent = parameters.get(Field.PREFIX + component.key());
      var text = sent == null || sent.length == 0 ? "" : sent[0].replace("\r\n", "\n");
      typed.put(
          component.key(),
          component.type() == Type.CHECKBOX ? String.valueOf(!text.isEmpty()) : text);
    }
    return typed;
  }

  /** What a refused form shows again: what was entered, and what nobody could enter. */
  public Map<String, Object> again(Tasks.FilledForm filled, Map<String, Object> entered) {
    var values = new LinkedHashMap<>(entered);
    for (var component : filled.form().components()) {
      var shown = filled.values().get(component.key());
      if (component.disabled() && shown != null) {
        values.put(component.key(), shown);
      }
    }
    return values;
  }

  private static void put(Map<String, Object> values, String key, String[] sent) {
    if (sent.length > 1) {
      values.put(key, List.of(sent));
    } else if (!sent[0].isBlank()) {
      values.put(key, sent[0].strip().replace("\r\n", "\n"));
    }
  }

  /** "1 000,50" as people write it; what is no number stays text and is refused as such. */
  private static Object number(Object sent) {
    var text = sent.toString().replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return sent;
    }
  }

  private Field field(
      Component it, @Nullable Object value, Form.@Nullable FieldError error, Wording wording) {
    var id = "f-" + it.key();
    var label = label(it.label(), it.labels(), wording);
    var hints = Hints.of(it);
    var own = it.description();
    var hint = own == null ? null : label(own, it.descriptions(), wording);
    return new Field(
        kind(it),
        it.key(),
        id,
        it.type() == Type.TEXT ? Markdown.html(label) : label,
        hint,
        it.required(),
        it.properties().get("askedBy"),
        text(it, value, wording),
        Boolean.TRUE.equals(value) || "true".equals(value),
        choices(it, id, value, wording),
        error == null ? null : refusals.field(error, wording),
        hints.type(),
        hints.autocomplete(),
        hints.inputmode(),
        it.maxLength(),
        describedBy(id, hint != null && !hint.isBlank(), error != null),
        hints.width(),
        it.properties().get("document"));
  }

  /** A browser sends the file whose digest is the value. */
  static boolean takesFile(Component it) {
    return !it.disabled() && "digest".equals(it.properties().get("file"));
  }

  private static String kind(Component it) {
    if (it.disabled() && it.type() != Type.TEXT) {
      return "shown";
    }
    if (takesFile(it)) {
      return "file";
    }
    return switch (it.type()) {
      case TEXTFIELD, NUMBER, DATE -> "input";
      case TEXTAREA -> "area";
      default -> it.type().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String text(Component it, @Nullable Object value, Wording wording) {
    if (value == null) {
      return "";
    }
    if (!it.disabled()) {
      return value.toString();
    }
    if (value instanceof Boolean flag) {
      return wording.say("answer." + flag);
    }
    if (value instanceof LocalDate day) {
      return wording.date(day);
    }
    if (value instanceof Money sum) {
      return wording.sum(sum);
    }
    return it.options().stream()
        .filter(option -> option.value().equals(value.toString()))
        .map(option -> label(option.label(), option.labels(), wording))
        .findFirst()
        .orElseGet(() -> value.toString());
  }

  private static List<Field.Choice> choices(
      Component it, String id, @Nullable Object value, Wording wording) {
    return it.options().stream()
        .map(
            option ->
                new Field.Choice(
                    option.value(),
                    label(option.label(), option.labels(), wording),
                    id + "-" + option.value(),
                    value != null && option.value().equals(value.toString())))
        .toList();
  }

  private static String label(String own, Map<String, String> others, Wording wording) {
    return others.getOrDefault(wording.locale().getLanguage(), own);
  }

  private static @Nullable String describedBy(String id, boolean hint, boolean error) {
    var ids =
        Stream.of(hint ? id + "-hint" : null, error ? id + "-error" : null)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }

  /** What a browser can be told about a field, so that it helps to fill it in. */
  private record Hints(
      String type, @Nullable String autocomplete, @Nullable String inputmode, String width) {
    private static final Map<String, Hints> KNOWN =
        Map.ofEntries(
            Map.entry("familyName", new Hints("text", "family-name", null, "half")),
            Map.entry("givenName", new Hints("text", "given-name", null, "half")),
            Map.entry("patronymic", new Hints("text", "additional-name", null, "half")),
            Map.entry("born", new Hints("date", "bday", null, "short")),
            Map.entry("address", new Hints("text", "street-address", null, "full")),
            Map.entry("phone", new Hints("tel", "tel", "tel", "half")),
            Map.entry("email", new Hints("email", "email", "email", "half")));

    public static Hints of(Component it) {
      var known = KNOWN.get(it.key());
      if (known != null) {
        return known;
      }
      return switch (it.type()) {
        case DATE -> new Hints("date", "off", null, "short");
        case NUMBER -> new Hints("text", "off", "decimal", "short");
        default -> new Hints("text", "off", null, width(it.maxLength()));
      };
    }

    private static String width(@Nullable Integer maxLength) {
      return maxLength == null || maxLength > 120 ? "full" : maxLength > 24 ? "half" : "short";
    }
  }
}
